// Opens every HTML file of a folder in Chromium at three widths: nothing may be cut off, and axe may find nothing.
//
//     node pruefe.mjs FOLDER        CHROMIUM names the browser, /usr/bin/chromium if not set
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = resolve(process.argv[2]);
const files = readdirSync(folder).filter((name) => name.endsWith(".html"));
if (files.length === 0) throw new Error(`no HTML in ${folder}`);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
let passed = 0;
let failed = 0;
for (const file of files) {
  for (const width of [360, 768, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, file)).href);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    const outside = requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"));
    const faults = [
      ...(overflow > 0 ? [`${overflow} pixels stand out on the right`] : []),
      ...outside.map((url) => `loads ${url}`),
      ...violations.map((v) => `${v.impact} ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 120)}`),
    ];
    for (const fault of faults) console.log(`${file} at ${width}: ${fault}`);
    faults.length ? (failed += 1) : (passed += 1);
    await page.close();
  }
}
await browser.close();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

// What an editor shows of the files of an Akte: completion, hover and faults, asked of the real language server.
//
//     node pruefe.mjs        FGK names the program, that in .venv if not set
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { after as afterAll, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Server, after } from "./server.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const SCHEMAS = join(ROOT, "schemas");
const EXAMPLE = join(ROOT, "examples/kommune-stolberg");
/** The settings that the handbook gives for an editor: schema -> files. */
const HANDBOOK = readFileSync(join(ROOT, "docs/handbuch/10-editor.md"), "utf8");
const SETTINGS = JSON.parse(/^```json\n(.*?)^```$/ms.exec(HANDBOOK)[1])["yaml.schemas"];
const FGK = process.env.FGK ?? join(ROOT, ".venv/bin/fgk");
const STATUS = ["geplant", "in_umsetzung", "umgesetzt", "teilweise_umgesetzt", "verschoben", "ruht", "ersetzt", "entfallen"];
const REPORT = "kennung: J-2018\nvon: 2018-01-01\nbis: 2018-12-31\nmassnahmen:\n";
const MEASURE = "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Steuerungsgruppe einrichten\n";
let server;
let count = 0;

before(async () => {
  server = await Server.start(EXAMPLE);
});
afterAll(() => server.stop());

/** Open a file that begins with the line by which editors find its schema. */
function open(kind, content) {
  const path = join(EXAMPLE, "massnahmen", `neu-${(count += 1)}.yaml`);
  const schema = relative(dirname(path), join(SCHEMAS, `${kind}.schema.json`)).replaceAll("\\", "/");
  return server.open(path, `# yaml-language-server: $schema=${schema}\n${content}`);
}

const documentation = (item) => item.documentation?.value ?? item.documentation ?? "";

/** The marked text and what is said of it. */
function marks({ text, diagnostics }) {
  const lines = text.split("\n");
  return diagnostics.map(({ range, message }) => {
    assert.equal(range.start.line, range.end.line);
    return [lines[range.start.line].slice(range.start.character, range.end.character), message];
  });
}

async function completed(kind, content, at) {
  const document = await open(kind, content);
  return server.complete(document, after(document.text, at));
}

async function hovered(kind, content, word) {
  const document = await open(kind, content);
  const { line, character } = after(document.text, word);
  return server.hover(document, { line, character: character - 1 });
}

test("a report entry is offered all eight words of status, each with what it means", async () => {
  const items = await completed("jahresbericht", `${REPORT}  - massnahme: M-3.1.2\n    status: \n`, "status: ");
  assert.deepEqual(items.map((item) => item.label), STATUS);
  const told = Object.fromEntries(items.map((item) => [item.label, documentation(item)]));
  assert.equal(told.in_umsetzung, "in Umsetzung: Daran wird gearbeitet.");
  assert.equal(told.entfallen, "Sie wird nicht umgesetzt. Braucht eine begruendung.");
  assert.ok(STATUS.every((word) => told[word].endsWith(".")));
});

test("keys are offered with a German sentence, a list begins with its first entry, and nothing is null", async () => {
  const items = await completed("massnahme", `${MEASURE}\n`, "einrichten\n");
  const told = Object.fromEntries(items.map((item) => [item.label, item]));
  assert.match(documentation(told.federfuehrung), /^Eine Stelle, die verantwortlich ist\..* z\. B\. OE-51\.$/);
  assert.match(documentation(told.ende), /2017-08-24.*"2017-08".*Anführungszeichen\.$/);
  assert.equal(told.ende.insertText, "ende: ");
  assert.equal(told.quellen.insertText, "quellen:\n  - titel: ");
  assert.equal(told.kosten.insertText, "kosten:\n  einmalig: ");
  assert.deepEqual(items.filter((item) => /null|\[\]/.test(item.insertText)), []);
  assert.deepEqual(items.filter((item) => documentation(item) === ""), []);
});

test("what is optional is offered its words, and never null", async () => {
  const items = await completed("massnahme", `${MEASURE}wirkung: \n`, "wirkung: ");
  assert.deepEqual(items.map((item) => item.label), ["unmittelbar", "mittelbar"]);
});

test("a date is offered the three ways to write one", async () => {
  const items = await completed("massnahme", `${MEASURE}ende: \n`, "ende: ");
  assert.deepEqual(items.map((item) => item.insertText), ["2017-08-24", "2017-08", '"2017"']);
});

test("an AGS is offered in quotation marks", async () => {
  const items = await completed("audit", "ort:\n  art: gemeinde\n  ags: \n", "ags: ");
  assert.deepEqual(items.map((item) => item.insertText), ['"05334032"']);
});

test("the five kinds of place are offered, each with what it is for", async () => {
  const items = await completed("audit", "ort:\n  art: \n", "art: ");
  assert.deepEqual(items.map((item) => item.label), ["gemeinde", "kreis", "verband", "bezirk", "quartier"]);
  assert.equal(documentation(items[4]), "quartier, für ein Quartier in einer Gemeinde.");
});

test("pointing at a key shows its German title, its sentence and its words", async () => {
  const text = await hovered("jahresbericht", `${REPORT}  - massnahme: M-3.1.2\n    status: ruht\n`, "    status");
  assert.match(text, /^#### Status\n\nStand am Ende des Berichtszeitraums\./);
  assert.match(text, /\* `ruht`: Sie ist unterbrochen\./);
});

test("pointing at a key that may be empty shows its title once, with a value and without", async () => {
  for (const value of [" 2018", ' "2018"', ""]) {
    assert.match(await hovered("massnahme", `${MEASURE}ende:${value}\n`, "ende"), /^#### Ende\n\nBis wann sie umgesetzt ist\./);
  }
  assert.match(await hovered("massnahme", `${MEASURE}text:\n`, "text"), /^#### Text\n\nWas getan wird\.\n/);
  assert.match(await hovered("massnahme", `${MEASURE}kosten:\n  einmalig: 5\n`, "kosten"), /^#### Kosten\n\nKosten und ihre Deckung\.\n/);
});

test("a misspelled key and a wrong word are marked, exactly they", async () => {
  const measure = await open("massnahme", `${MEASURE}tittel: x\nprioritaet: Hoch\n`);
  assert.deepEqual(marks(measure), [
    ["Hoch", "Erlaubt ist nur: hoch, mittel, niedrig."],
    ["tittel", "Eigenschaft tittel ist nicht erlaubt."],
  ]);
  const report = await open("jahresbericht", `${REPORT}  - massnahme: M-3.1.2\n    status: Umgesetzt\n`);
  assert.deepEqual(marks(report), [["Umgesetzt", `Erlaubt ist nur: ${STATUS.join(", ")}.`]]);
});

test("what YAML takes for a number is marked where a text is meant, with how to write it", async () => {
  const document = await open(
    "audit",
    "kennung: A-x-2020\nverfahren: familiengerechte-kommune\nkatalog: \"2016\"\nstufe: grund\n" +
      "ort:\n  art: gemeinde\n  name: Stolberg\n  ags: 05334032\n",
  );
  const message = 'Erwartet wird ein Amtlicher Gemeindeschlüssel mit acht Ziffern in Anführungszeichen, z. B. "05334032".';
  assert.deepEqual(marks(document), [["05334032", message]]);
});

for (const [line, marked, message] of [
  ["ende: 2018", "2018", /^Erwartet wird ein Datum wie 2017-08-24; .*"2017"/],
  ["ende: 31.12.2018", "31.12.2018", /^Erwartet wird ein Datum/],
  ["ende: 2018-02-30", "2018-02-30", /^Erwartet wird ein Datum/],
  ["federfuehrung: Jugendamt", "Jugendamt", /^Erwartet wird die Kennung einer Organisationseinheit, z\. B\. OE-51\.$/],
  ["kosten: {einmalig: 12.5}", "12.5", /^Erwartet wird ein Betrag in Euro wie 25000, mit Cent "12\.50"/],
  ["ist_fortlaufend: ja", "ja", /^Erwartet wird true oder false\.$/],
  ["beteiligte: OE-51", "OE-51", /^Erwartet wird eine Liste: /],
  ["text: 3", "3", /^Erwartet wird ein Text; eine Zahl braucht Anführungszeichen\.$/],
]) {
  test(`„${line}“ is marked with how to write it`, async () => {
    const found = marks(await open("massnahme", `${MEASURE}${line}\n`));
    assert.deepEqual(found.map(([text]) => text), [marked]);
    assert.match(found[0][1], message);
  });
}

test("a key that may be empty is not marked while its value is still to be written", async () => {
  assert.deepEqual((await open("massnahme", `${MEASURE}text:\nende:\nkosten:\nprioritaet:\n`)).diagnostics, []);
});

/** Open every file of an Akte: nothing may be marked in it, and an unknown key must be, by the schema that was found. */
async function checkAll(editor, akte, least) {
  const paths = readdirSync(akte, { recursive: true })
    .map((name) => join(akte, name))
    .filter((path) => path.endsWith(".yaml") && statSync(path).isFile());
  assert.ok(paths.length >= least, `${paths.length} files`);
  await Promise.all(
    paths.map(async (path) => {
      const document = await editor.open(path, readFileSync(path, "utf8"));
      assert.deepEqual(marks(document), [], path);
      const spoiled = await editor.change(document, `${document.text}\nunbekannt: 1\n`);
      assert.deepEqual(marks(spoiled), [["unbekannt", "Eigenschaft unbekannt ist nicht erlaubt."]], path);
    }),
  );
}

/** Do something with a folder that is gone afterwards. */
async function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), "akte-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("nothing is marked in any file of the example, set up as the handbook says", () =>
  inFolder(async (akte) => {
    cpSync(EXAMPLE, akte, { recursive: true });
    cpSync(SCHEMAS, join(akte, ".fgk/schemas"), { recursive: true });
    // what a workspace has for all its Akten: ours are good examples of it
    for (const name of readdirSync(join(ROOT, "fgk/verfahren")).filter((name) => name.endsWith(".yaml"))) {
      cpSync(join(ROOT, "fgk/verfahren", name), join(akte, "verfahren", name));
    }
    cpSync(join(ROOT, "fgk/tarif/kostenbeitrag.yaml"), join(akte, "tarif.yaml"));
    writeFileSync(join(akte, "fgk.yaml"), "rolle: kommune\n");
    const editor = await Server.start(akte, { schemas: SETTINGS });
    await checkAll(editor, akte, 100);
    await editor.stop();
  }));

const SCAFFOLDS = [
  "init . --ags 05334032 --verfahren familiengerechte-kommune --jahr 2026 --stichtag 2026-03-01",
  "new ziel --handlungsfeld HF3 --titel Ziel",
  "new massnahme --ziel Z-3.1 --titel Tandems",
  "new zielvereinbarung",
  "new beschluss --titel Beschluss --datum 2026-05-07 --art zielvereinbarung",
  "new beteiligung --titel Auftakt --datum 2026-04-01 --art befragung",
  "new analyse --handlungsfeld HF3",
  "new indikatoren",
  "new sozialraeume --name Mitte",
  "new begutachtung",
  "new vertrag",
  "new gestaltung",
  "new jahresbericht 2026",
];

test("what fgk init and fgk new write finds its schema without any settings, and nothing in it is marked", () =>
  inFolder(async (akte) => {
    for (const line of SCAFFOLDS) execFileSync(FGK, line.split(" "), { cwd: akte, stdio: "pipe" });
    const editor = await Server.start(akte);
    await checkAll(editor, akte, SCAFFOLDS.length + 1); // init makes two
    const path = join(akte, "jahresberichte/2026.yaml");
    const text = readFileSync(path, "utf8").replace("status: geplant", "status: ");
    const report = await editor.open(join(akte, "jahresberichte/neu.yaml"), text);
    const items = await editor.complete(report, after(text, "    status: "));
    assert.deepEqual(items.map((item) => item.label), STATUS);
    await editor.stop();
  }));

// The YAML language server over stdio, spoken to as an editor does: open a file, ask for completion and hover.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const BIN = createRequire(import.meta.url).resolve("yaml-language-server/package.json").replace("package.json", "bin/yaml-language-server");

export class Server {
  #next = 1;
  #waiting = new Map();
  #diagnostics = new Map();
  #buffer = Buffer.alloc(0);
  #settings;

  /** Start the server; `settings` is what an editor's user has under `yaml`. */
  static async start(folder, settings = {}) {
    const server = new Server(settings);
    await server.#initialize(folder);
    return server;
  }

  constructor(settings) {
    this.#settings = { validate: true, hover: true, completion: true, schemaStore: { enable: false }, ...settings };
    this.process = spawn(process.execPath, [BIN, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdout.on("data", (data) => this.#read(data));
  }

  async #initialize(folder) {
    const uri = pathToFileURL(folder).href;
    await this.request("initialize", {
      processId: process.pid,
      locale: "de",
      rootUri: uri,
      workspaceFolders: [{ uri, name: "akte" }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: false } },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: { yaml: this.#settings } });
  }

  /** Open a text under the address of a file, and return what the server finds wrong with it. */
  async open(path, text) {
    const uri = pathToFileURL(path).href;
    const diagnostics = this.#nextMarks(uri);
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { uri, text, diagnostics: await diagnostics };
  }

  /** Change the whole text of an open file, and return what the server finds wrong with it now. */
  async change({ uri }, text) {
    const diagnostics = this.#nextMarks(uri);
    this.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
    return { uri, text, diagnostics: await diagnostics };
  }

  async complete(document, position) {
    const answer = await this.request("textDocument/completion", { textDocument: { uri: document.uri }, position });
    return answer.items ?? answer;
  }

  async hover(document, position) {
    const answer = await this.request("textDocument/hover", { textDocument: { uri: document.uri }, position });
    return answer?.contents.value ?? "";
  }

  request(method, params) {
    const id = this.#next++;
    this.#write({ id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.#write({ method, params });
  }

  async stop() {
    await this.request("shutdown", null);
    this.notify("exit", null);
    if (this.process.exitCode === null) await once(this.process, "exit");
  }

  #nextMarks(uri) {
    return new Promise((resolve) => this.#diagnostics.set(uri, resolve));
  }

  #write(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #read(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, end).toString())[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const body = this.#buffer.subarray(end + 4, end + 4 + length).toString();
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(JSON.parse(body));
    }
  }

  #handle(message) {
    if (message.method && message.id !== undefined) this.#write({ id: message.id, result: this.#answer(message) });
    else if (message.method === "textDocument/publishDiagnostics") this.#marked(message.params);
    else if (this.#waiting.has(message.id)) this.#settle(message);
  }

  #answer({ method, params }) {
    if (method !== "workspace/configuration") return null;
    return params.items.map(({ section }) => (section === "yaml" ? this.#settings : {}));
  }

  #marked({ uri, diagnostics }) {
    // the server writes an address in its own way: a colon may be %3A
    for (const [known, resolve] of this.#diagnostics) {
      if (decodeURIComponent(known) !== decodeURIComponent(uri)) continue;
      this.#diagnostics.delete(known);
      resolve(diagnostics);
    }
  }

  #settle({ id, result, error }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }
}

/** The position of the first character after `before` in a text. */
export function after(text, before) {
  const offset = text.indexOf(before);
  if (offset < 0) throw new Error(`„${before}“ does not occur`);
  const lines = text.slice(0, offset + before.length).split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

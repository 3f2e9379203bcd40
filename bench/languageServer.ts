import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { frameworkJsonSchema } from '../src/core/index.ts';
import { peer } from './measure.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section: string }[]; readonly uri?: string };
  readonly result?: unknown;
}

/** yaml-language-server waits this long after a change before it looks at it (`validationDelayMs`). */
export const ITS_WAITING = 200;

/** yaml-language-server over its standard input and output, with one file open. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  readonly #uri: string;
  readonly #settings: Record<string, unknown>;
  #received = Buffer.alloc(0);
  #nextId = 0;
  #version = 0;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #published: (() => void) | undefined;

  constructor() {
    const schema = path.join(this.#folder, 'schema.json');
    writeFileSync(schema, JSON.stringify(frameworkJsonSchema()));
    this.#uri = pathToFileURL(path.join(this.#folder, 'big.framework.yaml')).href;
    this.#settings = {
      yaml: {
        validate: true,
        hover: false,
        completion: false,
        schemas: { [pathToFileURL(schema).href]: '*.framework.yaml' },
        schemaStore: { enable: false },
        format: { enable: false },
      },
      http: { proxy: '', proxyStrictSSL: false },
    };
    const server = peer.resolve('yaml-language-server/bin/yaml-language-server');
    this.#process = spawn(process.execPath, ['--max-old-space-size=4096', server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#process.stdout?.on('data', (data: Buffer) => this.#receive(data));
  }

  async open(text: string): Promise<void> {
    await this.#request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } },
      workspaceFolders: null,
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: this.#settings } });
    await new Promise(resolve => setTimeout(resolve, 1_000));
    const textDocument = { uri: this.#uri, languageId: 'yaml', version: ++this.#version, text };
    await this.#until(() => this.#send({ method: 'textDocument/didOpen', params: { textDocument } }));
  }

  /** Makes a change and waits for what the server publishes after it. Gives the milliseconds that it took. */
  async change(line: number, from: number, to: number, text: string): Promise<number> {
    // It must be at rest before.
    await new Promise(resolve => setTimeout(resolve, ITS_WAITING + 100));
    const range = { start: { line, character: from }, end: { line, character: to } };
    const start = performance.now();
    await this.#until(() =>
      this.#send({
        method: 'textDocument/didChange',
        params: {
          textDocument: { uri: this.#uri, version: ++this.#version },
          contentChanges: [{ range, text }],
        },
      }),
    );
    return performance.now() - start;
  }

  stop(): void {
    this.#process.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #until(what: () => void): Promise<void> {
    return new Promise(resolve => {
      this.#published = resolve;
      what();
    });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #request(method: string, params: object): Promise<unknown> {
    const id = ++this.#nextId;
    return new Promise(resolve => {
      this.#answers.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, head).toString())?.[1]);
      if (head < 0 || this.#received.length < head + 4 + length) return;
      const body = this.#received.subarray(head + 4, head + 4 + length).toString();
      this.#received = this.#received.subarray(head + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics' && params?.uri === this.#uri) {
      const done = this.#published;
      this.#published = undefined;
      done?.();
    } else if (method === 'workspace/configuration' && id !== undefined)
      this.#send({ id, result: (params?.items ?? []).map(({ section }) => this.#settings[section] ?? null) });
    else if (method !== undefined && id !== undefined) this.#send({ id, result: null });
    else if (id !== undefined) this.#answers.get(id)?.(result);
  }
}

// The extension's side of the matrix on a text in memory: its own session, editing and core, without VS Code.
import type { Browser } from 'playwright-core';
import {
  applyEdits,
  blockingProblems,
  type Framework,
  findInMatrix,
  findingAt,
  findings,
  fixesOf,
  levelWords,
  loadFramework,
  type MatrixTarget,
  marksOf,
  matrixView,
  parseYaml,
  startOf,
  targetAt,
  wordsSince,
} from '../../src/core/index.ts';
import { changesSince } from '../../src/core/publishing.ts';
import type { MatrixLock, SinceMessage, TextProblem, ToMatrix } from '../../src/protocol/matrix.ts';
import { createMatrixEditing, sameTarget } from '../../src/vscode/matrix/editing.ts';
import { createMatrixSession, type MatrixSession } from '../../src/vscode/matrix/session.ts';
import { textOfFile } from './frameworks.ts';
import { openPage, type PageOptions, type TestPage } from './page.ts';

const load = (text: string) => loadFramework(parseYaml(text));

/** A document with a history, and the page of the matrix on it. */
export class MatrixEditor {
  page!: TestPage;
  /** What the page asked of VS Code itself, in words. */
  readonly asked: string[] = [];
  /** Where the cursor of the text stands. */
  cursor: MatrixTarget | undefined;
  /** With what it is compared when the page asks. */
  other: { name: string; framework: Framework } | undefined;
  /** Whether findings are marked. */
  marked = false;
  /** Commands wait until this is called off. */
  held: Promise<void> | undefined;
  #text: string;
  #done: string[] = [];
  #undone: string[] = [];
  #comparing = false;
  readonly #session: MatrixSession;

  constructor(text: string) {
    this.#text = text;
    const loaded = () => load(this.#text);
    const editing = createMatrixEditing({
      loaded,
      lock: () => this.#lock(),
      settings: () => undefined,
      published: async () => {
        await this.held;
        return undefined;
      },
      write: async edits => {
        this.#change(applyEdits(this.#text, edits));
        return true;
      },
      salt: () => `${this.#done.length}`,
      fault: error => {
        throw error;
      },
    });
    this.#session = createMatrixSession({
      content: previous => {
        const { framework } = loaded();
        return {
          view: matrixView(framework, this.#marks(), previous, this.#since(framework)),
          problem: this.#problem(),
          lock: this.#lock(),
        };
      },
      cursor: () => this.cursor,
      post: message => void this.#send(message),
      reveal: (target, focus) => this.asked.push(`${focus ? 'go to' : 'show'} ${JSON.stringify(target)}`),
      showProblem: () => this.asked.push('show the problem'),
      nextVersion: () => this.asked.push('next version'),
      run: async command => {
        await this.held;
        return editing.run(command);
      },
      fix: editing.fix,
      history: what => this.history(what),
      find: query => findInMatrix(loaded().framework, query),
      words: ({ against, rows }) =>
        against === 'since'
          ? wordsSince(this.other!.framework, loaded().framework, rows)
          : levelWords(loaded().framework, rows),
      findings: target => {
        const now = loaded();
        return findings(now)
          .filter(finding => sameTarget(targetAt(now.framework, finding.start), target))
          .map(finding => ({
            severity: finding.severity,
            rule: finding.rule,
            message: finding.message,
            fixes: fixesOf(now, finding).map(({ title, safe }) => ({ title, preferred: safe })),
          }));
      },
      since: asked => this.#compare(asked),
      refuse: message => {
        throw new Error(`The page sent ${JSON.stringify(message)}.`);
      },
      later: run => {
        const timer = setTimeout(run, 5);
        return () => clearTimeout(timer);
      },
    });
  }

  /** The text as it is. */
  get text(): string {
    return this.#text;
  }

  /** Edits the text as somebody would who writes in it, or in another editor. */
  edit(from: string, to: string): void {
    if (!this.#text.includes(from)) throw new Error(`The text does not hold "${from}".`);
    this.#change(this.#text.replace(from, to));
  }

  history(what: 'undo' | 'redo'): void {
    const [from, to] = what === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.#text);
    this.#text = text;
    this.#session.changed();
  }

  /** How many steps there are to undo. */
  get steps(): number {
    return this.#done.length;
  }

  moveCursor(target: MatrixTarget | undefined): void {
    this.cursor = target;
    this.#session.cursorMoved();
  }

  perform(...what: Parameters<MatrixSession['perform']>): void {
    this.#session.perform(...what);
  }

  async open(browser: Browser, options?: PageOptions): Promise<void> {
    const early: unknown[] = [];
    let opened = false;
    const received = (message: unknown) => {
      if (opened) this.#session.receive(message);
      else early.push(message);
    };
    this.page = await openPage(browser, 'matrix', { ...options, received });
    opened = true;
    for (const message of early) this.#session.receive(message);
  }

  /** The page is closed, as VS Code closes a hidden one. @returns what it kept */
  async hide(): Promise<unknown> {
    const saved = await this.page.saved();
    this.#session.hidden();
    await this.page.close();
    return saved;
  }

  async #send(message: ToMatrix): Promise<void> {
    await this.page.post(message);
  }

  #change(text: string): void {
    this.#done.push(this.#text);
    this.#undone = [];
    this.#text = text;
    this.#session.changed();
  }

  #problem(): TextProblem | null {
    const now = load(this.#text);
    const first = blockingProblems(now).find(({ code }) => code === 'yaml-syntax');
    if (!first) return null;
    const line = this.#text.slice(0, startOf(first.spot)).split('\n').length;
    return { message: first.message, line, column: 1, count: 1 };
  }

  #lock(): MatrixLock | null {
    const { status } = load(this.#text).framework.details;
    return status === 'published' ? { why: 'published', message: 'It is published.' } : null;
  }

  #marks() {
    if (!this.marked) return undefined;
    const now = load(this.#text);
    return marksOf(
      findings(now).flatMap(({ severity, start }) => findingAt(now.framework, start, severity) ?? []),
    );
  }

  #since(framework: Framework) {
    if (!this.#comparing || !this.other) return undefined;
    const { name } = this.other;
    return changesSince(this.other.framework, framework, { name, source: name });
  }

  #compare({ what }: SinceMessage): void {
    this.asked.push(`compare: ${what}`);
    this.#comparing = what !== 'off' && this.other !== undefined;
    this.#session.changed();
  }
}

/** Opens the matrix on a file of this checkout, and waits until it is there. */
export async function openEditor(
  browser: Browser,
  file: string,
  options?: PageOptions & { text?: string },
): Promise<MatrixEditor> {
  const editor = new MatrixEditor(options?.text ?? textOfFile(file));
  await editor.open(browser, options);
  await editor.page.page.locator('.badge[data-status]').waitFor({ timeout: 5000 });
  return editor;
}

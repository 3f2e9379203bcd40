import {
  applyEdits,
  type Framework,
  findInMatrix,
  findingAt,
  findings,
  LiveFile,
  type Loaded,
  levelWords,
  type MatrixMarks,
  marksOf,
  matrixView,
  type PublishedIds,
  type SinceMarks,
  type TextEdit,
} from '../../src/core/index.ts';
import { changesSince } from '../../src/core/matrix/since.ts';
import type {
  FromMatrix,
  MatrixCommand,
  MatrixLock,
  MatrixTarget,
  MatrixView,
  OutcomeMessage,
  ToMatrix,
} from '../../src/protocol/matrix.ts';
import { isFromMatrix, isToMatrix } from '../../src/protocol/matrixGuards.ts';
import { createMatrixEditing } from '../../src/vscode/matrix/editing.ts';
import { createMatrixSession } from '../../src/vscode/matrix/session.ts';
import { initialState, reduce } from '../../src/webview/matrix/state/store.ts';

/** A document in memory as VS Code keeps one: a text, and steps that can be undone and done again. */
class MemoryDocument {
  #text: string;
  readonly #file: LiveFile;
  readonly #undo: TextEdit[][] = [];
  readonly #redo: TextEdit[][] = [];
  /** Called after every change of the text. */
  readonly listeners: (() => void)[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#file = new LiveFile(text);
  }

  get text(): string {
    return this.#text;
  }

  /** Read anew only where the text changes, as the extension does. */
  get loaded(): Loaded {
    return this.#file.loaded;
  }

  /** How many steps can be undone. */
  get steps(): number {
    return this.#undo.length;
  }

  /** Makes some edits as one step. */
  edit(edits: readonly TextEdit[]): void {
    this.#undo.push(this.#apply(edits));
    this.#redo.length = 0;
  }

  undo(): void {
    const edits = this.#undo.pop();
    if (edits) this.#redo.push(this.#apply(edits));
  }

  redo(): void {
    const edits = this.#redo.pop();
    if (edits) this.#undo.push(this.#apply(edits));
  }

  /** Gives the edits that take these back. */
  #apply(edits: readonly TextEdit[]): TextEdit[] {
    const inverse: TextEdit[] = [];
    let shift = 0;
    for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      inverse.push({
        start: start + shift,
        end: start + shift + text.length,
        text: this.#text.slice(start, end),
      });
      shift += text.length - (end - start);
    }
    this.#text = applyEdits(this.#text, edits);
    const change = edits.map(({ start, end, text }) => ({
      rangeOffset: start,
      rangeLength: end - start,
      text,
    }));
    this.#file.change(change);
    if (this.#file.loaded.document.text !== this.#text) throw new Error('What was read is not the text.');
    for (const listener of this.listeners) listener();
    return inverse;
  }
}

/** A document with its pages: what the extension does around them, without VS Code. */
export class MemoryMatrix {
  readonly document: MemoryDocument;
  published: PublishedIds | undefined;
  cursor: MatrixTarget | undefined;
  /** Another version, which the pages compare with. */
  other: Framework | undefined;
  /** Stands for a file that VS Code does not let be written. */
  writable = true;
  /** Called before an edit is written; true stands for a text that has changed meanwhile. */
  beforeWrite: () => boolean = () => false;
  readonly faults: unknown[] = [];
  #salt = 0;
  #beside: { of: Loaded; marks: MatrixMarks; since: SinceMarks | undefined } | undefined;

  readonly editing = createMatrixEditing({
    loaded: () => this.document.loaded,
    lock: () => this.lock(),
    settings: () => undefined,
    published: async () => this.published,
    write: async edits => {
      if (this.beforeWrite() || !this.writable) return false;
      this.document.edit(edits);
      return true;
    },
    salt: () => `salt ${this.#salt++}`,
    fault: error => this.faults.push(error),
  });

  constructor(text: string) {
    this.document = new MemoryDocument(text);
  }

  lock(): MatrixLock | null {
    const { whole, framework } = this.document.loaded;
    if (!whole) return { why: 'errors', message: 'The text has an error.' };
    return framework.details.status === 'published'
      ? { why: 'published', message: 'This version is published.' }
      : null;
  }

  /** What lines show beside their words: what is found, and what changed since the other version. */
  get beside(): { readonly marks: MatrixMarks; readonly since: SinceMarks | undefined } {
    const { loaded } = this.document;
    if (this.#beside?.of !== loaded) {
      const { framework } = loaded;
      const found = findings(loaded).flatMap(
        ({ start, severity }) => findingAt(framework, start, severity) ?? [],
      );
      this.#beside = {
        of: loaded,
        marks: marksOf(found, this.#beside?.marks),
        since: this.other && changesSince(this.other, framework, { name: 'another', source: 'other' }),
      };
    }
    return this.#beside;
  }

  openPage(): MemoryPage {
    return new MemoryPage(this);
  }
}

/** A page as it is on the other side: it knows what it was sent, and nothing else. */
export class MemoryPage {
  readonly sent: ToMatrix[] = [];
  readonly asked: unknown[] = [];
  /** What the page makes of what it is sent. */
  state = initialState();
  #id = 0;
  #waiting: (() => void) | undefined;
  readonly #answers = new Map<number, (outcome: OutcomeMessage) => void>();
  readonly session;

  constructor(matrix: MemoryMatrix) {
    const { document, editing } = matrix;
    this.session = createMatrixSession({
      content: previous => ({
        view: matrixView(document.loaded.framework, matrix.beside.marks, previous, matrix.beside.since),
        problem: document.loaded.document.root
          ? null
          : { message: 'There is nothing here.', line: 1, column: 1, count: 1 },
        lock: matrix.lock(),
      }),
      cursor: () => matrix.cursor,
      post: message => this.#take(message),
      reveal: (target, focus) => this.asked.push({ target, focus }),
      showProblem: () => this.asked.push('problem'),
      nextVersion: () => this.asked.push('next version'),
      run: editing.run,
      fix: editing.fix,
      history: what =>
        void editing.after(async () => {
          if (what === 'undo') document.undo();
          else document.redo();
        }),
      find: query => findInMatrix(document.loaded.framework, query),
      words: ({ rows }) => levelWords(document.loaded.framework, rows),
      findings: () => [],
      since: message => this.asked.push(message),
      refuse: message => this.asked.push({ refused: message }),
      later: run => {
        this.#waiting = run;
        return () => {
          this.#waiting = undefined;
        };
      },
    });
    document.listeners.push(() => this.session.changed());
    this.post({ type: 'ready' });
  }

  get view(): MatrixView | undefined {
    return this.state.view;
  }

  post(message: FromMatrix): void {
    if (!isFromMatrix(message)) throw new Error(`No page says ${JSON.stringify(message)}.`);
    this.session.receive(JSON.parse(JSON.stringify(message)));
  }

  /** Asks for a command and waits for its outcome. */
  run(command: MatrixCommand): Promise<OutcomeMessage> {
    const id = this.#id++;
    const answer = new Promise<OutcomeMessage>(done => this.#answers.set(id, done));
    this.post({ type: 'command', id, command });
    return answer;
  }

  /** What comes a little later comes now. */
  settle(): void {
    const run = this.#waiting;
    this.#waiting = undefined;
    run?.();
  }

  #take(message: ToMatrix): void {
    if (!isToMatrix(message)) throw new Error(`No extension says ${JSON.stringify(message)}.`);
    this.sent.push(message);
    this.state = reduce(this.state, { type: 'message', message });
    if (this.state.gap) throw new Error('A revision is missing.');
    if (message.type === 'outcome') this.#answers.get(message.id)?.(message);
  }
}

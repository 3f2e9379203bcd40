import { type MatrixTarget, type MatrixView, viewChanges } from '../../core/index.ts';
import type {
  AskWordsMessage,
  FindQuery,
  FixMessage,
  Found,
  FromMatrix,
  HistoryMessage,
  MatrixCommand,
  MatrixFinding,
  MatrixLock,
  RowWords,
  SinceMessage,
  TextProblem,
  ToMatrix,
} from '../../protocol/matrix.ts';
import type { MatrixAction } from '../../protocol/matrixActions.ts';
import { isFromMatrix } from '../../protocol/matrixGuards.ts';
import type { MatrixOutcome } from './editing.ts';

/** What the text of the document gives to show. */
export interface MatrixContent {
  readonly view: MatrixView;
  /** Why the text cannot be read as a whole; then `view` is only what could be. */
  readonly problem: TextProblem | null;
  readonly lock: MatrixLock | null;
}

/** What a session needs of the editor around it. */
export interface MatrixPorts {
  /** The content of the text as it is now; shares what did not change with `previous`. */
  content(previous: MatrixView | undefined): MatrixContent;
  /** What the cursor of the text stands in. */
  cursor(): MatrixTarget | undefined;
  post(message: ToMatrix): void;
  reveal(target: MatrixTarget, focus: boolean): void;
  showProblem(): void;
  nextVersion(): void;
  /** Does a command after all that was asked before, from any page of the document. Never fails. */
  run(command: MatrixCommand): Promise<MatrixOutcome>;
  fix(wanted: Omit<FixMessage, 'type' | 'id'>): Promise<MatrixOutcome>;
  history(what: HistoryMessage['what']): void;
  find(query: FindQuery): Found;
  words(asked: AskWordsMessage): readonly RowWords[];
  findings(target: MatrixTarget): readonly MatrixFinding[];
  since(asked: SinceMessage): void;
  /** Says that the page sent something that no page of ours sends. */
  refuse(message: unknown): void;
  /** Runs something a little later; gives back how to call it off. */
  later(run: () => void): () => void;
}

/** One page of the matrix: what it was sent last, and what it is to be sent next. Knows no VS Code. */
export interface MatrixSession {
  /** Takes whatever the page posts. */
  receive(message: unknown): void;
  /** The text, or what is shown beside it, changed: the page follows a little later. */
  changed(): void;
  /** The cursor moved in the text. */
  cursorMoved(): void;
  /** A command of VS Code is for this page. */
  perform(what: MatrixAction): void;
  /** A hidden page is gone; nothing is sent until a new one says `ready`. */
  hidden(): void;
  dispose(): void;
}

export function createMatrixSession(ports: MatrixPorts): MatrixSession {
  let ready = false;
  let revision = 0;
  /** What the page shows. */
  let shown: MatrixView | undefined;
  /** The last view of a text that could be read. */
  let lastGood: MatrixView | undefined;
  let problem: TextProblem | null = null;
  let lock: MatrixLock | null = null;
  let cursor = '';
  let callOff: (() => void) | undefined;

  const content = (): MatrixContent => {
    const now = ports.content(lastGood ?? shown);
    if (now.problem === null) {
      lastGood = now.view;
      return now;
    }
    return lastGood ? { ...now, view: lastGood } : now;
  };

  const snapshot = () => {
    const now = content();
    shown = now.view;
    ({ problem, lock } = now);
    ready = true;
    revision++;
    ports.post({ type: 'snapshot', revision, ...now });
    cursor = '';
    sendCursor();
  };

  /** Sends what changed since the page was sent something. */
  const update = () => {
    callOff?.();
    callOff = undefined;
    if (!ready || !shown) return;
    const now = content();
    const changes = viewChanges(shown, now.view);
    shown = now.view;
    if (changes) ports.post({ type: 'changes', from: revision, revision: ++revision, changes });
    if (!same(problem, now.problem)) {
      problem = now.problem;
      ports.post({ type: 'problem', problem });
    }
    if (!same(lock, now.lock)) {
      lock = now.lock;
      ports.post({ type: 'lock', lock });
    }
    sendCursor();
  };

  const sendCursor = () => {
    if (!ready || callOff) return;
    const target = ports.cursor() ?? null;
    const said = JSON.stringify(target);
    if (said === cursor) return;
    cursor = said;
    ports.post({ type: 'cursor', target });
  };

  const answer = async (id: number, outcome: Promise<MatrixOutcome>) => {
    const told = await outcome;
    if (!ready) return;
    // What was done must be on the page before it is told what to select.
    update();
    ports.post({ type: 'outcome', id, ...told });
  };

  const handle = (message: FromMatrix) => {
    switch (message.type) {
      case 'ready':
        return snapshot();
      case 'reveal':
        return ports.reveal(message.target, message.focus);
      case 'showProblem':
        return ports.showProblem();
      case 'nextVersion':
        return ports.nextVersion();
      case 'command':
        return void answer(message.id, ports.run(message.command));
      case 'fix':
        return void answer(message.id, ports.fix(message));
      case 'history':
        return ports.history(message.what);
      case 'since':
        return ports.since(message);
      case 'find':
      case 'words':
      case 'findings':
        return reply(message);
    }
  };

  /** Answers about the text as the page is shown it: what has changed meanwhile goes first. */
  const reply = (message: FromMatrix & { type: 'find' | 'words' | 'findings' }) => {
    if (!ready) return;
    update();
    const { id } = message;
    if (message.type === 'find') ports.post({ type: 'found', id, revision, ...ports.find(message.query) });
    else if (message.type === 'words') {
      const { against } = message;
      ports.post({ type: 'words', id, revision, against, rows: ports.words(message) });
    } else ports.post({ type: 'findings', id, revision, findings: ports.findings(message.target) });
  };

  return {
    receive(message) {
      if (isFromMatrix(message)) handle(message);
      else ports.refuse(message);
    },
    changed() {
      if (ready) callOff ??= ports.later(update);
    },
    cursorMoved: sendCursor,
    perform(what) {
      if (ready) ports.post({ type: 'perform', what });
    },
    hidden() {
      ready = false;
      callOff?.();
      callOff = undefined;
    },
    dispose() {
      ready = false;
      callOff?.();
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import { type MatrixTarget, type MatrixView, viewChanges } from '../../core/index.ts';
import type { FromMatrix, TextProblem, ToMatrix } from '../../protocol/matrix.ts';
import { isFromMatrix } from '../../protocol/matrixGuards.ts';

/** What the text of the document gives to show. */
export interface MatrixContent {
  readonly view: MatrixView;
  /** Why the text cannot be read as a whole; then `view` is only what could be. */
  readonly problem: TextProblem | null;
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
  /** Says that the page sent something that no page of ours sends. */
  refuse(message: unknown): void;
  /** Runs something a little later; gives back how to call it off. */
  later(run: () => void): () => void;
}

/** One page of the matrix: what it was sent last, and what it is to be sent next. Knows no VS Code. */
export interface MatrixSession {
  /** Takes whatever the page posts. */
  receive(message: unknown): void;
  /** The text, or the findings on it, changed: the page follows a little later. */
  changed(): void;
  /** The cursor moved in the text. */
  cursorMoved(): void;
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
  let cursor = '';
  let callOff: (() => void) | undefined;

  const content = (): MatrixContent => {
    const now = ports.content(lastGood ?? shown);
    if (now.problem === null) {
      lastGood = now.view;
      return now;
    }
    return lastGood ? { view: lastGood, problem: now.problem } : now;
  };

  const snapshot = () => {
    const now = content();
    shown = now.view;
    problem = now.problem;
    ready = true;
    revision++;
    ports.post({ type: 'snapshot', revision, ...now, lock: null });
    cursor = '';
    sendCursor();
  };

  const update = () => {
    callOff = undefined;
    if (!ready || !shown) return;
    const now = content();
    const changes = viewChanges(shown, now.view);
    shown = now.view;
    if (changes) ports.post({ type: 'changes', from: revision, revision: ++revision, changes });
    if (JSON.stringify(problem) !== JSON.stringify(now.problem)) {
      problem = now.problem;
      ports.post({ type: 'problem', problem });
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

  const handle = (message: FromMatrix) => {
    switch (message.type) {
      case 'ready':
        return snapshot();
      case 'reveal':
        return ports.reveal(message.target, message.focus);
      case 'showProblem':
        return ports.showProblem();
    }
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

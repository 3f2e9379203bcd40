import type { MatrixTarget, MatrixView, ViewChanges } from '../core/index.ts';

export type {
  AreaLine,
  LineSplice,
  MatrixCell,
  MatrixHead,
  MatrixLevel,
  MatrixLine,
  MatrixTarget,
  MatrixView,
  RowLine,
  SectionLine,
  SeverityCounts,
  TopicLine,
  ViewChanges,
} from '../core/index.ts';

/**
 * The level matrix: what the extension and its page say to each other. The page holds no truth: it shows the
 * last view it was sent. A view has a revision, counted up by the extension for each page; changes lead from
 * one revision to the next, and after a gap the page asks for a whole view by `ready`.
 */

/** The whole view: sent when the page asks by `ready`. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly revision: number;
  readonly view: MatrixView;
  readonly problem: TextProblem | null;
}

/** Sent after an edit that changed what is shown. */
export interface ChangesMessage {
  readonly type: 'changes';
  /** The revision that the changes lead from. */
  readonly from: number;
  readonly revision: number;
  readonly changes: ViewChanges;
}

/** Sent when the text becomes unreadable or readable: while it is unreadable, the view stays as it was. */
export interface ProblemMessage {
  readonly type: 'problem';
  readonly problem: TextProblem | null;
}

/** Why the text could not be read, by its first error. */
export interface TextProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** How many errors there are. */
  readonly count: number;
}

/** Sent when the cursor moves in the text: what it stands in. */
export interface CursorMessage {
  readonly type: 'cursor';
  readonly target: MatrixTarget | null;
}

export type ToMatrix = SnapshotMessage | ChangesMessage | ProblemMessage | CursorMessage;

/** Sent when the page has loaded, and when it missed a revision. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** Asks to show a target in the text. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly target: MatrixTarget;
  /** True takes the focus to the text, opening it where it is not open; false follows only where it is in view. */
  readonly focus: boolean;
}

/** Asks to show the first error in the text. */
export interface ShowProblemMessage {
  readonly type: 'showProblem';
}

export type FromMatrix = ReadyMessage | RevealMessage | ShowProblemMessage;

/** What the page keeps for itself while it is hidden or VS Code restarts. */
export interface MatrixPageState {
  readonly filter: string;
  readonly withdrawn: boolean;
  readonly notes: boolean;
  /** Undefined until the reader chooses: then the width decides. */
  readonly outline: boolean | undefined;
  readonly focus: { readonly key: string; readonly level: number } | undefined;
  /** What stood at the top of the view, and how many pixels of it were scrolled away. */
  readonly top: { readonly key: string; readonly offset: number } | undefined;
}

import type {
  CommandRefusal,
  FindQuery,
  Found,
  MatrixCommand,
  MatrixTarget,
  MatrixView,
  RowWords,
  Severity,
  ViewChanges,
} from '../core/index.ts';
import type { MatrixAction } from './matrixActions.ts';

export type {
  AreaLine,
  CellText,
  CellWords,
  CommandPlace,
  CommandRefusal,
  Coverage,
  FindQuery,
  Found,
  FoundCell,
  GoneNode,
  LineSince,
  LineSplice,
  MatrixCell,
  MatrixCommand,
  MatrixHead,
  MatrixLevel,
  MatrixLine,
  MatrixSince,
  MatrixTarget,
  MatrixView,
  NewRow,
  RowLine,
  RowWords,
  SectionLine,
  SeverityCounts,
  TopicLine,
  ViewChanges,
  WordPart,
} from '../core/index.ts';

/**
 * The level matrix: what the extension and its page say to each other. The page holds no truth: it shows the
 * last view it was sent.
 *
 * **Showing.** A view has a revision, counted up by the extension for each page; changes lead from one revision
 * to the next, and after a gap the page asks for a whole view by `ready`.
 *
 * **Doing.** The page sends a `command` under a number of its own. Commands are done one after the other, each
 * worked out by id against the text as it then is, and written as one step to undo. Every command is answered by
 * one `outcome` with its number, after the `changes` that show what it did: so what the outcome says to select
 * is there. A part that was refused is named with its reason; what the page had open or was told to write is the
 * page's to keep until the outcome says that it is written.
 *
 * **Asking.** `find`, `words` and `findings` are answered by a message of the same type and number. An answer
 * holds for the revision that it names; after the next change of those lines the page asks again.
 */

/** The whole view: sent when the page asks by `ready`. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly revision: number;
  readonly view: MatrixView;
  readonly problem: TextProblem | null;
  readonly lock: MatrixLock | null;
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

/** Sent when it becomes possible or impossible to edit. */
export interface LockMessage {
  readonly type: 'lock';
  readonly lock: MatrixLock | null;
}

/**
 * Why nothing can be edited now. `published`: the way on is `nextVersion`; `errors`: the text has errors that
 * make what is shown incomplete or ambiguous, the way on is `showProblem`; `readOnly`: the file is.
 */
export interface MatrixLock {
  readonly why: 'published' | 'errors' | 'readOnly';
  /** In a sentence or two, with what to do. */
  readonly message: string;
}

/** Sent when the cursor moves in the text: what it stands in. */
export interface CursorMessage {
  readonly type: 'cursor';
  readonly target: MatrixTarget | null;
}

/** The answer to a command, after the changes that it made. */
export interface OutcomeMessage {
  readonly type: 'outcome';
  readonly id: number;
  /** Whether the text was changed. */
  readonly done: boolean;
  /** What was done, or why nothing was, in a sentence: to be announced. */
  readonly told: string;
  /**
   * What to select next, in document order; empty: leave the selection. A row without a level is meant in the
   * column where the selection is.
   */
  readonly select: readonly MatrixTarget[];
  /** The parts that were not done. */
  readonly refusals: readonly CommandRefusal[];
  /** Why nothing can be edited, where that is the reason. */
  readonly lock?: MatrixLock;
}

/** The answer to `find`. */
export interface FoundMessage extends Found {
  readonly type: 'found';
  readonly id: number;
  readonly revision: number;
}

/** The answer to `words`: those of the rows that there are. */
export interface WordsMessage {
  readonly type: 'words';
  readonly id: number;
  readonly revision: number;
  readonly against: WordsAgainst;
  readonly rows: readonly RowWords[];
}

/** The answer to `findings`. */
export interface FindingsMessage {
  readonly type: 'findings';
  readonly id: number;
  readonly revision: number;
  readonly findings: readonly MatrixFinding[];
}

/** What was found wrong with a cell or a node, as the text's problems have it. */
export interface MatrixFinding {
  readonly severity: Severity;
  /** The id of the rule; empty where something else than our rules found it. */
  readonly rule: string;
  readonly message: string;
  /** The quick fixes, as in the text; none while the matrix is locked. */
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean }[];
}

/** A command was chosen in VS Code (a key, the palette): the page does it with what is selected in it. */
export interface PerformMessage {
  readonly type: 'perform';
  readonly what: MatrixAction;
}

export type ToMatrix =
  | SnapshotMessage
  | ChangesMessage
  | ProblemMessage
  | LockMessage
  | CursorMessage
  | OutcomeMessage
  | FoundMessage
  | WordsMessage
  | FindingsMessage
  | PerformMessage;

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

/** Asks to start the next version of a published framework. */
export interface NextVersionMessage {
  readonly type: 'nextVersion';
}

/** Asks to do something; answered by an outcome. */
export interface CommandMessage {
  readonly type: 'command';
  /** Chosen by the page, counted up. */
  readonly id: number;
  readonly command: MatrixCommand;
}

/** Asks to apply a quick fix that `findings` named; answered by an outcome. */
export interface FixMessage {
  readonly type: 'fix';
  readonly id: number;
  readonly target: MatrixTarget;
  readonly rule: string;
  readonly message: string;
  readonly title: string;
}

/** Undo or redo, of the document: whatever was done last to it, here or in the text. */
export interface HistoryMessage {
  readonly type: 'history';
  readonly what: 'undo' | 'redo';
}

/** Asks where a text occurs; answered by `found`. */
export interface FindMessage {
  readonly type: 'find';
  readonly id: number;
  readonly query: FindQuery;
}

/** What words are compared with: the next statement below in the row, or the version chosen by `since`. */
export type WordsAgainst = 'below' | 'since';

/** Asks for the words of some rows, those in view; answered by `words`. */
export interface AskWordsMessage {
  readonly type: 'words';
  readonly id: number;
  readonly against: WordsAgainst;
  readonly rows: readonly string[];
}

/** Asks what is wrong with a cell or node, with its quick fixes; answered by `findings`. */
export interface AskFindingsMessage {
  readonly type: 'findings';
  readonly id: number;
  readonly target: MatrixTarget;
}

/**
 * Asks to compare with another version in place: `choose` lets the person choose one, `again` takes the `source`
 * of before, `off` ends it. What differs then comes in the view's lines and its `since`. `list` opens the list of
 * changes, on a page of its own.
 */
export interface SinceMessage {
  readonly type: 'since';
  readonly what: 'choose' | 'again' | 'off' | 'list';
  /** With `again`. */
  readonly source?: string;
}

export type FromMatrix =
  | ReadyMessage
  | RevealMessage
  | ShowProblemMessage
  | NextVersionMessage
  | CommandMessage
  | FixMessage
  | HistoryMessage
  | FindMessage
  | AskWordsMessage
  | AskFindingsMessage
  | SinceMessage;

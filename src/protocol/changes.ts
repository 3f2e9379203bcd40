import type { ChangesView, MatrixTarget } from '../core/index.ts';

export type {
  ChangeCell,
  ChangeGroup,
  ChangeItem,
  ChangeKind,
  ChangeNote,
  ChangeProblem,
  ChangesView,
  ChangeTopic,
  ComparedArea,
  ComparedCell,
  ComparedRow,
  ComparedTopic,
  ComparedView,
  Decision,
  RoundView,
  Verdict,
  Wanted,
  WordPart,
} from '../core/index.ts';

/** The list of changes: what the extension and its page say to each other. */

/** The list, whole: sent when the page asks by `ready`, and again when answers have changed it. */
export interface ShowChangesMessage {
  readonly type: 'show';
  readonly view: ChangesView;
  /** Whether the sides can be opened as texts. */
  readonly texts: { readonly from: boolean; readonly to: boolean };
}

export type ToChanges = ShowChangesMessage;

/** Sent when the page has loaded. */
export interface ChangesReadyMessage {
  readonly type: 'ready';
}

/** Sent when a conflict or a question was answered: what is listed may differ now. */
export interface AnswerMessage {
  readonly type: 'answer';
  /** By the id of the decision. */
  readonly answers: { readonly [id: string]: string };
}

/** The reader's word: these changes and no others. */
export interface ApplyMessage {
  readonly type: 'apply';
  readonly accepted: readonly string[];
  readonly answers: { readonly [id: string]: string };
}

export interface CancelMessage {
  readonly type: 'cancel';
}

/** Asks to show a place in one of the texts. */
export interface OpenTextMessage {
  readonly type: 'open';
  readonly side: 'from' | 'to';
  readonly target: MatrixTarget;
}

/** Of a comparison: another pair of the versions is to be shown. */
export interface PairMessage {
  readonly type: 'pair';
  readonly pair: string;
}

/** Of a comparison: the maintainer wants to say of what class the change of a statement is, and why. */
export interface JudgeMessage {
  readonly type: 'judge';
  readonly row: string;
  readonly level: string;
}

/** Of a comparison: what changed is to be published. */
export interface PublishMessage {
  readonly type: 'publish';
}

/** Of a comparison: a further version is to be put in the row. */
export interface AddVersionMessage {
  readonly type: 'addVersion';
}

export type FromChanges =
  | ChangesReadyMessage
  | AnswerMessage
  | ApplyMessage
  | CancelMessage
  | OpenTextMessage
  | PairMessage
  | JudgeMessage
  | PublishMessage
  | AddVersionMessage;

/** What the page keeps for itself while it is hidden. */
export interface ChangesPageState {
  readonly refused: readonly string[];
  readonly answers: { readonly [id: string]: string };
  readonly filters: ChangeFilters;
  readonly layout: ChangesLayout;
}

/** How a comparison is laid out. */
export interface ChangesLayout {
  readonly show: 'list' | 'table';
  /** What the list is grouped by. */
  readonly by: 'area' | 'level' | 'class';
  /** Whether the table shows rows without a change. */
  readonly unchanged: boolean;
}

/** What is shown of the list; an empty text lets everything through. */
export interface ChangeFilters {
  readonly area: string;
  readonly level: string;
  readonly kind: string;
  readonly class: string;
  /** Of more than two versions: the one that made the change. */
  readonly step: string;
  /** Of several reviewers: one who wants the change. */
  readonly reviewer: string;
  /** Of several reviewers: how far they agree. */
  readonly agreement: string;
}

import type { BlankMeaning } from '../../model/types.ts';
import type { FindQuery } from '../find.ts';
import type { MatrixTarget } from '../target.ts';

/**
 * What somebody does in the matrix, as plain JSON-safe data: by ids, never by position. A command is worked out
 * against the framework as it then is. Texts of cells carry what the page saw, and are refused only where that
 * very text has changed meanwhile.
 */
export type MatrixCommand =
  | SetTexts
  | SetBlanks
  | SetNote
  | SetTitle
  | Replace
  | MoveStatementTo
  | InsertRows
  | DuplicateRows
  | SplitRow
  | MergeRows
  | MoveNodes
  | DeleteNodes
  | WithdrawNodes
  | RestoreNodes
  | InsertTopic
  | InsertArea
  | InsertSection
  | InsertLevel
  | RemoveLevel;

/** What is listed in the matrix and can be moved. */
export type MovableKind = 'row' | 'topic' | 'area' | 'level';
/** What keeps its text when it goes. */
export type WithdrawableKind = 'row' | 'topic' | 'area';

/**
 * Where something goes: directly above or below a sibling by its id, or to the end of a parent: of a topic for a
 * row, of a section (`area/kind`) for a topic; areas and levels have none (`''`). Left of a level is above it.
 */
export type CommandPlace =
  | { readonly above: string }
  | { readonly below: string }
  | { readonly endOf: string };

/** The text of one cell. */
export interface CellText {
  readonly row: string;
  readonly level: string;
  /** What the page showed; absent for a cell that was empty. */
  readonly was?: string;
  /** What is to stand there; nothing but white space clears the cell. */
  readonly text: string;
}

/** A row that does not exist yet. */
export interface NewRow {
  readonly texts: readonly { readonly level: string; readonly text: string }[];
}

/** Typing, pasting, filling down, clearing, cutting. With rows below, where what is pasted needs more of them. */
export interface SetTexts {
  readonly type: 'setTexts';
  readonly cells: readonly CellText[];
  readonly append?: { readonly to: CommandPlace; readonly rows: readonly NewRow[] };
}

/** Says what empty cells mean; null: nothing is said. */
export interface SetBlanks {
  readonly type: 'setBlanks';
  readonly cells: readonly { readonly row: string; readonly level: string }[];
  readonly meaning: BlankMeaning | null;
}

/** A maintainer's note on a node, or with a level on a cell; an empty text takes it away. */
export interface SetNote {
  readonly type: 'setNote';
  readonly target: MatrixTarget;
  readonly was?: string;
  readonly text: string;
}

/** Renames what readers see. An area or a topic may lose its title; levels and kinds of section may not. */
export interface SetTitle {
  readonly type: 'setTitle';
  readonly what: 'area' | 'topic' | 'sectionKind' | 'level';
  readonly id: string;
  readonly was?: string;
  readonly title: string;
}

/** Replaces what a query finds, in the texts as they then are: everywhere, or in one cell only. */
export interface Replace {
  readonly type: 'replace';
  readonly query: FindQuery;
  readonly replacement: string;
  /** One match: the nth in this cell, from 0. */
  readonly only?: { readonly row: string; readonly level: string; readonly nth: number };
}

/** Moves one statement to an empty cell: another level, another row, or both. */
export interface MoveStatementTo {
  readonly type: 'moveStatement';
  readonly from: { readonly row: string; readonly level: string };
  /** What the page showed. */
  readonly was: string;
  readonly to: { readonly row: string; readonly level: string };
}

export interface InsertRows {
  readonly type: 'insertRows';
  readonly to: CommandPlace;
  readonly rows: readonly NewRow[];
}

/** Copies rows, texts and meanings of blanks, to directly below the last of them. */
export interface DuplicateRows {
  readonly type: 'duplicateRows';
  readonly rows: readonly string[];
}

/** Parts a statement: the row keeps the first text, a new row directly below gets the second, at the same level. */
export interface SplitRow {
  readonly type: 'splitRow';
  readonly row: string;
  readonly level: string;
  /** What the page showed. */
  readonly was: string;
  readonly first: string;
  readonly second: string;
}

/** Joins the texts of rows, level by level, in one of them and withdraws the others in its favour. */
export interface MergeRows {
  readonly type: 'mergeRows';
  readonly into: string;
  readonly rows: readonly string[];
}

/** Moves nodes, in their order in the framework, to one place. */
export interface MoveNodes {
  readonly type: 'move';
  readonly what: MovableKind;
  readonly ids: readonly string[];
  readonly to: CommandPlace;
}

export interface NodeName {
  readonly what: WithdrawableKind;
  readonly id: string;
}

/** Withdraws what was ever published and removes what was not. */
export interface DeleteNodes {
  readonly type: 'delete';
  readonly nodes: readonly NodeName[];
  readonly reason?: string;
}

export interface WithdrawNodes {
  readonly type: 'withdraw';
  readonly nodes: readonly NodeName[];
  readonly reason?: string;
}

export interface RestoreNodes {
  readonly type: 'restore';
  readonly nodes: readonly NodeName[];
}

/** A new topic, with rows or without. */
export interface InsertTopic {
  readonly type: 'insertTopic';
  readonly to: CommandPlace;
  /** Absent or blank: untitled. */
  readonly title?: string;
  readonly rows?: readonly NewRow[];
}

/** A new area, with an empty section of each kind. */
export interface InsertArea {
  readonly type: 'insertArea';
  readonly to: CommandPlace;
  readonly title?: string;
}

/** A section of a kind that the area has none of. */
export interface InsertSection {
  readonly type: 'insertSection';
  readonly area: string;
  readonly kind: string;
}

export interface InsertLevel {
  readonly type: 'insertLevel';
  readonly to: CommandPlace;
  readonly title: string;
}

/** Removes a level with all that stands at it; refused where that is not as much as the page said it was. */
export interface RemoveLevel {
  readonly type: 'removeLevel';
  readonly level: string;
  /** How many statements, withdrawn rows included, the person agreed to lose. */
  readonly statements: number;
}

/** Why a part of a command was not done, in a sentence for people. */
export interface CommandRefusal {
  readonly reason: string;
  /** Which cell or node it is about. */
  readonly target?: MatrixTarget;
  /** What stands in the cell now; absent where it is empty or the refusal is not about words. */
  readonly now?: string;
}

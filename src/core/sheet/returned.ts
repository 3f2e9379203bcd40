import type { Sent } from './sent.ts';

/** What came back from a reviewer, as read from a workbook or CSV file; nothing is compared or decided yet. */
export interface Review {
  readonly form: 'xlsx' | 'ods' | 'csv';
  /** CSV with a line a statement: a row without any has no line. */
  readonly byStatement?: true;
  /** What the workbook said about itself when it was sent out; absent if that is lost or was never there. */
  readonly sent?: Sent;
  /** The stamp of the base (`sha256:…` over its text), from the workbook or, if need be, its properties. */
  readonly stamp?: string;
  /**
   * The version that the workbook was made from: the exact text of its file if the stamp is of it, else a text
   * without what is for the maintainers only.
   */
  readonly base?: string;
  /** The stamp of `base`. */
  readonly baseStamp?: string;
  /** Who saved the file last, by the file. */
  readonly savedBy?: string;
  readonly savedAt?: string;
  /** The data sheets, in the order of their tabs. */
  readonly sheets: readonly ReturnedSheet[];
  /** All rows of all data sheets, in order. */
  readonly rows: readonly ReturnedRow[];
  /**
   * Rows that were sent and are on no sheet: never a delete by itself. Not those of areas without a sheet or
   * of sheets without ids.
   */
  readonly absentRows: readonly { readonly row: string; readonly topic: string; readonly area: string }[];
  /** Areas that were sent and have neither a sheet nor a row any more. */
  readonly absentAreas: readonly string[];
  /** Comments that stand on no row: on heads, titles, other sheets. */
  readonly comments: readonly ReturnedComment[];
  readonly problems: readonly ReviewProblem[];
}

export interface ReturnedSheet {
  readonly name: string;
  /** By its name's anchor, or by the ids of its rows; absent if neither is left. */
  readonly areaId?: string;
  /** The title above the table; `''` if there is none; absent if it could not be told. */
  readonly areaTitle?: string;
  /** Level ids with a column here, from left to right; a level that is not here was not changed. */
  readonly levels: readonly string[];
  /** Whether the column of row ids is there. */
  readonly hasIds: boolean;
}

/** A row of a table. One with neither id nor text, but a topic's id, stands for a topic without rows. */
export interface ReturnedRow {
  readonly sheet: string;
  /** The row's number in the sheet. */
  readonly line: number;
  /** Counts from 0 within the sheet. */
  readonly order: number;
  /** `Technical Skills!14` */
  readonly place: string;
  /** Absent: a new row, or one whose id is lost. */
  readonly rowId?: string;
  /** What the hidden columns say; a new row has none of them. */
  readonly topicId?: string;
  readonly kind?: string;
  readonly areaId?: string;
  /** What the visible columns say, on one line; absent if there is no such column. Only CSV has one for the area. */
  readonly areaTitle?: string;
  readonly sectionTitle?: string;
  readonly topicTitle?: string;
  /** Level id → text (`''`: emptied). A level that is not in here was not understood or has no column. */
  readonly statements: ReadonlyMap<string, string>;
  /** The nearest rows above and below on the same sheet that have an id. */
  readonly above?: string;
  readonly below?: string;
  /** The place of the first row with the same id, if this is not the first. */
  readonly copyOf?: string;
  /** Whether the row was hidden, by hand or by a filter. */
  readonly hidden: boolean;
  readonly comments: readonly ReturnedComment[];
}

export interface ReturnedComment {
  readonly place: string;
  readonly text: string;
  readonly author?: string;
  readonly date?: string;
  /** The row that it is about, where it does not stand at that row. */
  readonly row?: string;
  /** The level that it stands on, if it stands on a statement or a level's head, or that it is about. */
  readonly level?: string;
}

/** What was not understood, or taken otherwise than it stands there. */
export interface ReviewProblem {
  readonly code: string;
  /** `Technical Skills!D14`, or the sheet's name, or `the workbook`. */
  readonly place: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

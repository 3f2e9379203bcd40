import type { CellRange } from './address.ts';

/**
 * A workbook as it was read, as plain data: every cell as the text that a person saw in it, with what kind of
 * value it was. Nothing is interpreted here. Cells without text, comment or link are left out.
 */
export interface RawBook {
  readonly form: 'xlsx' | 'ods' | 'csv';
  readonly sheets: readonly RawSheet[];
  readonly names: readonly RawName[];
  /** The file's own properties beside the sheets; name → text. */
  readonly custom: ReadonlyMap<string, string>;
  /** Who saved the file last, and when, if it says so. */
  readonly savedBy?: string;
  readonly savedAt?: string;
  /** What was seen and passed over (macros, links to other files), a sentence each. */
  readonly passedOver: readonly string[];
}

export interface RawSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** From top to bottom. */
  readonly rows: readonly RawRow[];
  readonly merges: readonly CellRange[];
  /** Numbers of the first and last column of each hidden group. */
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
}

export interface RawRow {
  /** Counts from 1. */
  readonly row: number;
  readonly hidden: boolean;
  /** From left to right. */
  readonly cells: readonly RawCell[];
  /** How many lines of a text file it takes; absent: one. */
  readonly lines?: number;
}

export type RawKind = 'empty' | 'text' | 'richText' | 'number' | 'boolean' | 'date' | 'error';

export interface RawCell {
  /** Counts from 1. */
  readonly column: number;
  /** As a person would read it: a date as `2024-01-02`, a share as `50%`. */
  readonly text: string;
  readonly kind: RawKind;
  /** The formula whose last result `text` is, if the cell holds one. */
  readonly formula?: string;
  /** The words of it that are struck out, one after the other. */
  readonly struck?: string;
  /** Where a click leads to, if the cell is a link. */
  readonly link?: string;
  readonly comments?: readonly RawComment[];
}

export interface RawComment {
  readonly text: string;
  readonly author?: string;
  /** As the file has it, ISO 8601. */
  readonly date?: string;
}

export interface RawName {
  readonly name: string;
  /** The sheet that the name belongs to, if it is not the whole workbook's. */
  readonly scope?: string;
  /** As the file has it: `'Area 1'!$A$1`. */
  readonly refersTo: string;
}

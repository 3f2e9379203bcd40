import type { WordPart } from '../changes/words.ts';
import type { CellRange } from './address.ts';
import type { StyleName } from './styles.ts';

/**
 * A workbook to be written, as plain data: what stands where and how it looks, without a word about the
 * library or the file format that writes it. All cells hold text; there is no formula in a workbook.
 */
export interface Book {
  readonly properties: BookProperties;
  /** In the order of their tabs. */
  readonly sheets: readonly BookSheet[];
  /** Names of cells that stay with their cells when sheets are renamed, sorted or moved. */
  readonly names: readonly BookName[];
}

export interface BookProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** `2026-11-23`; given, not looked up, so that the same content gives the same bytes. */
  readonly date: string;
  /** Kept in the file beside the sheets; name → text. */
  readonly custom: ReadonlyMap<string, string>;
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface BookSheet {
  /** 1 to 31 characters, unique in the book whatever the case, free of `' [ ] : * ? / \`. */
  readonly name: string;
  readonly state: SheetState;
  /** `RRGGBB` */
  readonly tabColour?: string;
  readonly columns: readonly BookColumn[];
  /** From the first row of the sheet on, without gaps. */
  readonly rows: readonly BookRow[];
  /** How many rows and columns stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: CellRange;
  readonly print: BookPrint;
  readonly choices?: readonly BookChoice[];
  readonly emphases?: readonly BookEmphasis[];
}

export interface BookColumn {
  /** In characters, as spreadsheets count. */
  readonly width: number;
  readonly hidden?: boolean;
  /** The style of the cells that are empty so far. */
  readonly style?: StyleName;
}

export interface BookRow {
  /** In points; absent: as high as the text needs. */
  readonly height?: number;
  /** From column A on; `undefined`: an empty cell in the column's style. */
  readonly cells: readonly (BookCell | undefined)[];
}

export interface BookCell {
  readonly text: string;
  readonly style: StyleName;
  /** The text in parts of which some are struck out or underlined; only in cells that nothing is read back from. */
  readonly words?: readonly WordPart[];
  /** A note that pops up beside the cell. */
  readonly note?: string;
  /** Where a click leads to. */
  readonly link?: { readonly sheet: string; readonly cell: string };
  /** Which statement stands here, for messages about it. */
  readonly of?: { readonly row: string; readonly level: string };
}

/** A4; the width always fits on one page, the height if `onePage`. */
export interface BookPrint {
  readonly orientation: 'portrait' | 'landscape';
  /** How many rows from the top are printed again on every page. */
  readonly repeatRows: number;
  readonly onePage?: boolean;
  readonly footer?: string;
}

/** A drop-down list. */
export interface BookChoice {
  readonly range: CellRange;
  /** The defined name of the cells that hold the choices. */
  readonly list: string;
  /** Whether anything else is refused; if not, the list only suggests. */
  readonly strict: boolean;
  readonly title: string;
  readonly message: string;
}

/** A style for the cells of a range for which a condition holds, wherever sorting puts them. */
export interface BookEmphasis {
  readonly range: CellRange;
  /** A spreadsheet's condition, written for the first cell of the range. */
  readonly condition: string;
  readonly look: { readonly colour?: string; readonly topLine?: string; readonly bottomLine?: string };
}

export interface BookName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

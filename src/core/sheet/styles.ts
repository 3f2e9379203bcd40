/** How the workbook looks, by name. Colours are `RRGGBB`, chosen so that they also print well in grey. */

export interface BookStyle {
  readonly font: {
    readonly size: number;
    readonly bold?: boolean;
    readonly colour: string;
    readonly underline?: boolean;
  };
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly vertical: 'top' | 'middle' | 'bottom';
  /** In steps of about one character. */
  readonly indent?: number;
  readonly bottomLine?: { readonly colour: string; readonly weight: 'hair' | 'thin' | 'medium' };
}

export const TYPEFACE = 'Calibri';

const INK = '1F2933';
const NAVY = '1F3864';
const GREY = '5F6B7A';
/** The colour of the line below every row. */
export const ROW_LINE = 'C9D1DA';
const CHANGED = 'FFF3BF';
const hairline = { colour: ROW_LINE, weight: 'thin' } as const;

export const STYLES = {
  plain: { indent: 1, font: { size: 11, colour: INK }, vertical: 'top', wrap: true },
  bookTitle: { indent: 1, font: { size: 20, bold: true, colour: NAVY }, vertical: 'middle' },
  subtitle: { indent: 1, font: { size: 12, colour: GREY }, vertical: 'top' },
  heading: {
    indent: 1,
    font: { size: 13, bold: true, colour: NAVY },
    vertical: 'bottom',
    bottomLine: { colour: NAVY, weight: 'thin' },
  },
  step: { indent: 1, font: { size: 11, bold: true, colour: NAVY }, vertical: 'top' },
  label: { indent: 1, font: { size: 11, colour: GREY }, vertical: 'top', wrap: true },
  link: { indent: 1, font: { size: 11, colour: '1F5FA8', underline: true }, vertical: 'top', wrap: true },
  hint: { font: { size: 10, colour: GREY }, vertical: 'top' },
  areaTitle: { indent: 1, font: { size: 16, bold: true, colour: NAVY }, vertical: 'middle' },
  areaUntitled: { indent: 1, font: { size: 16, colour: '8A97A6' }, vertical: 'middle' },
  head: {
    indent: 1,
    font: { size: 11, bold: true, colour: NAVY },
    fill: 'DCE6F1',
    vertical: 'middle',
    wrap: true,
    bottomLine: { colour: NAVY, weight: 'medium' },
  },
  id: { font: { size: 9, colour: GREY }, vertical: 'top' },
  empty: { indent: 1, font: { size: 11, colour: INK }, vertical: 'top', wrap: true },
  section: { indent: 1, font: { size: 11, colour: GREY }, vertical: 'top', wrap: true, bottomLine: hairline },
  topic: {
    indent: 1,
    font: { size: 11, bold: true, colour: NAVY },
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  repeatedSample: {
    indent: 1,
    font: { size: 11, bold: true, colour: 'A7B0BA' },
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  statement: {
    indent: 1,
    font: { size: 11, colour: INK },
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  notApplicable: {
    indent: 1,
    font: { size: 11, colour: INK },
    fill: 'E4E7EB',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  asBelow: {
    indent: 1,
    font: { size: 11, colour: INK },
    fill: 'E3EFE3',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  missing: {
    indent: 1,
    font: { size: 11, colour: INK },
    fill: 'FDF0D5',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  changed: {
    indent: 1,
    font: { size: 11, colour: INK },
    fill: CHANGED,
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  changedTopic: {
    indent: 1,
    font: { size: 11, bold: true, colour: NAVY },
    fill: CHANGED,
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  new: {
    indent: 1,
    font: { size: 11, colour: INK },
    fill: 'DDEBFA',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  tableLink: {
    indent: 1,
    font: { size: 11, colour: '1F5FA8', underline: true },
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  raises: {
    indent: 1,
    font: { size: 11, bold: true, colour: INK },
    fill: 'FBE6E4',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  lowers: {
    indent: 1,
    font: { size: 11, bold: true, colour: INK },
    fill: 'E3EEFB',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  clarifies: {
    indent: 1,
    font: { size: 11, bold: true, colour: INK },
    fill: 'E3F3E9',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  editorial: {
    indent: 1,
    font: { size: 11, bold: true, colour: INK },
    fill: 'E9EDF1',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  undecided: {
    indent: 1,
    font: { size: 11, bold: true, colour: INK },
    fill: 'FDF0D0',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  meta: { font: { size: 9, colour: GREY }, vertical: 'top' },
} as const satisfies Record<string, BookStyle>;

export type StyleName = keyof typeof STYLES;

/** How words that changed are shown. */
export const WORD_LOOKS = {
  removed: { colour: 'B3261E', strike: true },
  added: { colour: '1B6E3C', underline: true },
} as const;

/** The colour of a section or topic that only repeats the one above it. */
export const REPEATED = 'A7B0BA';
/** The colour of the line above a new topic. */
export const TOPIC_LINE = '8A97A6';

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
  readonly indent?: number;
  readonly bottomLine?: { readonly colour: string; readonly weight: 'hair' | 'thin' | 'medium' };
}

export const TYPEFACE = 'Calibri';

const INK = '1F2933';
const NAVY = '1F3864';
const GREY = '5F6B7A';
const RULE = 'C9D1DA';
const hairline = { colour: RULE, weight: 'thin' } as const;

export const STYLES = {
  plain: { font: { size: 11, colour: INK }, vertical: 'top', wrap: true },
  bookTitle: { font: { size: 20, bold: true, colour: NAVY }, vertical: 'middle' },
  subtitle: { font: { size: 12, colour: GREY }, vertical: 'top' },
  heading: {
    font: { size: 13, bold: true, colour: NAVY },
    vertical: 'bottom',
    bottomLine: { colour: NAVY, weight: 'thin' },
  },
  step: { font: { size: 11, bold: true, colour: NAVY }, vertical: 'top' },
  label: { font: { size: 11, colour: GREY }, vertical: 'top', wrap: true },
  link: { font: { size: 11, colour: '1F5FA8', underline: true }, vertical: 'top', wrap: true },
  hint: { font: { size: 10, colour: GREY }, vertical: 'top' },
  areaTitle: { font: { size: 16, bold: true, colour: NAVY }, vertical: 'middle' },
  head: {
    font: { size: 11, bold: true, colour: NAVY },
    fill: 'DCE6F1',
    vertical: 'middle',
    wrap: true,
    bottomLine: { colour: NAVY, weight: 'medium' },
  },
  id: { font: { size: 9, colour: GREY }, vertical: 'top' },
  section: { font: { size: 11, colour: GREY }, vertical: 'top', wrap: true, bottomLine: hairline },
  topic: { font: { size: 11, bold: true, colour: NAVY }, vertical: 'top', wrap: true, bottomLine: hairline },
  statement: { font: { size: 11, colour: INK }, vertical: 'top', wrap: true, bottomLine: hairline },
  notApplicable: {
    font: { size: 11, colour: INK },
    fill: 'E4E7EB',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  asBelow: {
    font: { size: 11, colour: INK },
    fill: 'E3EFE3',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  missing: {
    font: { size: 11, colour: INK },
    fill: 'FDF0D5',
    vertical: 'top',
    wrap: true,
    bottomLine: hairline,
  },
  meta: { font: { size: 9, colour: GREY }, vertical: 'top' },
} as const satisfies Record<string, BookStyle>;

export type StyleName = keyof typeof STYLES;

/** The colour of a section or topic that only repeats the one above it. */
export const REPEATED = 'A7B0BA';
/** The colour of the line above a new topic. */
export const TOPIC_LINE = '8A97A6';

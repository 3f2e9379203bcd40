import { cellPlace } from './address.ts';
import type { Book, BookSheet } from './book.ts';

/** A text that an Excel file would lose or change, and where it stands. */
export interface Unwritable {
  readonly code: 'control-character' | 'broken-character' | 'too-long';
  /** `Technical Skills!D14` */
  readonly place: string;
  readonly row?: string;
  readonly level?: string;
  /** It begins with the place, or with the row and the level. */
  readonly message: string;
}

/** UTF-16 units. */
export const LONGEST_CELL = 32_767;

/** Tabs and line feeds are carried; U+0080 to U+009F are odd but safe. */
const CONTROL = /(?![\t\n\u0080-\u009F])\p{Cc}/u;
/** Halves of a pair without their other half, and what Unicode says is no character. */
const BROKEN = /[\uFFFE\uFFFF\p{Cs}]/u;

const UNCARRIED = new RegExp(`${CONTROL.source}|${BROKEN.source}`, 'gu');

/** What of the workbook an Excel file cannot carry; empty: all of it can be written, and comes back as it is. */
export function unwritable(book: Book): Unwritable[] {
  return book.sheets.flatMap(unwritableIn);
}

/** What of one sheet an Excel file cannot carry. */
export function unwritableIn(sheet: BookSheet): Unwritable[] {
  const found: Unwritable[] = [];
  sheet.rows.forEach((row, rowIndex) => {
    row.cells.forEach((cell, columnIndex) => {
      for (const text of cell ? [cell.text, cell.note ?? ''] : []) {
        const fault = faultOf(text);
        if (!fault || !cell) continue;
        const place = cellPlace(sheet.name, columnIndex + 1, rowIndex + 1);
        const of = cell.of ? `Row ${cell.of.row}, level ${cell.of.level}` : place;
        found.push({ ...fault, place, ...cell.of, message: `${of} ${fault.message}` });
      }
    });
  });
  return found;
}

/** A text that is only shown, with what cannot be carried replaced and the end cut off. */
export function printable(text: string, longest: number): string {
  const safe = text.replace(UNCARRIED, '\uFFFD');
  return safe.length <= longest ? safe : `${safe.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** Most texts have nothing but these, which is told much faster than that they have none of the others. */
const PLAIN = /^[\t\n\x20-\x7E\xA0-\uD7FF\uE000-\uFFFD]*$/;

/** What a text is without what an Excel file cannot carry, and what that was: `U+0007`, each once. */
export interface Carried {
  readonly text: string;
  readonly left: readonly string[];
}

/** Line breaks of other kinds become line feeds; what then cannot be carried is left out. */
export function carried(text: string): Carried {
  if (PLAIN.test(text)) return { text, left: [] };
  const lines = text.replace(/\r\n?|[\v\f]/g, '\n');
  const left = new Set((lines.match(UNCARRIED) ?? []).map(codePoint));
  return { text: lines.replace(UNCARRIED, ''), left: [...left] };
}

/** What is said of characters that were left out. */
export function leftOut({ left }: Carried): string {
  return `The text holds ${left.join(', ')}, which cannot be seen and which no workbook can carry: left out. Check that nothing is missing.`;
}

function faultOf(text: string): { code: Unwritable['code']; message: string } | undefined {
  if (text.length <= LONGEST_CELL && PLAIN.test(text)) return undefined;
  const control = CONTROL.exec(text);
  if (control)
    return {
      code: 'control-character',
      message: `holds the control character ${codePoint(control[0])}, which an Excel file cannot carry: take it out.`,
    };
  const broken = BROKEN.exec(text);
  if (broken)
    return {
      code: 'broken-character',
      message: `holds ${codePoint(broken[0])}, half a character or none, which an Excel file cannot carry: replace it.`,
    };
  if (text.length > LONGEST_CELL)
    return {
      code: 'too-long',
      message: `is ${text.length} characters long, but a cell of an Excel file holds ${LONGEST_CELL}: shorten it.`,
    };
  return undefined;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

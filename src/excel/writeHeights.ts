import type { BookColumn, BookRow } from '../core/sheet/book.ts';
import { type BookStyle, STYLES } from '../core/sheet/styles.ts';

/**
 * How high a row must be for its text. Excel measures rows by itself, LibreOffice shows them as high as the file
 * says; so the file says nearly the right thing, and marks it as not set by hand.
 */

/** Advance widths of the typeface in 2,048ths of its size, from the space to `~`. */
const WIDTHS = [
  463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038,
  1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260,
  1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162, 1822,
  1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931,
  470, 1636, 1076, 1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
];
const UNITS = 2048;
const OTHER = 1100;
/** East Asian characters and emoji fill a square. */
const FULL = 2048;
/** A column's width counts digits of the standard size, which are 7 of 96 pixels an inch wide. */
const POINTS_A_CHARACTER = 5.25;
/** In points. */
const INDENT = 6.75;
/** Lines are measured a little too long rather than too short. */
const CAUTION = 1.02;
/** Of a line, in sizes of its type. */
const LINE = 1.365;
const PADDING = 2;
const LEAST = 15;
/** Excel shows no row higher than this. */
const MOST = 409;

/** @returns points */
export function heightOf(row: BookRow, columns: readonly BookColumn[]): number {
  let height = LEAST;
  row.cells.forEach((cell, index) => {
    const column = columns[index];
    if (!cell || cell.text === '' || column?.hidden) return;
    const style: BookStyle = STYLES[cell.style];
    const room = (column?.width ?? 9) * POINTS_A_CHARACTER - (style.indent ?? 0) * INDENT;
    const lines = style.wrap ? linesOf(cell.text, style.font, room) : 1;
    height = Math.max(height, lines * style.font.size * LINE + PADDING);
  });
  return Math.min(MOST, Math.round(height));
}

function linesOf(text: string, font: BookStyle['font'], room: number): number {
  const scale = (font.size / UNITS) * CAUTION * (font.bold ? 1.05 : 1);
  let lines = 1;
  /** Of the line so far. */
  let used = 0;
  /** Of the word so far, and of the space behind it, in units of the typeface. */
  let word = 0;
  let space = 0;
  const endWord = () => {
    if (word === 0 && space === 0) return;
    const width = word * scale;
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    // A word longer than a line is broken.
    if (width > room) lines += Math.floor(width / room);
    used += (width % room) + space * scale;
    word = 0;
    space = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      endWord();
      lines++;
      used = 0;
    } else if (isSpace(code)) space += widthOf(code);
    else {
      if (space > 0) endWord();
      // The second half of a character that takes two is no wider.
      if (code < 0xdc00 || code > 0xdfff) word += widthOf(code);
    }
  }
  endWord();
  return lines;
}

const NEWLINE = 10;

function isSpace(code: number): boolean {
  return code === 32 || (code > 126 && /\s/.test(String.fromCharCode(code))) || (code >= 9 && code <= 13);
}

function widthOf(code: number): number {
  return WIDTHS[code - 32] ?? (code >= 0x1100 ? FULL : OTHER);
}

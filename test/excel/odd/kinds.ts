import type { Parts } from '../handMade.ts';
import { bookParts, pack, sheetXml } from '../handMade.ts';

/** A kind of file that other programs write, or that somebody made to do harm. */
export interface Kind {
  /** What is odd about it. */
  readonly name: string;
  /** How it is made. */
  readonly make: () => Uint8Array;
  /** The cells of its sheets as `S!A1=text`; absent: it is refused, with this code. */
  readonly cells?: readonly string[];
  readonly refused?: string;
  /** Why LibreOffice does not read it alike, where it does not. */
  readonly unlikeLibreOffice?: string;
}

/** A cell with a text of its own. */
export const inline = (text: string, reference = 'A1') =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** A row of one cell, `A1`. */
export const one = (text = 'x') => `<row r="1">${inline(text)}</row>`;

export const oneCell = sheetXml(one());

/** The parts of a workbook of one sheet called `S` with these rows. */
export function book(rows: string, more: Parts = {}, after = '', before = ''): Parts {
  return bookParts(sheetXml(rows, after, before), more);
}

/** A part with something put in the place of something that must be in it. */
export function swap(parts: Parts, part: string, from: string, to: string): Parts {
  const text = String(parts[part]);
  if (!text.includes(from)) throw new Error(`${part} has no ${from}`);
  return { ...parts, [part]: text.replace(from, to) };
}

export function read(name: string, cells: readonly string[], parts: () => Parts, unlike?: string): Kind {
  return {
    name,
    cells,
    make: () => pack(parts()),
    ...(unlike !== undefined && { unlikeLibreOffice: unlike }),
  };
}

export function refused(name: string, code: string, make: () => Uint8Array): Kind {
  return { name, refused: code, make };
}

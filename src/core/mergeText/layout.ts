import { LineIndex } from '../text/lines.ts';

/** How a text is laid out, so that texts of different line ends can be merged. */
export interface Layout {
  readonly mark: '' | '\uFEFF';
  /** Absent: lines end in one way here and in another there. */
  readonly lineEnd?: '\n' | '\r\n';
}

/** Whether a text begins with a byte order mark, and how its lines end. */
export function layoutOf(text: string): Layout {
  const all = text.split('\n').length;
  const windows = text.split('\r\n').length;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (windows === 1) return { mark, lineEnd: '\n' };
  return windows === all ? { mark, lineEnd: '\r\n' } : { mark };
}

/** The lines of a text without a byte order mark, a carriage return at their ends where that is the layout. */
export function linesIn(text: string, { lineEnd }: Layout): string[] {
  const bare = text.replace(/^\uFEFF/, '');
  return (lineEnd === undefined ? bare : bare.replace(/\r?\n/g, lineEnd)).split('\n');
}

/** Offsets in a text ↔ those lines: a carriage return by itself ends none. */
export function lineIndexOf(text: string): LineIndex {
  return new LineIndex(text.replace(/\r(?!\n)/g, ' '));
}

/** The text that these are the lines of. */
export function joined(lines: readonly string[], { mark }: Layout): string {
  return mark + lines.join('\n');
}

/** The lines of a text, and what one line in block style begins with, without a parser. */

export const HASH = 35;
const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
const DASH = 45;

/** A line that is neither blank nor a comment. */
export interface ContentLine {
  readonly start: number;
  readonly end: number;
  /** Leading spaces. */
  readonly indent: number;
}

/** What a line begins with: dashes, a key, both, or neither. */
export interface Entry {
  /** The columns of its dashes. */
  readonly dashes: readonly number[];
  readonly key?: { readonly name: string; readonly at: number; readonly column: number };
  /** The column of its key, else of its last dash, else of its text: what is deeper belongs to it. */
  readonly column: number;
  /**
   * What deeper lines may be: anything; more of its text, which cannot hold keys; lines of text, whatever they look
   * like; or it takes more to tell.
   */
  readonly holds: 'anything' | 'text' | 'lines' | 'unknown';
}

/** The offset after the end of the line that an offset lies in. */
export function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}

/** The first line from one on that is neither blank nor a comment. */
export function contentLine(text: string, from: number): ContentLine | undefined {
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start);
    const indent = indentOf(text, start);
    const at = firstSolid(text, start + indent, end);
    if (at < end && text.charCodeAt(at) !== HASH) return { start, end, indent };
    start = end;
  }
  return undefined;
}

export function indentOf(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

export function firstSolid(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE && unit !== TAB && unit !== CR && unit !== LF) break;
    at++;
  }
  return at;
}

export function isDash(text: string, line: ContentLine): boolean {
  return isDashAt(text, line.start + line.indent, line.end);
}

function isDashAt(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === DASH && (at + 1 >= end || /\s/.test(text[at + 1]!));
}

/** A line that begins or ends a document, or a directive: such a text is parsed in one piece. */
export function isMarker(text: string, line: ContentLine): boolean {
  const mark = text.slice(line.start, line.start + 4);
  return /^(?:---|\.\.\.)(?:\s|$)/.test(mark) || mark[0] === '%';
}

/** Whether a line begins with a key, behind dashes or not. Such a line goes on with no text. */
export function hasKey(text: string, line: ContentLine): boolean {
  return readEntry(text, line).key !== undefined;
}

export function readEntry(text: string, line: ContentLine): Entry {
  const dashes: number[] = [];
  let at = line.start + line.indent;
  while (isDashAt(text, at, line.end)) {
    dashes.push(at - line.start);
    at++;
    while (text[at] === ' ') at++;
    if (at >= line.end || /\s|#/.test(text[at]!))
      return { dashes, column: dashes.at(-1)!, holds: 'anything' };
  }
  const key = keyAt(text, at, line.end);
  const column = at - line.start;
  if (!key)
    return dashes.length > 0
      ? { dashes, column: dashes.at(-1)!, holds: holdsAt(text, at, line.end) }
      : { dashes, column, holds: 'unknown' };
  const value = firstSolid(text, key.end, line.end);
  const isOpen = value >= line.end || (text.charCodeAt(value) === HASH && value > key.end);
  const holds = isOpen ? 'anything' : holdsAt(text, value, line.end);
  return { dashes, key: { name: key.name, at, column }, column, holds };
}

const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=\s|$)/;
const PLAIN = /^(?:[^\s"'#&*!|>%@`{}[\],?:-]|[?:-](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*?:(?=\s|$)/;

/** YAML takes a longer key for a fault; and patterns cannot go through a line of millions of characters. */
const LONGEST_KEY = 1100;

/** The key that stands at an offset, and where its colon ends. */
function keyAt(text: string, at: number, end: number): { name: string; end: number } | undefined {
  const beginning = text.slice(at, Math.min(end, at + LONGEST_KEY));
  const match = QUOTED.exec(beginning) ?? PLAIN.exec(beginning);
  return match ? { name: match[0].slice(0, -1).trimEnd(), end: at + match[0].length } : undefined;
}

const PLAIN_TEXT = /^(?:[^\s"'#&*!|>%@`{}[\],?:-]|[?:-](?=\S))/;
const ENDED =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{[](?:[^"'{}[\]]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')*[}\]])\s*(?:\s#.*)?$/;
const LONGEST_ENDED = 4000;

/** What may stand deeper below a text that begins at an offset and goes up to the end of its line. */
function holdsAt(text: string, at: number, end: number): 'text' | 'lines' | 'unknown' {
  if (PLAIN_TEXT.test(text.slice(at, Math.min(end, at + 2)))) return 'text';
  if (/^[|>][-+1-9]{0,2}\s*(?:\s#.*)?$/.test(text.slice(at, Math.min(end, at + LONGEST_ENDED))))
    return 'lines';
  return end - at < LONGEST_ENDED && ENDED.test(text.slice(at, end)) ? 'text' : 'unknown';
}

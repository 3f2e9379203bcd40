import { type Document, isCollection, visit } from 'yaml';
import { contentLine, indentOf, lineEnd, readEntry } from './lines.ts';
import { lineStart, lineStop, type MendedText } from './mendedText.ts';
import { GOES_ON, syntaxMessage } from './syntaxMessage.ts';

/** What keeps a text from being read. */
export interface Fault {
  /** The range to be shown, within one line. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** The text without it. */
  readonly mended: MendedText;
}

/** Errors of an entry whose place begins right behind the entry before, with what may be blank or a comment. */
const MISPLACED = /must start at the same column|without - indicator|may not be used as an implicit map key/;

/**
 * The line that the first error of a text is about: where a quote or bracket that is not closed opens, where a key
 * goes on with the text of the line above, else the last with text up to the error.
 * @param document what was made of the text; it has an error
 */
export function faultOf(document: Document.Parsed, mended: MendedText): Fault {
  const { text } = mended;
  const error = document.errors[0]!;
  const opened = unclosed(document, error.pos[0]);
  const goesOn = opened === undefined ? deeperKey(document, text) : undefined;
  let at = opened ?? goesOn ?? Math.min(error.pos[0], text.length);
  if (MISPLACED.test(error.message)) {
    const isBehind = /^\s*(?:#|$)/.test(text.slice(at, lineStop(text, at)));
    at = contentLine(text, isBehind ? lineEnd(text, at) : lineStart(text, at))?.start ?? at;
  }
  if (opened === undefined && goesOn === undefined)
    while (at > 0 && !/\S/.test(text.slice(lineStart(text, at), lineStop(text, at))))
      at = lineStart(text, at) - 1;
  at = Math.max(0, at);
  const start = lineStart(text, at);
  const stop = lineStop(text, at);
  const line = text.slice(start, stop);
  // A tab is no indentation: it may be what is wrong.
  const indent = /^ */.exec(line)![0].length;
  const dashes = /^(?:- +)*/.exec(line.slice(indent))![0].length;
  // A dash still begins an entry, so that what follows does not become part of the one before.
  const isDash = dashes > 0 && at < start + indent + dashes;
  const from = start + indent + (isDash || dashes === line.length - indent ? 0 : dashes);
  const isOpen = isDash || opened !== undefined || /:\s*(?:#.*)?$/.test(line);
  // All that is as far to the right as a key which goes on with the text above is wrong in the same way.
  const column = goesOn === undefined ? from - start : columnOfEntry(text, error.pos[0]);
  const to = isOpen || goesOn !== undefined ? endOfDeeper(text, stop, column) : stop;
  return {
    from: start + indent,
    to: start + Math.max(line.trimEnd().length, indent + 1),
    message:
      goesOn === undefined
        ? syntaxMessage(error.code, line.trimEnd(), opened === undefined ? undefined : text[opened])
        : GOES_ON,
    mended: mended.without(from, to),
  };
}

/** A word that stands alone, with what is deeper or a list below it: a key whose colon was forgotten. */
export interface BareKey {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

const BARE = /^((?: *- +)* *)("[^"\n]+"|'[^'\n]+'|[^\s:#"'[\]{},&*!|>%@`?-][^\s:#,[\]{}]*)[ \t]*(?:#.*)?\r?$/;

/** The key without its colon in the line of an offset, if there is one. */
export function bareKeyAt(text: string, at: number): BareKey | undefined {
  const start = lineStart(text, at);
  const stop = lineStop(text, at);
  const [, before = '', name] = BARE.exec(text.slice(start, stop)) ?? [];
  if (name === undefined) return undefined;
  const next = nextContent(text, stop);
  const isBelow = next && (next.column > before.length || (next.isDash && next.column === before.length));
  const from = start + before.length;
  return isBelow ? { from, to: from + name.length, name } : undefined;
}

/** The next line that is neither blank nor a comment. */
function nextContent(text: string, stop: number): { column: number; isDash: boolean } | undefined {
  for (let at = stop + 1; at < text.length; at = lineStop(text, at) + 1) {
    const [, indent = '', content = ''] = /^( *)(.*)/.exec(text.slice(at, lineStop(text, at))) ?? [];
    if (content.trim() !== '' && !content.startsWith('#'))
      return { column: indent.length, isDash: /^-(?:\s|$)/.test(content) };
  }
  return undefined;
}

/** Where the lines end that follow and are further right than a column. */
function endOfDeeper(text: string, stop: number, column: number): number {
  let end = stop;
  for (let at = stop + 1; at < text.length; at = lineStop(text, at) + 1) {
    const line = text.slice(at, lineStop(text, at));
    if (line.trim() === '') continue;
    if (/^ */.exec(line)![0].length <= column) break;
    end = at + line.length;
  }
  return end;
}

/** Where a key stands that YAML takes for more of the text of the line above, as it is indented further. */
function deeperKey({ errors }: Document.Parsed, text: string): number | undefined {
  const [error] = errors;
  if (error?.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const from = error.pos[0];
  const key = errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === from);
  const at = key && key.pos[1] - 1;
  return at !== undefined && lineStart(text, at) > from ? at : undefined;
}

/** The column of the key, else of the dash, that the text at an offset belongs to. */
function columnOfEntry(text: string, at: number): number {
  const start = lineStart(text, at);
  return readEntry(text, { start, end: lineStop(text, at), indent: indentOf(text, start) }).column;
}

/** Offset of the innermost quote or bracket that is open up to an error that says so. */
function unclosed(document: Document.Parsed, at: number): number | undefined {
  const error = document.errors[0];
  const quote = error?.code === 'MISSING_CHAR';
  const bracket = /end with a? ?[\]}]/.test(error?.message ?? '');
  if (!quote && !bracket) return undefined;
  let found: number | undefined;
  const note = (range: readonly number[] | null | undefined) => {
    const [from, to] = range ?? [0, 0];
    if (from! < at && at <= to! + 1) found = from;
  };
  visit(document, {
    Scalar: (_, node) => {
      if (quote && node.type?.startsWith('QUOTE')) note(node.range);
    },
    Collection: (_, node) => {
      if (bracket && isCollection(node) && node.flow) note(node.range);
    },
  });
  return found;
}

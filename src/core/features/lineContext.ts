/**
 * Where in the file a cursor is, by the indentation of lines alone: what is being typed is seldom valid YAML.
 */
export interface LineContext {
  /** Keys from the top of the file, and 0 for an item of a list. The last is the map, the list or the key's own. */
  readonly path: readonly (string | number)[];
  /** `key`: a key, or an item of a list, may stand here; `value`: behind a colon. */
  readonly at: 'key' | 'value';
  /** What is replaced: the word at the cursor. */
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  /** The keys that stand beside the cursor already. */
  readonly beside: ReadonlySet<string>;
  /** Of each map on the way, the innermost first: the short texts above the cursor, by key. */
  readonly above: readonly ReadonlyMap<string, string>[];
  /** How far the key stands right of its line's own indentation: behind a dash. */
  readonly shift: number;
}

interface Line {
  readonly indent: number;
  readonly dash: boolean;
  /** Column of the key, behind the dash. */
  readonly column: number;
  readonly key: string | undefined;
  readonly value: string;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},:-][^#:]*?)\s*:(?=\s|$)\s*(.*)$/;

function lineOf(text: string): Line | undefined {
  const [, spaces = '', dashes = '', content = ''] = /^( *)((?:-(?: +|$))?)(.*)$/.exec(text) ?? [];
  const trimmed = content.trim();
  if ((trimmed === '' && dashes === '') || trimmed.startsWith('#')) return undefined;
  const [, key, value = ''] = KEY.exec(content) ?? [];
  return {
    indent: spaces.length,
    dash: dashes !== '',
    column: spaces.length + dashes.length,
    key: key === undefined ? undefined : bare(key),
    value: value.replace(/(?:^|\s+)#.*$/, '').trim(),
  };
}

function bare(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

/**
 * @param offset of the cursor
 * @returns undefined within a comment or a text
 */
export function lineContext(text: string, offset: number): LineContext | undefined {
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''));
  const before = text.slice(0, offset);
  const lineNumber = before.split('\n').length - 1;
  const lineStart = before.lastIndexOf('\n') + 1;
  const typedLine = before.slice(lineStart);
  const rest = (lines[lineNumber] ?? '').slice(typedLine.length);
  if (/(?:^|\s)#/.test(typedLine)) return undefined;
  const [, spaces = '', dashes = '', content = ''] = /^( *)((?:-(?: +|$))?)(.*)$/s.exec(typedLine) ?? [];
  const column = spaces.length + dashes.length;
  const isItem = dashes !== '';
  const inKey = KEY.exec(content);
  const inValue = inKey !== null && /:\s/.test(content.slice(inKey[1]!.length));
  if (inKey && !inValue) return undefined;
  const up = climb(lines, lineNumber, isItem ? spaces.length : column, isItem);
  if (!up) return undefined;
  const { path, above, beside } = up;
  if (inValue) {
    const value = inKey[2] ?? '';
    const [, typed = ''] = /(?:^|[[,]\s*)("?[^[,"]*)$/.exec(value) ?? [undefined, value];
    const tail = /^[A-Za-z0-9._-]*"?/.exec(rest)?.[0] ?? '';
    const inItem: (string | number)[] = isItem ? [0] : [];
    return {
      path: [...path, ...inItem, bare(inKey[1]!), ...(value.startsWith('[') ? [0] : [])],
      at: 'value',
      start: offset - typed.length,
      end: offset + tail.length,
      typed,
      beside: new Set(),
      above: isItem ? [new Map(), ...above] : above,
      shift: dashes.length,
    };
  }
  if (/^[[{|>]/.test(content) || (/\s/.test(content) && !/^["']/.test(content))) return undefined;
  const tail = /^[A-Za-z0-9._-]*"?/.exec(rest)?.[0] ?? '';
  if (/^\s*:/.test(rest.slice(tail.length)) || rest.slice(tail.length).trim() !== '') return undefined;
  return {
    path: isItem ? [...path, 0] : path,
    at: 'key',
    start: offset - content.length,
    end: offset + tail.length,
    typed: content,
    beside: new Set([...(isItem ? [] : beside), ...under(lines, lineNumber, column)]),
    above: isItem ? [new Map(), ...above] : above,
    shift: dashes.length,
  };
}

/** Goes up from a line to the top of the file. */
function climb(lines: readonly string[], from: number, column: number, isItem: boolean) {
  const path: (string | number)[] = [];
  const above: Map<string, string>[] = [];
  let fields = new Map<string, string>();
  let beside: ReadonlySet<string> | undefined;
  let limit = column;
  let list = isItem;
  const close = () => {
    beside ??= list && path.length === 0 ? new Set() : new Set(fields.keys());
    if (!list) above.push(fields);
    fields = new Map();
  };
  for (let number = from - 1; number >= 0; number--) {
    const line = lineOf(lines[number]!);
    if (!line) continue;
    if (line.column === limit && !list) {
      // A text on several lines has none of ours beside it.
      if (line.key === undefined && !line.dash) return undefined;
      if (line.key !== undefined) fields.set(line.key, bare(line.value));
      if (!line.dash) continue;
      close();
      path.unshift(0);
      limit = line.indent;
      list = true;
      continue;
    }
    const isParent = list
      ? line.column < limit || (line.column === limit && !line.dash && line.key !== undefined)
      : line.column < limit;
    if (!isParent) continue;
    if (line.key === undefined) {
      if (line.dash && !list && line.column <= limit) {
        close();
        path.unshift(0);
        limit = line.indent;
        list = true;
        continue;
      }
      return undefined;
    }
    if (line.value !== '') return undefined;
    close();
    path.unshift(line.key);
    list = false;
    limit = line.column;
    if (line.dash) {
      fields.set(line.key, '');
      close();
      path.unshift(0);
      limit = line.indent;
      list = true;
    } else fields.set(line.key, '');
  }
  close();
  return { path, above, beside: beside ?? new Set<string>() };
}

/** The keys beside the cursor that stand below it. */
function under(lines: readonly string[], from: number, column: number): string[] {
  const keys: string[] = [];
  for (let number = from + 1; number < lines.length; number++) {
    const line = lineOf(lines[number]!);
    if (!line) continue;
    if (line.indent < column || (line.dash && line.indent === column)) break;
    if (line.column === column && line.key !== undefined) keys.push(line.key);
  }
  return keys;
}

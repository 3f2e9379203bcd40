/**
 * Reads YAML in the style that framework files are written in: keys and dashes by indentation, each text on one
 * line, plain or in quotes, or its paragraphs below a `|-`. It takes a twentieth of the time of the `yaml` package, gives the same tree and the
 * same problems, and gives up at the first thing out of the ordinary; then that package reads the text.
 */
import { misreadValue } from './misread.ts';
import type { Spot, YamlItem, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './nodes.ts';
import type { Locate } from './nodesOf.ts';
import type { Problem } from './problem.ts';

/** What {@link readPlainBlock} gives where it gave up. */
export const UNUSUAL = Symbol('unusual');

interface Read {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * @param source a text of whole lines
 * @param locate where an offset of the source lies
 * @returns what the text holds; {@link UNUSUAL}: it may be good YAML, but has to be read otherwise
 */
export function readPlainBlock(source: string, locate: Locate): Read | typeof UNUSUAL {
  if (ODD.test(source)) return UNUSUAL;
  const reader = new Reader(source, locate);
  const root = reader.root();
  return root === UNUSUAL ? UNUSUAL : { root, problems: reader.problems };
}

/** Tabs, lone carriage returns, byte order marks, halves of surrogate pairs and what cannot be seen. */
const ODD = /[^\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffef]|\r(?!\n)/;

/** Deeper than any framework. */
const DEEPEST = 40;
/** The package takes longer keys for a fault. */
const LONGEST_KEY = 1000;

const CR = 13;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const DASH = 45;
const COLON = 58;
const BAR = 124;

class Reader {
  readonly problems: Problem[] = [];
  readonly #source: string;
  readonly #locate: Locate;
  /** The line that is read: where its content begins, that content's column, and where it ends. */
  #at = -1;
  #column = -1;
  #end = 0;
  #next = 0;
  #depth = 0;

  constructor(source: string, locate: Locate) {
    this.#source = source;
    this.#locate = locate;
  }

  root(): YamlNode | null | typeof UNUSUAL {
    this.#advance();
    if (this.#at < 0) return null;
    const root = this.#block();
    return this.#at < 0 ? root : UNUSUAL;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  #advance(): void {
    const source = this.#source;
    while (this.#next < source.length) {
      const start = this.#next;
      const newline = source.indexOf('\n', start);
      let end = newline < 0 ? source.length : newline;
      this.#next = newline < 0 ? end : newline + 1;
      if (end > start && source.charCodeAt(end - 1) === CR) end--;
      let at = start;
      while (at < end && source.charCodeAt(at) === SPACE) at++;
      if (at >= end || source.charCodeAt(at) === HASH) continue;
      this.#at = at;
      this.#column = at - start;
      this.#end = end;
      return;
    }
    this.#at = -1;
    this.#column = -1;
  }

  #isDash(): boolean {
    if (this.#source.charCodeAt(this.#at) !== DASH) return false;
    return this.#at + 1 >= this.#end || this.#source.charCodeAt(this.#at + 1) === SPACE;
  }

  #block(): YamlMap | YamlSeq | typeof UNUSUAL {
    if (++this.#depth > DEEPEST) return UNUSUAL;
    const node = this.#isDash() ? this.#seq() : this.#map();
    this.#depth--;
    return node;
  }

  #seq(): YamlSeq | typeof UNUSUAL {
    const source = this.#source;
    const column = this.#column;
    const items: YamlItem[] = [];
    const from = this.#at;
    let to = from;
    while (this.#column === column && this.#isDash()) {
      const dash = this.#at;
      let at = dash + 1;
      while (at < this.#end && source.charCodeAt(at) === SPACE) at++;
      if (at >= this.#end || source.charCodeAt(at) === HASH) return UNUSUAL;
      this.#column += at - dash;
      this.#at = at;
      if (this.#isDash()) return UNUSUAL;
      let value: YamlMap | YamlScalar | typeof UNUSUAL;
      const key = this.#key();
      if (key === UNUSUAL) {
        value = this.#scalar(at, column);
        if (value === UNUSUAL) return UNUSUAL;
        to = this.#scalarEnd;
      } else {
        value = this.#map(key);
        if (value === UNUSUAL) return UNUSUAL;
        to = this.#lastEnd;
      }
      items.push({ dash: this.#spot(dash, dash + 1), value });
    }
    if (this.#column > column) return UNUSUAL;
    this.#lastEnd = to;
    return { kind: 'seq', flow: false, items, ...this.#extent(from, to) };
  }

  /** Where the block that was read last ends. */
  #lastEnd = 0;
  #scalarEnd = 0;
  #afterColon = 0;

  /** @param first the key that stands at the beginning, if it was read already */
  #map(first?: YamlScalar): YamlMap | typeof UNUSUAL {
    const column = this.#column;
    const pairs: YamlPair[] = [];
    const from = this.#at;
    let to = from;
    let key: YamlScalar | typeof UNUSUAL | undefined = first;
    while (this.#column === column) {
      key ??= this.#key();
      if (key === UNUSUAL) return UNUSUAL;
      const start = this.#afterColon;
      let value: YamlNode | null | typeof UNUSUAL;
      if (start >= this.#end || this.#source.charCodeAt(start) === HASH) {
        if (start < this.#end && this.#source.charCodeAt(start - 1) !== SPACE) return UNUSUAL;
        this.#advance();
        const isNested = this.#column > column || (this.#column === column && this.#isDash());
        value = isNested ? this.#block() : null;
        to = isNested ? this.#lastEnd : start;
      } else {
        value = this.#scalar(start, column);
        to = this.#scalarEnd;
      }
      if (value === UNUSUAL) return UNUSUAL;
      pairs.push({ key, value });
      key = undefined;
    }
    if (this.#column > column) return UNUSUAL;
    this.#lastEnd = to;
    return { kind: 'map', flow: false, pairs, ...this.#extent(from, to) };
  }

  /** The key that stands here, with its colon. */
  #key(): YamlScalar | typeof UNUSUAL {
    const source = this.#source;
    const from = this.#at;
    const end = this.#end;
    const first = source.charCodeAt(from);
    let to = from;
    const quoted = first === DOUBLE || first === SINGLE;
    if (quoted) {
      to = source.indexOf(first === DOUBLE ? '"' : "'", from + 1) + 1;
      if (to <= 0 || to > end || source.charCodeAt(to) !== COLON) return UNUSUAL;
    } else {
      while (to < end && isOfKey(source.charCodeAt(to))) to++;
      if (to === from || source.charCodeAt(to) !== COLON || source.charCodeAt(from) === DASH) return UNUSUAL;
      if (source.charCodeAt(to - 1) === SPACE) return UNUSUAL;
    }
    let after = to + 1;
    if (after < end && source.charCodeAt(after) !== SPACE) return UNUSUAL;
    if (to - from > LONGEST_KEY) return UNUSUAL;
    while (after < end && source.charCodeAt(after) === SPACE) after++;
    const text = quoted ? source.slice(from + 1, to - 1) : source.slice(from, to);
    if (quoted && first === DOUBLE && text.includes('\\')) return UNUSUAL;
    this.#afterColon = after;
    return this.#made(from, to, text, quoted ? (first === DOUBLE ? 'double' : 'single') : 'plain');
  }

  /**
   * The text from an offset to the end of the line; goes on to the next line.
   * @param column that of the key or dash which it belongs to: deeper lines would go on with it
   */
  #scalar(from: number, column: number): YamlScalar | typeof UNUSUAL {
    const source = this.#source;
    const first = source.charCodeAt(from);
    if (first === BAR) return this.#literal(from, column);
    let style: YamlScalar['style'] = 'plain';
    let text: string;
    let to = this.#end;
    if (first === DOUBLE || first === SINGLE) {
      to = closing(source, from, to, first);
      if (to < 0 || !isBlank(source, to, this.#end)) return UNUSUAL;
      style = first === DOUBLE ? 'double' : 'single';
      text = source.slice(from + 1, to - 1);
      if (first === SINGLE && text.includes("'")) text = text.replaceAll("''", "'");
    } else {
      while (to > from && source.charCodeAt(to - 1) === SPACE) to--;
      text = source.slice(from, to);
      if (!SAFE_FIRST.test(text) || text.includes(': ') || text.includes(' #')) return UNUSUAL;
      // Of all white space only spaces end a text for YAML.
      if (source.charCodeAt(to - 1) === COLON || text.trimEnd() !== text) return UNUSUAL;
    }
    const scalar = this.#made(from, to, text, style);
    this.#scalarEnd = to;
    this.#advance();
    return this.#column > column ? UNUSUAL : scalar;
  }

  /** The lines below a `|-` that are deeper than what it belongs to; goes on behind them. */
  #literal(from: number, column: number): YamlScalar | typeof UNUSUAL {
    const source = this.#source;
    if (this.#end !== from + 2 || source.charCodeAt(from + 1) !== DASH) return UNUSUAL;
    const lines: string[] = [];
    let indent = 0;
    let to = from;
    let isAfterGap = false;
    while (this.#next < source.length) {
      const start = this.#next;
      const newline = source.indexOf('\n', start);
      let end = newline < 0 ? source.length : newline;
      const next = newline < 0 ? end : newline + 1;
      if (end > start && source.charCodeAt(end - 1) === CR) end--;
      let at = start;
      while (at < end && source.charCodeAt(at) === SPACE) at++;
      if (at === end && at > start) return UNUSUAL;
      if (at < end) {
        if (at - start <= column) break;
        if (lines.length === 0) indent = at - start;
        // An empty line within is one of the text.
        if (at - start < indent || isAfterGap) return UNUSUAL;
        lines.push(source.slice(start + indent, end));
        to = end;
      } else isAfterGap = true;
      this.#next = next;
    }
    if (lines.length === 0) return UNUSUAL;
    const scalar = this.#made(from, to, lines.join('\n'), 'literal');
    this.#scalarEnd = to;
    this.#advance();
    return this.#column > column ? UNUSUAL : scalar;
  }

  #made(from: number, to: number, text: string, style: YamlScalar['style']): YamlScalar {
    const spot = this.#spot(from, to);
    if (style === 'plain') {
      const problem = misreadValue(text, spot);
      if (problem) this.problems.push(problem);
    }
    return { kind: 'scalar', chunk: spot.chunk, from: spot.from, to: spot.to, text, style };
  }

  #spot(from: number, to: number): Spot {
    const { chunk, at } = this.#locate(from);
    return { chunk, from: at, to: at + (to - from) };
  }

  #extent(from: number, to: number) {
    const start = this.#locate(from);
    const end = this.#locate(to - 1);
    return { chunk: start.chunk, from: start.at, endChunk: end.chunk, to: end.at + 1 };
  }
}

/** What plain text may begin with without a second look. */
const SAFE_FIRST = /^[A-Za-z0-9À-ɏ(/“‘£$+._]/;

/** Letters, digits, and what names of things have between them. */
function isOfKey(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === DASH ||
    unit === SPACE ||
    unit === 46 ||
    unit === 95
  );
}

/** The offset after the quote that closes a text on the same line; -1 if none does, or there are escapes. */
function closing(source: string, from: number, end: number, quote: number): number {
  if (quote === DOUBLE) {
    const to = source.indexOf('"', from + 1) + 1;
    return to <= 0 || to > end || source.slice(from, to).includes('\\') ? -1 : to;
  }
  for (let at = from + 1; at < end; at++) {
    if (source.charCodeAt(at) !== SINGLE) continue;
    if (source.charCodeAt(at + 1) !== SINGLE) return at + 1;
    at++;
  }
  return -1;
}

function isBlank(source: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (source.charCodeAt(at) !== SPACE) return false;
  return true;
}

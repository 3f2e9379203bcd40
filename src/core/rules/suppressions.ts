import type { Loaded } from '../model/load.ts';
import { locate } from '../model/locate.ts';
import { sourceOf } from '../model/source.ts';
import type { Topic } from '../model/types.ts';
import { pairOf, type Spot, startOf } from '../yaml/nodes.ts';

/** A comment that silences a rule for what stands below it. */
export interface Suppression {
  /** Where the comment is, from its `#`. */
  readonly at: Spot;
  /** The id of the rule; undefined where the comment is not in the form that it must have. */
  readonly rule: string | undefined;
  readonly reason: string | undefined;
  /** Where what it speaks of begins: the node whose first line follows it. */
  readonly from: Spot;
  /** Where the first line begins that does not belong to that; undefined: there is none. */
  readonly to: Spot | undefined;
}

/** The suppressions in a file, in its order. Their places move along with the text. */
export class Suppressions {
  readonly all: readonly Suppression[];

  constructor(all: readonly Suppression[]) {
    this.all = all;
  }

  /** Those that silence a rule at an offset of the text. */
  over(rule: string, offset: number): readonly Suppression[] {
    if (this.all.length === 0) return this.all;
    return this.all.filter(
      ({ rule: silenced, from, to }) =>
        silenced === rule && startOf(from) <= offset && (to === undefined || offset < startOf(to)),
    );
  }

  /** Whether they are still all after edits of the rows of a topic. */
  holdAfter(topic: Topic): boolean {
    const spots = this.all.flatMap(({ at, from, to }) => (to ? [at, from, to] : [at, from]));
    if (spots.some(({ chunk }) => chunk.gone)) return false;
    const source = sourceOf(topic);
    const rows = source && pairOf(source, 'rows')?.value;
    return rows?.kind !== 'seq' || rows.items.every(({ dash }) => !dash.chunk.text.includes(WORD));
  }
}

const WORD = 'framework-ignore';
const COMMENT = /^[ \t]*(#[ \t]*framework-ignore\b[ \t]*(.*?))[ \t\r]*$/gm;

/** Reads the suppressions of a file. */
export function suppressionsIn(loaded: Loaded): Suppressions {
  const { text } = loaded.document;
  return new Suppressions(text.includes(WORD) ? read(loaded, text) : []);
}

function read(loaded: Loaded, text: string): Suppression[] {
  return [...text.matchAll(COMMENT)].flatMap(match => {
    const start = match.index + match[0].indexOf('#');
    // Within a statement of several lines it is text.
    const { scalar, part } = locate(loaded, start);
    if (scalar && part === 'value') return [];
    const form = /^([a-z][a-z0-9-]*)\s*:\s*(\S.*)$/.exec(match[2]!);
    const [from, to] = nodeBelow(text, match.index + match[0].length);
    const spot = (offset: number) => loaded.document.spotAt(offset, offset);
    return [
      {
        at: loaded.document.spotAt(start, start + match[1]!.length),
        rule: form?.[1],
        reason: form?.[2],
        from: spot(from),
        to: to === undefined ? undefined : spot(to),
      },
    ];
  });
}

/** Where the next line begins that is neither empty nor a comment, and where the next one that is not part of it. */
function nodeBelow(text: string, after: number): [number, number | undefined] {
  let from = -1;
  let depth = 0;
  let isItem = false;
  for (let at = text.indexOf('\n', after) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? text.length : newline);
    const indent = line.search(/[^ ]/);
    if (indent < 0 || /^\s*(?:#.*)?$/.test(line)) continue;
    if (from < 0) {
      from = at;
      depth = indent;
      isItem = /^\s*-(?:\s|$)/.test(line);
      // The items of a list may stand as far left as its key.
    } else if (indent <= depth && (isItem || indent < depth || !/^\s*-(?:\s|$)/.test(line)))
      return [from, at];
  }
  return from < 0 ? [after, after] : [from, undefined];
}

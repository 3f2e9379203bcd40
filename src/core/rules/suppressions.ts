import type { Loaded } from '../model/load.ts';
import { locate } from '../model/locate.ts';
import type { YamlDocument } from '../yaml/document.ts';

/** A comment that silences a rule for what stands below it. Offsets are of the whole text. */
export interface Suppression {
  /** Where the comment is, from its `#`. */
  readonly start: number;
  readonly end: number;
  /** The id of the rule; undefined where the comment is not in the form that it must have. */
  readonly rule: string | undefined;
  readonly reason: string | undefined;
  /** What it speaks of: the node whose first line follows it. */
  readonly from: number;
  readonly to: number;
}

const WORD = 'framework-ignore';
const COMMENT = /^[ \t]*(#[ \t]*framework-ignore\b[ \t]*(.*?))[ \t\r]*$/gm;

const known = new WeakMap<YamlDocument, readonly Suppression[]>();

/** The suppressions in a file, in its order. */
export function suppressionsIn(loaded: Loaded): readonly Suppression[] {
  const { document } = loaded;
  let found = known.get(document);
  if (!found) {
    found = document.text.includes(WORD) ? read(loaded) : [];
    known.set(document, found);
  }
  return found;
}

function read(loaded: Loaded): Suppression[] {
  const { text } = loaded.document;
  return [...text.matchAll(COMMENT)].flatMap(match => {
    const start = match.index + match[0].indexOf('#');
    // Within a statement of several lines it is text.
    const { scalar, part } = locate(loaded, start);
    if (scalar && part === 'value') return [];
    const form = /^([a-z][a-z0-9-]*)\s*:\s*(\S.*)$/.exec(match[2]!);
    const [from, to] = nodeBelow(text, match.index + match[0].length);
    return [{ start, end: start + match[1]!.length, rule: form?.[1], reason: form?.[2], from, to }];
  });
}

/** From and to of the next line that is neither empty nor a comment, and of all that belongs to it. */
function nodeBelow(text: string, after: number): [number, number] {
  let from = -1;
  let to = after;
  let depth = 0;
  let isItem = false;
  for (let at = text.indexOf('\n', after) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? text.length : newline);
    const indent = line.search(/[^ ]/);
    const isBare = indent < 0 || /^\s*(?:#.*)?$/.test(line);
    if (from < 0) {
      if (!isBare) {
        from = at;
        depth = indent;
        isItem = /^\s*-(?:\s|$)/.test(line);
        to = at + line.length;
      }
    } else if (!isBare) {
      // The items of a list may stand as far left as its key.
      const belongs = indent > depth || (!isItem && indent === depth && /^\s*-(?:\s|$)/.test(line));
      if (!belongs) break;
      to = at + line.length;
    }
    if (newline < 0) break;
  }
  return from < 0 ? [after, after] : [from, to];
}

import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { findOriginals } from '../write/originals.ts';
import type { Kind, Node } from '../write/values.ts';
import type { Hunk } from './mergeLines.ts';
import { both, type HunksIn, type Span, TouchedParts } from './touched.ts';

/**
 * Brings those hunks together that are one decision, with all that stands between them: whatever sides somebody then
 * takes, the text is a framework in which nothing that both sides have is lost or there twice. That is so if each thing
 * begins and ends at the same place on both sides, or all hunks in it are one; if no hunk parts a value; and if what
 * refers to something is decided with it.
 * @param hunks what leads from the lines of ours to those of theirs, from top to bottom
 * @param theirLines the lines of theirs
 */
export function linkedHunks(
  base: Framework,
  { our, their }: { readonly our: Loaded; readonly their: Loaded },
  hunks: readonly Hunk[],
  theirLines: readonly string[],
): Hunk[] {
  if (hunks.length < 2) return [...hunks];
  const [before, after] = [inOurs(hunks), inTheirs(hunks)];
  const nameOf = namesFrom(base);
  const a = new TouchedParts(our, hunksOf(before, before), nameOf(our.framework));
  const b = new TouchedParts(their, hunksOf(after, before), nameOf(their.framework));
  return joined(hunks, linksBetween(a, b), after, theirLines);
}

function* linksBetween(ours: TouchedParts, theirs: TouchedParts): Generator<Span> {
  const isSteady = (name: string) => {
    const [a, b] = [ours.parts.get(name), theirs.parts.get(name)];
    if (!a || !b) return false;
    const isAligned = a.columns[0] === b.columns[0] && a.columns[1] === b.columns[1];
    return a.start === b.start && a.end === b.end && isAligned;
  };
  for (const [name, span] of pairsOf(ours.parts, theirs.parts)) if (!isSteady(name)) yield span;
  // Of what must not be empty, something is left on either side; it must be the same, or decided at once.
  for (const [one, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const)
    for (const [name, { all, touched }] of one.holding)
      if (all === touched.length && !touched.some(isSteady))
        yield both(other.parts.get(name), one.parts.get(name)!);
  for (const [, span] of pairsOf(ours.values, theirs.values)) yield span;
  for (const [text, span] of ours.statements) {
    const other = theirs.statements.get(text);
    if (other) yield both(other, span);
  }
  for (const list of ['levels', 'sectionKinds'] as const)
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const)
      for (const [id, span] of one[list]) if (!other.framework[list].some(node => node.id === id)) yield span;
}

/** What either of two maps has, with the hunks of both. */
function* pairsOf(
  ours: ReadonlyMap<string, Span>,
  theirs: ReadonlyMap<string, Span>,
): Generator<[string, Span]> {
  for (const [name, span] of ours) yield [name, both(theirs.get(name), span)];
  for (const [name, span] of theirs) if (!ours.has(name)) yield [name, span];
}

/** The lines of a text that a hunk is about: from the first one to the one after the last. */
type Lines = Pick<Hunk, 'from' | 'to'>;

function joined(
  hunks: readonly Hunk[],
  links: Iterable<Span>,
  after: readonly Lines[],
  theirLines: readonly string[],
): Hunk[] {
  /** By hunk: the last one that it is one with. */
  const reach = hunks.map((_, at) => at);
  for (const { first, last } of links) reach[first] = Math.max(reach[first]!, last);
  const made: Hunk[] = [];
  for (let at = 0; at < hunks.length; at++) {
    const first = at;
    for (let last = reach[first]!; at < last; ) last = Math.max(last, reach[++at]!);
    const lines = first === at ? hunks[at]!.lines : theirLines.slice(after[first]!.from, after[at]!.to);
    made.push({ from: hunks[first]!.from, to: hunks[at]!.to, lines });
  }
  return made;
}

function inOurs(hunks: readonly Hunk[]): Lines[] {
  return hunks.map(({ from, to }) => ({ from, to }));
}

function inTheirs(hunks: readonly Hunk[]): Lines[] {
  let longer = 0;
  return hunks.map(({ from, to, lines }) => {
    const start = from + longer;
    longer += lines.length - (to - from);
    return { from: start, to: start + lines.length };
  });
}

/**
 * Finds hunks in a text.
 * @param own the lines of the hunks in that text
 * @param ours their lines in ours
 */
function hunksOf(own: readonly Lines[], ours: readonly Lines[]): HunksIn {
  /** The first hunk that does not end before a line. */
  const next = (line: number): number => {
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle]!.to > line) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const isIn = (line: number, hunk: number) => hunk < own.length && own[hunk]!.from <= line;
  const inOurs = (line: number, hunk: number) =>
    hunk === 0 ? line : line - own[hunk - 1]!.to + ours[hunk - 1]!.to;
  return (from, to) => {
    const [first, end] = [next(from), next(to)];
    const last = isIn(to, end) ? end : end - 1;
    if (last < first) return undefined;
    return {
      first,
      last,
      start: isIn(from, first) ? -1 - first : inOurs(from, first),
      end: isIn(to, end) ? ours[end]!.from - 1 : inOurs(to, end),
    };
  };
}

/** Names for the nodes of versions: the same for what was the same node of the base, or has the same id. */
function namesFrom(base: Framework) {
  const numbers = new Map<Node, number>();
  return (framework: Framework) => {
    const { ofAny } = findOriginals(base, framework);
    return (list: Kind, node: Node, holder: string): string => {
      const original = ofAny(node);
      if (!original)
        return list === 'sections'
          ? `${holder} new ${(node as { kind: string }).kind}`
          : `${list} new ${(node as { id: string }).id}`;
      if (!numbers.has(original)) numbers.set(original, numbers.size);
      return `${list} ${numbers.get(original)}`;
    };
  };
}

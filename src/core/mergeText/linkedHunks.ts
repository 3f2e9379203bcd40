import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { findOriginals } from '../write/originals.ts';
import type { Kind, Node } from '../write/values.ts';
import { both, type HunkLines, hunksIn, inTheirs, type Span } from './hunkLines.ts';
import type { Hunk } from './mergeLines.ts';
import { TouchedParts } from './touched.ts';

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
  const after = inTheirs(hunks);
  const nameOf = namesFrom(base);
  const a = new TouchedParts(our, hunksIn(hunks, hunks), nameOf(our.framework));
  const b = new TouchedParts(their, hunksIn(after, hunks), nameOf(their.framework));
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
  // A list that neither side leaves empty must not become so: something in it is the same on both, or all is one.
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

function joined(
  hunks: readonly Hunk[],
  links: Iterable<Span>,
  after: readonly HunkLines[],
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

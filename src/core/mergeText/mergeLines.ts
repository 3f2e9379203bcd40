import { diffArrays } from 'diff';
import { append } from '../append.ts';
import { keptInOrder } from '../changes/longestRun.ts';

/** Lines of a text in whose stead others stand in another text. */
export interface Hunk {
  /** The first line that is replaced, from 0, and the first one after them. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** A part of three texts merged by lines: what to take, or what each side has where both changed it. */
export type MergedLines =
  | { readonly lines: readonly string[] }
  | { readonly ours: readonly string[]; readonly theirs: readonly string[] };

/** So many lines that differ are found at once in a text of any size. */
const FEW_EDITS = 1000;
/** Parts of texts without a line to go by that differ in more lines than this are taken for wholly different. */
const MOST_EDITS = 5000;

/**
 * What leads from some lines to others, from top to bottom. Where that is much, lines that each text has once, most of
 * all those with ids, are held against each other first (Bram Cohen's patience diff): else the work would grow with
 * the square of what differs, as when a level goes.
 */
export function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  // What follows the last line end is no empty line that others could be taken for.
  const isEnded = before.at(-1) === '' && after.at(-1) === '';
  const [old, made] = isEnded ? [before.slice(0, -1), after.slice(0, -1)] : [before, after];
  const few = hunksWithin(old, made, 0, FEW_EDITS);
  if (few) return few;
  const hunks: Hunk[] = [];
  let [from, at] = [0, 0];
  for (const [was, is] of [...sharedOnce(old, made), [old.length, made.length] as const]) {
    const [gone, come] = [old.slice(from, was), made.slice(at, is)];
    hunks.push(...(hunksWithin(gone, come, from, MOST_EDITS) ?? [{ from, to: was, lines: come }]));
    [from, at] = [was + 1, is + 1];
  }
  return hunks;
}

/** Where lines stand that either text has once, as far as they are in the same order. */
function sharedOnce(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const [old, made] = [placesOnce(before), placesOnce(after)];
  const shared = [...old.keys()].filter(line => made.has(line));
  const inOrder = [...made.keys()].filter(line => old.has(line));
  const kept = keptInOrder(shared, inOrder);
  return shared.filter(line => kept.has(line)).map(line => [old.get(line)!, made.get(line)!]);
}

/** The lines that are there once, and where. */
function placesOnce(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const more = new Set<string>();
  lines.forEach((line, at) => {
    if (places.has(line)) more.add(line);
    else places.set(line, at);
  });
  for (const line of more) places.delete(line);
  return places;
}

/** @param most undefined comes back where more lines than this came and went */
function hunksWithin(
  old: readonly string[],
  made: readonly string[],
  start: number,
  most: number,
): Hunk[] | undefined {
  if (old.length === made.length && old.every((line, at) => line === made[at])) return [];
  const parts = diffArrays([...old], [...made], { maxEditLength: most });
  if (!parts) return undefined;
  const hunks: { from: number; to: number; lines: string[] }[] = [];
  let at = start;
  for (const { added, removed, value } of parts) {
    if (added || removed) {
      let hunk = hunks.at(-1);
      if (!hunk || hunk.to !== at) {
        hunk = { from: at, to: at, lines: [] };
        hunks.push(hunk);
      }
      if (added) append(hunk.lines, value);
      else hunk.to += value.length;
    }
    if (!added) at += value.length;
  }
  return hunks;
}

/**
 * Merges lines three ways, as diff3 does (Khanna, Kunal and Pierce 2007): what one side changed is taken, what both
 * changed alike is taken once, and changes that overlap or touch are left to be decided.
 */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MergedLines[] {
  return mergeHunks(base, hunksBetween(base, ours), hunksBetween(base, theirs));
}

/** Merges what leads from the lines of the base to those of each side. */
export function mergeHunks(
  base: readonly string[],
  ours: readonly Hunk[],
  theirs: readonly Hunk[],
): MergedLines[] {
  const merged: MergedLines[] = [];
  const open = [
    ...ours.map(hunk => ({ ...hunk, side: 'ours' as const })),
    ...theirs.map(hunk => ({ ...hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  for (let next = 0; next < open.length; ) {
    const { from } = open[next]!;
    let { to } = open[next]!;
    const first = next;
    while (
      next < open.length &&
      (open[next]!.from < to || next === first || touches(open[next]!, from, to))
    ) {
      to = Math.max(to, open[next]!.to);
      next++;
    }
    const group = open.slice(first, next);
    const region = base.slice(from, to);
    const [our, their] = (['ours', 'theirs'] as const).map(side =>
      applied(
        region,
        from,
        group.filter(hunk => hunk.side === side),
      ),
    ) as [string[], string[]];
    if (from > at) merged.push({ lines: base.slice(at, from) });
    const sides = new Set(group.map(({ side }) => side));
    if (sides.size === 1) merged.push({ lines: sides.has('ours') ? our : their });
    else append(merged, parted(our, their));
    at = to;
  }
  if (at < base.length) merged.push({ lines: base.slice(at) });
  return merged;
}

/** Hunks that replace none of these lines of the base, and put nothing among them. */
export function sparing(hunks: readonly Hunk[], spared: ReadonlySet<number>): readonly Hunk[] {
  if (spared.size === 0) return hunks;
  return hunks.flatMap(({ from, to, lines }): Hunk[] => {
    if (from === to) return spared.has(from - 1) && spared.has(from) ? [] : [{ from, to, lines }];
    const parts: Hunk[] = [];
    for (let line = from; line < to; line++) {
      if (spared.has(line)) continue;
      const last = parts.at(-1);
      if (last?.to === line) parts[parts.length - 1] = { ...last, to: line + 1 };
      // What stands in the stead of lines that are spared goes.
      else parts.push({ from: line, to: line + 1, lines: line === from ? lines : [] });
    }
    return parts;
  });
}

/** The lines of merged parts, those of one side where both changed them. */
export function linesOf(merged: readonly MergedLines[], side: 'ours' | 'theirs'): string[] {
  return merged.flatMap(part => ('lines' in part ? part.lines : part[side]));
}

function touches(hunk: Hunk, from: number, to: number): boolean {
  return hunk.from === to || hunk.from === from;
}

function applied(region: readonly string[], from: number, hunks: readonly Hunk[]): string[] {
  const lines: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    append(lines, region.slice(at, hunk.from - from));
    append(lines, hunk.lines);
    at = hunk.to - from;
  }
  return [...lines, ...region.slice(at)];
}

/** What both have at the beginning and at the end is not in dispute. */
function parted(ours: readonly string[], theirs: readonly string[]): MergedLines[] {
  const most = Math.min(ours.length, theirs.length);
  let head = 0;
  while (head < most && ours[head] === theirs[head]) head++;
  let tail = 0;
  while (tail < most - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail++;
  const middle = {
    ours: ours.slice(head, ours.length - tail),
    theirs: theirs.slice(head, theirs.length - tail),
  };
  return [
    ...(head > 0 ? [{ lines: ours.slice(0, head) }] : []),
    ...(middle.ours.length > 0 || middle.theirs.length > 0 ? [middle] : []),
    ...(tail > 0 ? [{ lines: ours.slice(ours.length - tail) }] : []),
  ];
}

import { diffIds } from '../changes/diffIds.ts';
import { invert } from '../changes/invert.ts';
import { type Conflict, merge, mergeInFavour } from '../changes/merge.ts';
import { sameMeaning } from '../model/equal.ts';
import { type Loaded, loadFramework } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { applyEdits } from '../text/edit.ts';
import { renamesIn } from '../write/applyToText.ts';
import { editsTo } from '../write/writer.ts';
import { parseYaml } from '../yaml/document.ts';
import { disputedRemovals, type LineSet } from './disputedRemovals.ts';
import { joined, layoutOf, linesIn } from './layout.ts';
import { linkedHunks } from './linkedHunks.ts';
import { type LostComment, lostComments } from './lostComments.ts';
import { disputed, type Marking, withMarkers } from './markers.ts';
import { hunksBetween, linesOf, mergeHunks, mergeLines, sparing } from './mergeLines.ts';
import { wantedIds } from './wantedIds.ts';

/** Two versions of a framework file and the one that both come from. */
export interface MergeSides {
  readonly base: Loaded;
  readonly ours: Loaded;
  readonly theirs: Loaded;
}

export interface MergedText {
  /** In the layout of ours; with markers around the lines of what is in conflict. */
  readonly text: string;
  /** What both sides changed differently. */
  readonly conflicts: readonly Conflict[];
  /** Comments that only one side has and the text does not. */
  readonly lostComments: readonly LostComment[];
}

/**
 * Merges two versions of a framework file by what they mean. The text is merged by lines first, and taken if it means
 * what the merge means: so all comments are kept. Else the changes are written into it where only the lines of ours
 * were taken, or into ours. What is in conflict stands between the ordinary markers of git, around the lines that
 * differ and no more: who takes one side everywhere has the merge as that side would have it.
 * @param sides all three can be read whole
 */
export function mergeTexts(sides: MergeSides, marking: Marking): MergedText {
  const base = sides.base.framework;
  const ours = { name: 'ours', framework: sides.ours.framework };
  const theirs = { name: 'theirs', framework: sides.theirs.framework };
  const { framework, conflicts } = merge(base, [ours, theirs]);
  if (conflicts.length === 0) {
    const [made] = textsOf([{ target: framework }], sides);
    return { text: made!.document.text, conflicts, lostComments: lostComments(sides, [made!]) };
  }
  const forOurs = mergeInFavour(base, [ours, theirs]);
  const forTheirs = mergeInFavour(base, [theirs, ours]);
  const removed = {
    ours: disputedRemovals(sides.base, ours.framework, forTheirs),
    theirs: disputedRemovals(sides.base, theirs.framework, forOurs),
  };
  // Of what is in dispute, each side has its own lines.
  const spared = new Set([...removed.ours, ...removed.theirs]);
  const [our, their] = textsOf(
    [
      { target: forOurs, spared: { theirs: spared } },
      { target: forTheirs, spared: { ours: spared } },
    ],
    sides,
  ) as [Loaded, Loaded];
  const layout = layoutOf(our.document.text);
  const lines = linesIn(our.document.text, layout);
  const theirLines = linesIn(their.document.text, layout);
  const hunks = linkedHunks(base, { our, their }, hunksBetween(lines, theirLines), theirLines);
  const disputes = [
    ...hunks.map(hunk => ({ ...hunk, ours: lines.slice(hunk.from, hunk.to) })),
    ...wantedIds(conflicts, our, lines, hunks),
  ].sort((a, b) => a.from - b.from);
  return {
    text: joined(withMarkers(disputed(lines, disputes), marking, layout), layout),
    conflicts,
    lostComments: lostComments(sides, [our, their], removed),
  };
}

/** What a text is to mean. */
interface Wanted {
  readonly target: Framework;
  /** Lines of the base that stay, whatever a side made of them. */
  readonly spared?: { readonly ours?: LineSet; readonly theirs?: LineSet };
}

/**
 * Texts that mean these, with as much as possible of what stands in both texts beside what they mean. All come of the
 * same lines, so that they differ in what they mean only.
 */
function textsOf(wanted: readonly Wanted[], { base, ours, theirs }: MergeSides): Loaded[] {
  const layout = layoutOf(ours.document.text);
  const [before, our, their] = [base, ours, theirs].map(({ document }) => linesIn(document.text, layout));
  const hunks = { ours: hunksBetween(before!, our!), theirs: hunksBetween(before!, their!) };
  const read = new Map<string, Loaded>();
  const reading = (text: string) => {
    const loaded = read.get(text) ?? loadFramework(parseYaml(text));
    read.set(text, loaded);
    return loaded;
  };
  for (const withTheirs of [true, false]) {
    const texts = wanted.map(({ target, spared }) => {
      const ourHunks = sparing(hunks.ours, spared?.ours ?? new Set());
      const theirHunks = withTheirs ? sparing(hunks.theirs, spared?.theirs ?? new Set()) : [];
      const lines = linesOf(mergeHunks(before!, ourHunks, theirHunks), 'ours');
      const start = reading(joined(lines, layout));
      const made = start.whole ? written(start, target, base.framework) : undefined;
      return made?.whole && sameMeaning(made.framework, target) ? made : undefined;
    });
    if (texts.every(text => text !== undefined)) return texts;
  }
  return wanted.map(({ target }) => written(ours, target, base.framework));
}

/** A text with the least edits that make it mean this; what sides gave different ids is the same thing. */
function written(start: Loaded, target: Framework, base: Framework): Loaded {
  if (sameMeaning(start.framework, target)) return start;
  const renames = [...invert(diffIds(base, start.framework)), ...diffIds(base, target)];
  const edits = editsTo(start, target, renamesIn(renames));
  return loadFramework(parseYaml(applyEdits(start.document.text, edits)));
}

/**
 * Merges texts that cannot be read as frameworks, by their lines alone.
 * @returns the text, and whether it holds markers
 */
export function mergeTextLines(
  base: string,
  ours: string,
  theirs: string,
  marking: Marking,
): { text: string; hasConflicts: boolean } {
  const layout = layoutOf(ours);
  const merged = mergeLines(linesIn(base, layout), linesIn(ours, layout), linesIn(theirs, layout));
  return {
    text: joined(withMarkers(merged, marking, layout), layout),
    hasConflicts: merged.some(part => !('lines' in part)),
  };
}

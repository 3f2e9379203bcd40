import { type Conflict, merge } from '../changes/merge.ts';
import { sameMeaning } from '../model/equal.ts';
import { type Loaded, loadFramework } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { applyEdits } from '../text/edit.ts';
import { editsTo } from '../write/writer.ts';
import { parseYaml } from '../yaml/document.ts';
import { decidedFor } from './decided.ts';
import { hiddenDisputes } from './hidden.ts';
import { joined, layoutOf, linesIn } from './layout.ts';
import { type LostComment, lostComments } from './lostComments.ts';
import { disputed, type Marking, withMarkers } from './markers.ts';
import { hunksBetween, linesOf, mergeLines } from './mergeLines.ts';

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
 * differ and no more.
 * @param sides all three can be read whole
 */
export function mergeTexts(sides: MergeSides, marking: Marking): MergedText {
  const [ours, theirs] = ['ours', 'theirs'].map(name => ({
    name,
    framework: sides[name as 'ours' | 'theirs'].framework,
  })) as [Named, Named];
  const { framework, conflicts } = merge(sides.base.framework, [ours, theirs]);
  const ourText = textOf(decidedFor('ours', framework, conflicts), sides);
  if (conflicts.length === 0)
    return { text: ourText, conflicts, lostComments: lostComments(sides, [ourText]) };
  const other = merge(sides.base.framework, [theirs, ours]);
  const loaded = loadFramework(parseYaml(ourText));
  const target = decidedFor('theirs', other.framework, other.conflicts);
  const theirText = applyEdits(ourText, editsTo(loaded, target));
  const layout = layoutOf(ourText);
  const lines = linesIn(ourText, layout);
  const hunks = hunksBetween(lines, linesIn(theirText, layout));
  const disputes = [
    ...hunks.map(hunk => ({ ...hunk, ours: lines.slice(hunk.from, hunk.to) })),
    ...hiddenDisputes(conflicts, { ours: loaded, theirs: loadFramework(parseYaml(theirText)) }, lines, hunks),
  ].sort((a, b) => a.from - b.from);
  return {
    text: joined(withMarkers(disputed(lines, disputes), marking, layout), layout),
    conflicts,
    lostComments: lostComments(sides, [ourText, theirText]),
  };
}

interface Named {
  readonly name: string;
  readonly framework: Framework;
}

/** A text that means this, with as much as possible of what stands in both texts beside what they mean. */
function textOf(target: Framework, { base, ours, theirs }: MergeSides): string {
  const layout = layoutOf(ours.document.text);
  const [before, our, their] = [base, ours, theirs].map(({ document }) => linesIn(document.text, layout));
  const merged = joined(linesOf(mergeLines(before!, our!, their!), 'ours'), layout);
  for (const start of [loadFramework(parseYaml(merged)), ours]) {
    if (!start.whole) continue;
    const text = start.document.text;
    if (sameMeaning(start.framework, target)) return text;
    const written = applyEdits(text, editsTo(start, target));
    if (means(written, target)) return written;
  }
  return applyEdits(ours.document.text, editsTo(ours, target));
}

function means(text: string, target: Framework): boolean {
  const { whole, framework } = loadFramework(parseYaml(text));
  return whole && sameMeaning(framework, target);
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

import { type Comparison, toldChanges } from '../changes/compare.ts';
import { doubts } from '../changes/doubts.ts';
import { moveScope } from '../changes/moveScope.ts';
import { changesView } from '../changesView/build.ts';
import type { ComparedView } from '../changesView/comparison.ts';
import { changeId } from '../changesView/items.ts';
import type { ChangeItem, ChangesView } from '../changesView/view.ts';
import type { Framework } from '../model/types.ts';
import { CLASS_LABELS, proposalSentence, undecidedSentence } from '../release/labels.ts';
import type { Release } from '../release/release.ts';
import { linesOf } from '../versions/classesOf.ts';
import { crosswalk } from '../versions/crosswalk.ts';
import { BAR_CLASSES } from '../versions/judgement.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import { type Step, stepsOf, takenBack } from './steps.ts';
import { comparedTable } from './table.ts';
import { verdictOf, weightiest } from './verdict.ts';

/** What is compared, and what is known of it. */
export interface ComparisonInput {
  readonly title: string;
  /** What people call the two versions. */
  readonly from: string;
  readonly to: string;
  readonly comparison: Comparison;
  /** What is published of it. */
  readonly release: Release;
  /** Of more than two versions: the comparisons of each with the one before it, and what people call the newer one. */
  readonly steps?: readonly { readonly name: string; readonly comparison: Comparison }[];
  readonly pairs?: ComparedView['pairs'];
  readonly pair?: string;
  /** Whether the maintainer can say of a change what its class is. */
  readonly canJudge: boolean;
}

/** What a page shows of how two versions differ: a list, a table, and whether the bar moves. */
export function comparisonView(input: ComparisonInput): ChangesView {
  const { title, from, to, comparison, release } = input;
  const lines = release.crosswalk;
  const steps: Step[] = (input.steps ?? []).map(step => ({
    name: step.name,
    lines: crosswalk(step.comparison),
  }));
  const byLine = stepsOf(lines, steps);
  const stepsFor = (line: ReasonedCrossing) => byLine.get(line);
  const told = toldChanges(comparison);
  const view = changesView({
    mode: 'comparison',
    title,
    from: { name: from, framework: comparison.from },
    to: { name: to, framework: comparison.to },
    ...told,
    problems: [
      ...doubts(comparison, to),
      ...back(takenBack(lines, steps), to),
      ...release.outdated.map(({ row, level, reason }) => ({
        place: `Row ${row}, ${titleOf(comparison.to, level)}`,
        message: `“${reason}” was said of other words, so it does not count any more. Say it again, or of what class the change is now.`,
      })),
    ],
  });
  const sentences = [undecidedSentence(release), proposalSentence(release)].flatMap(one => one ?? []);
  const compared: ComparedView = {
    classes: BAR_CLASSES.flatMap(id => {
      const count = release.counts[id];
      return count === undefined ? [] : [{ id, label: CLASS_LABELS[id], count }];
    }),
    table: comparedTable(comparison, lines, stepsFor),
    pairs: input.pairs ?? [],
    pair: input.pair ?? '',
    canJudge: input.canJudge,
    ...(sentences.length > 0 && { outcome: sentences.join(' ') }),
  };
  return { ...withVerdicts(view, comparison, lines, stepsFor), compared };
}

function back(count: number, name: string): { place: string; message: string }[] {
  if (count === 0) return [];
  const many = count === 1 ? '1 statement was' : `${count} statements were`;
  return [
    {
      place: name,
      message: `${many} changed on the way and changed back, and so stand in none of these changes.`,
    },
  ];
}

function titleOf({ levels }: Framework, id: string): string {
  return levels.find(level => level.id === id)?.title ?? id;
}

/** The list with the verdict of each change that is about a statement. */
function withVerdicts(
  view: ChangesView,
  comparison: Comparison,
  lines: readonly ReasonedCrossing[],
  stepsFor: (line: ReasonedCrossing) => readonly string[] | undefined,
): ChangesView {
  const { changes } = toldChanges(comparison);
  const found = linesOf(changes, lines);
  const more = new Map<string, { readonly lines: readonly ReasonedCrossing[]; readonly at: number }>();
  const used = new Map<string, number>();
  for (const [at, change] of changes.entries()) more.set(changeId(change, used), { lines: found[at]!, at });
  const withMore = (item: ChangeItem): ChangeItem => {
    const known = more.get(item.id);
    if (!known) return item;
    const change = changes[known.at]!;
    const verdict = weightiest(known.lines);
    const steps = [...new Set(known.lines.flatMap(line => stepsFor(line) ?? []))];
    const cells = item.cells?.map(cell => {
      const line = known.lines.find(({ to, from }) => (to ?? from)?.level === cell.level);
      const own = line && verdictOf(line);
      return own ? { ...cell, verdict: own } : cell;
    });
    return {
      ...item,
      ...(change.op === 'move' &&
        change.what !== 'statement' && { scope: moveScope(change, comparison.to, comparison.from) }),
      ...(verdict && { verdict }),
      ...(steps.length > 0 && { steps }),
      ...(cells && { cells }),
    };
  };
  return {
    ...view,
    groups: view.groups.map(group => ({
      ...group,
      topics: group.topics.map(topic => ({ ...topic, items: topic.items.map(withMore) })),
    })),
  };
}

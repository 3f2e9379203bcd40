import { type Comparison, toldChanges } from '../changes/compare.ts';
import { doubts } from '../changes/doubts.ts';
import { changesView } from '../changesView/build.ts';
import type { ComparedView } from '../changesView/comparison.ts';
import type { ChangesView } from '../changesView/view.ts';
import type { Framework } from '../model/types.ts';
import { CLASS_LABELS, proposalSentence, undecidedSentence } from '../release/labels.ts';
import type { Release } from '../release/release.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { crosswalk } from '../versions/crosswalk.ts';
import { BAR_CLASSES } from '../versions/judgement.ts';
import { type ReasonedCrossing, whyOutdated } from '../versions/reasons.ts';
import { type Step, stepsOf, takenBack } from './steps.ts';
import { layingOutTable } from './table.ts';
import { withVerdicts } from './withVerdicts.ts';

/** What is compared, and what is known of it. */
export interface ComparisonInput {
  readonly title: string;
  /** What people call the two versions. */
  readonly from: string;
  readonly to: string;
  readonly comparison: Comparison;
  /** What is published of it. */
  readonly release: Release;
  /** What of the versions was not understood when they were read. */
  readonly problems?: ChangesView['problems'];
  /** Of more than two versions: the comparisons of each with the one before it, and what people call the newer one. */
  readonly steps?: readonly { readonly name: string; readonly comparison: Comparison }[];
  readonly pairs?: ComparedView['pairs'];
  readonly pair?: string;
  /** Whether the maintainer can say of a change what its class is. */
  readonly canJudge: boolean;
}

/** What a page shows of how two versions differ: a list, a table, and whether the bar moves. */
export function comparisonView(input: ComparisonInput): ChangesView {
  return atOnce(layingOut(input));
}

/** The same in slices. */
export function* layingOut(input: ComparisonInput): Sliced<ChangesView> {
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
      ...(input.problems ?? []),
      ...doubts(comparison, to),
      ...back(takenBack(lines, steps), to),
      ...release.outdated.map(reason => ({
        place: `Row ${reason.row}, ${titleOf(comparison.to, reason.level)}`,
        message: whyOutdated(reason),
      })),
    ],
  });
  yield;
  const sentences = [undecidedSentence(release), proposalSentence(release)].flatMap(one => one ?? []);
  const compared: ComparedView = {
    classes: BAR_CLASSES.flatMap(id => {
      const count = release.counts[id];
      return count === undefined ? [] : [{ id, label: CLASS_LABELS[id], count }];
    }),
    table: yield* layingOutTable(comparison, lines, stepsFor),
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

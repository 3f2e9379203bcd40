import { type Comparison, toldChanges } from '../changes/compare.ts';
import { moveScope } from '../changes/moveScope.ts';
import { changeId } from '../changesView/items.ts';
import type { ChangeItem, ChangesView } from '../changesView/view.ts';
import { linesOf } from '../versions/classesOf.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import { verdictOf, weightiest } from './verdict.ts';

/**
 * The list of changes with the verdict of each change that is about a statement.
 * @param lines the crosswalk of the comparison
 * @param stepsFor of more than two versions: those that made the change of a line
 */
export function withVerdicts(
  view: ChangesView,
  comparison: Comparison,
  lines: readonly ReasonedCrossing[],
  stepsFor: (line: ReasonedCrossing) => readonly string[] | undefined = () => undefined,
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

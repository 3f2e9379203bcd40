import type { Change } from './change.ts';
import type { Comparison } from './compare.ts';
import { type ChangeJson, toJson } from './json.ts';
import { moveScope } from './moveScope.ts';

/** The changes of a comparison as plain data, with what only the comparison knows: how far, from where, how sure. */
export function comparisonJson(comparison: Comparison): ChangeJson[] {
  const { changes, kinds, matching } = comparison;
  const sure = new Map(
    matching.same.map(({ what, before, after, confidence }) => [`${what} ${before} ${after}`, confidence]),
  );
  return changes.map((change, at) => toJson(change, kinds[at], moreOf(change, comparison, sure)));
}

function moreOf(
  change: Change,
  { from, to, matching }: Comparison,
  sure: ReadonlyMap<string, number>,
): Parameters<typeof toJson>[2] {
  if (change.op === 'move' && change.what !== 'statement') return { scope: moveScope(change, to, from) };
  if (change.op === 'set' && 'field' in change && change.field === 'id') {
    const confidence = sure.get(`${change.what} ${change.before} ${change.after}`);
    return confidence === undefined ? {} : { confidence: rounded(confidence) };
  }
  if (change.what !== 'row' || (change.op !== 'add' && change.op !== 'remove')) return {};
  if (change.op === 'add' && 'splitFrom' in change.after) return {};
  const origin = matching[change.op === 'add' ? 'splits' : 'merges'].get(change.id);
  return origin ? { origin: origin.row, confidence: rounded(origin.confidence) } : {};
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

import type { Framework } from '../model/types.ts';
import { cellKey, livingCells } from './cells.ts';
import { type ChangeReason, type OutdatedReason, whyOutdated } from './reasons.ts';

/** A reason that does nothing, by its place among those that were given, from 0. */
export interface IdleReason {
  readonly at: number;
  readonly message: string;
}

/**
 * What is said about a version and is of no effect: about a statement that there is not, or that has other words
 * now. Nothing is compared for this, so that it may be asked at any time.
 * @param reasons all that is said in the file beside the version
 * @param others the other versions of the framework, as far as they are known
 */
export function idleReasons(
  reasons: readonly ChangeReason[],
  framework: Framework,
  others: readonly Framework[],
): IdleReason[] {
  const last = new Map<string, { reason: ChangeReason; at: number }>();
  for (const [at, reason] of reasons.entries())
    if (reason.to === framework.details.version)
      last.set(JSON.stringify([reason.from, reason.row, reason.level]), { reason, at });
  const now = statementsOf(framework);
  const byVersion = new Map(others.map(other => [other.details.version, other]));
  return [...last.values()].flatMap(({ reason, at }) => {
    const { row, level, after, from } = reason;
    const [key, older] = [cellKey({ row, level }), byVersion.get(from)];
    const stated = now.get(key);
    const before = older && statementsOf(older).get(key);
    if (after === stated && (after !== undefined || !older || before !== undefined)) return [];
    // Another statement of the row may stand in the place of what is gone.
    const isShifted =
      stated !== undefined &&
      stated !== before &&
      older?.levels.some(({ id }) => statementsOf(older).get(cellKey({ row, level: id })) === stated);
    if (after === undefined && before !== undefined && isShifted) return [];
    const isOfNothing = stated === undefined && before === undefined && (after === undefined || older);
    const idle: OutdatedReason = isOfNothing ? { ...reason, isOfNothing: true } : reason;
    return [{ at, message: `Row ${row}, level ${level}: ${whyOutdated(idle)}` }];
  });
}

const statements = new WeakMap<Framework, ReadonlyMap<string, string>>();

function statementsOf(framework: Framework): ReadonlyMap<string, string> {
  let all = statements.get(framework);
  if (!all) {
    all = new Map(
      Array.from(
        livingCells(framework),
        ({ row, level, text }) => [cellKey({ row: row.id, level }), text] as const,
      ),
    );
    statements.set(framework, all);
  }
  return all;
}

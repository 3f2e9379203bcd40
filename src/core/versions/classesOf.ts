import type { Change } from '../changes/change.ts';
import { cellKey } from './cells.ts';
import type { Disposition } from './crosswalk.ts';
import { follow } from './follow.ts';
import { type BarClass, strongest } from './judgement.ts';
import type { ReasonedCrossing } from './reasons.ts';

/**
 * The class of each change of a list: that of the statements that it is about; undefined of what is about none.
 * @param lines the crosswalk that the changes make
 */
export function classesOf(
  changes: readonly Change[],
  lines: readonly ReasonedCrossing[],
): (BarClass | undefined)[] {
  return linesOf(changes, lines).map(found => strongest(found.flatMap(line => line.judgement?.class ?? [])));
}

/**
 * The judged lines of a crosswalk that each change of a list is about; none of what is about no statement.
 * @param lines the crosswalk that the changes make
 */
export function linesOf(
  changes: readonly Change[],
  lines: readonly ReasonedCrossing[],
): (readonly ReasonedCrossing[])[] {
  // Changes call a row or a level what it is called in the newer version.
  const { id: now } = follow(changes);
  const byCell = new Map<string, Set<ReasonedCrossing>>();
  const add = (key: string, line: ReasonedCrossing) => {
    const list = byCell.get(key);
    if (list) list.add(line);
    else byCell.set(key, new Set([line]));
  };
  for (const line of lines) {
    if (!line.judgement) continue;
    const { disposition, from, to } = line;
    if (to) {
      add(to.row.id, line);
      add(cellKey({ row: to.row.id, level: to.level }), line);
      if (disposition === 'moved') add(movedKey(to.row.id), line);
    }
    if (!from || (to && !LEFT.has(disposition))) continue;
    // Where it stood, another statement may stand now, or nothing.
    const row = now('row', from.row.id);
    if (!to || disposition === 'merged') add(row, line);
    add(cellKey({ row, level: now('level', from.level) }), line);
  }
  return changes.map(change => keysOf(change).flatMap(key => [...(byCell.get(key) ?? [])]));
}

/** What has left its place, or some of it, though it stands elsewhere. */
const LEFT: ReadonlySet<Disposition> = new Set(['moved', 'relevelled', 'split', 'merged']);

function keysOf(change: Change): string[] {
  if (change.what === 'statement') {
    const { row, level } = 'row' in change ? change : change.to;
    return [cellKey({ row, level })];
  }
  if (change.what !== 'row') return [];
  // Order alone does nothing to the bar.
  if (change.op === 'move') return [movedKey(change.id)];
  const isWhole = change.op !== 'set' || ('field' in change && change.field === 'withdrawn');
  return isWhole ? [change.id] : [];
}

function movedKey(row: string): string {
  return JSON.stringify([row]);
}

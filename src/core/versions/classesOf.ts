import type { Change } from '../changes/change.ts';
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
  const byCell = new Map<string, BarClass[]>();
  const add = (key: string, found: BarClass) => {
    const list = byCell.get(key);
    if (list) list.push(found);
    else byCell.set(key, [found]);
  };
  for (const { disposition, from, to, judgement } of lines) {
    if (!judgement) continue;
    // A line is known by where it stands now, and one that is gone by where it stood.
    const cell = (to ?? from)!;
    add(cell.row.id, judgement.class);
    if (disposition === 'moved') add(movedKey(cell.row.id), judgement.class);
    add(keyOf(cell.row.id, cell.level), judgement.class);
  }
  return changes.map(change => strongest(keysOf(change).flatMap(key => byCell.get(key) ?? [])));
}

function keysOf(change: Change): string[] {
  if (change.what === 'statement') {
    const { row, level } = 'row' in change ? change : change.to;
    return [keyOf(row, level)];
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

function keyOf(row: string, level: string): string {
  return JSON.stringify([row, level]);
}

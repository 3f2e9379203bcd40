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
  const byCell = new Map<string, ReasonedCrossing[]>();
  const add = (key: string, line: ReasonedCrossing) => {
    const list = byCell.get(key);
    if (list) list.push(line);
    else byCell.set(key, [line]);
  };
  for (const line of lines) {
    if (!line.judgement) continue;
    // A line is known by where it stands now, and one that is gone by where it stood.
    const cell = (line.to ?? line.from)!;
    add(cell.row.id, line);
    if (line.disposition === 'moved') add(movedKey(cell.row.id), line);
    // Where it stood, another statement may stand now, or nothing.
    if (line.disposition === 'relevelled' && line.from) add(keyOf(cell.row.id, line.from.level), line);
    // A merged row is gone, though its words live on in another one.
    if (line.disposition === 'merged' && line.from) add(line.from.row.id, line);
    add(keyOf(cell.row.id, cell.level), line);
  }
  return changes.map(change => keysOf(change).flatMap(key => byCell.get(key) ?? []));
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

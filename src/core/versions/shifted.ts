import type { Cell } from '../changes/change.ts';
import type { Framework } from '../model/types.ts';
import { cellKey, type LivingCell, livingCells } from './cells.ts';
import type { Follow } from './follow.ts';

/**
 * Finds the statements that stand word for word at another level of their row, where another statement stood: it was
 * replaced or changed places with them. A list of changes tells that as two rewordings.
 * @param cells the statements in force in the newer version, by `[row, level]`
 * @returns where they went, by where they stood in the older version, as `[row, level]`
 */
export function shiftedIn(
  older: Framework,
  follow: Follow,
  cells: ReadonlyMap<string, LivingCell>,
): Map<string, Cell> {
  const found = new Map<string, Cell>();
  const byRow = new Map<string, { cell: LivingCell; there: Cell }[]>();
  for (const cell of livingCells(older)) {
    const there = follow.cell({ row: cell.row.id, level: cell.level });
    const row = byRow.get(cell.row.id);
    if (row) row.push({ cell, there });
    else byRow.set(cell.row.id, [{ cell, there }]);
  }
  for (const row of byRow.values()) {
    const moved = row.filter(({ cell, there }) => cells.get(cellKey(there))?.text !== cell.text);
    if (moved.length < 2) continue;
    const open = new Map(moved.map(({ there }) => [cellKey(there), there]));
    for (const { cell, there } of moved) {
      const to = [...open.values()].find(
        place => cellKey(place) !== cellKey(there) && cells.get(cellKey(place))?.text === cell.text,
      );
      if (!to) continue;
      open.delete(cellKey(to));
      found.set(cellKey({ row: cell.row.id, level: cell.level }), to);
    }
  }
  return found;
}

import type { Layout } from '../state/layout.ts';
import { HEADING, type Position } from './keys.ts';

/** What is selected: the active cell, where typing goes, and the corner across from it. */
export interface Selection {
  readonly active: Position;
  readonly corner: Position;
  /** Whole rows, whole columns, or everything, whatever the corners say about the other direction. */
  readonly whole?: 'rows' | 'columns' | 'all';
}

/** Cells that stand in a rectangle: rows from top to bottom, levels from left to right. */
export interface Block {
  /** Keys of rows. */
  readonly rows: readonly string[];
  /** Indexes of levels. */
  readonly levels: readonly number[];
}

const NOTHING: Block = { rows: [], levels: [] };

export function single(position: Position): Selection {
  return { active: position, corner: position };
}

/**
 * The cells of a selection. Rows that are not shown and columns that are hidden are not among them.
 * @param columns the levels that are shown, in their order
 */
export function blockOf(layout: Layout, columns: readonly number[], selection: Selection): Block {
  const { active, corner, whole } = selection;
  const a = layout.rowIndex.get(active.key);
  const b = layout.rowIndex.get(corner.key);
  if (whole === 'all') return { rows: layout.rowKeys, levels: columns };
  if (a === undefined || b === undefined) return NOTHING;
  if (active.level === HEADING && whole === undefined) return NOTHING;
  const rows =
    whole === 'columns' ? layout.rowKeys : layout.rowKeys.slice(Math.min(a, b), Math.max(a, b) + 1);
  const from = Math.min(active.level, corner.level);
  const to = Math.max(active.level, corner.level);
  const levels = whole === 'rows' ? columns : columns.filter(level => level >= from && level <= to);
  return { rows, levels };
}

/** How many cells a block has. */
export function cellsIn({ rows, levels }: Block): number {
  return rows.length * levels.length;
}

/** Whether a selection has but its active cell. */
export function isSingle({ active, corner, whole }: Selection): boolean {
  return whole === undefined && active.key === corner.key && active.level === corner.level;
}

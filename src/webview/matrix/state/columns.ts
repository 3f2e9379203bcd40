import type { MatrixLevel } from '../../../protocol/matrix.ts';

/** How the reader arranged the columns. By ids of levels, so that it survives levels that come and go. */
export interface Columns {
  readonly hidden: readonly string[];
  /** In root font sizes; `''` is the column of topics. */
  readonly widths: Readonly<Record<string, number>>;
}

export const AS_GIVEN: Columns = { hidden: [], widths: {} };

/** The column of topics, among the widths. */
export const TOPICS = '';

const NARROWEST = 6;
const WIDEST = 60;

/** The indexes of the levels that are shown; all of them where every one is hidden. */
export function shownLevels(levels: readonly MatrixLevel[], { hidden }: Columns): readonly number[] {
  const all = levels.map((_, index) => index);
  const shown = all.filter(index => !hidden.includes(levels[index]!.id));
  return shown.length > 0 ? shown : all;
}

/** Shows or hides a level; the last one that is shown stays. */
export function toggled(columns: Columns, levels: readonly MatrixLevel[], id: string): Columns {
  const { hidden } = columns;
  if (hidden.includes(id)) return { ...columns, hidden: hidden.filter(other => other !== id) };
  const left = levels.filter(level => level.id !== id && !hidden.includes(level.id));
  return left.length === 0 ? columns : { ...columns, hidden: [...hidden, id] };
}

/** The width of a column that the reader set, by the id of its level. */
export function widthOf({ widths }: Columns, id: string): number | undefined {
  return Object.hasOwn(widths, id) ? widths[id] : undefined;
}

/** Sets the width of a column, in root font sizes, within bounds; undefined: as given. */
export function resized(columns: Columns, id: string, width: number | undefined): Columns {
  const { [id]: _, ...others } = columns.widths;
  if (width === undefined) return { ...columns, widths: others };
  const bounded = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)) * 100) / 100;
  return { ...columns, widths: { ...others, [id]: bounded } };
}

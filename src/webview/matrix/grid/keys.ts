import type { Item, Layout, TopicItem } from '../state/layout.ts';

/** Where the focus is: a cell of a row, or a heading (level -1). */
export interface Position {
  /** The key of a line. */
  readonly key: string;
  /** Index of the level; -1 for a heading. */
  readonly level: number;
}

export const HEADING = -1;

/** What the keys mean, and how far a page is. */
export interface Step {
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly control: boolean;
  readonly levels: number;
  /** How many rows of statements fit on a page. */
  readonly page: number;
}

/**
 * Where a key leads from a position, by the ARIA grid pattern. In a column of statements up and down go from
 * statement to statement, past the headings; in the column of headings from heading to heading.
 * @returns undefined for keys that do not move, and where there is nothing to move to
 */
export function move(layout: Layout, from: Position, step: Step): Position | undefined {
  const { key, control, levels, page } = step;
  const last = levels - 1;
  const onHeading = from.level === HEADING;
  switch (key) {
    case 'ArrowDown':
      return onHeading ? nextHeading(layout, from, 1) : nextRow(layout, from, 1);
    case 'ArrowUp':
      return onHeading ? nextHeading(layout, from, -1) : nextRow(layout, from, -1);
    case 'ArrowRight':
      if (onHeading) return rowFrom(layout, from, 0);
      return from.level < last ? { key: from.key, level: from.level + 1 } : undefined;
    case 'ArrowLeft':
      if (onHeading) return undefined;
      return from.level > 0 ? { key: from.key, level: from.level - 1 } : topicOf(layout, from);
    case 'Home':
      if (control) return edge(layout, 1);
      return onHeading ? undefined : { key: from.key, level: 0 };
    case 'End':
      if (control) return edge(layout, -1, last);
      return onHeading ? rowFrom(layout, from, last) : { key: from.key, level: last };
    case 'PageDown':
      return nextRow(layout, rowFrom(layout, from, Math.max(0, from.level)) ?? from, page);
    case 'PageUp':
      return nextRow(layout, rowFrom(layout, from, Math.max(0, from.level)) ?? from, -page);
    default:
      return undefined;
  }
}

/** The first position of a layout: where a reader who tabs into the grid arrives. */
export function firstPosition(layout: Layout): Position | undefined {
  const item = layout.items[0];
  return item && { key: item.key, level: HEADING };
}

/** Whether a position is in view, that is, in the layout. */
export function isShown(layout: Layout, position: Position): boolean {
  return layout.indexOf.has(position.key);
}

function itemOf(layout: Layout, position: Position): number {
  return layout.indexOf.get(position.key) ?? -1;
}

function rowsOf(item: Item | undefined): TopicItem['rows'] {
  return item?.kind === 'topic' ? item.rows : [];
}

/** The row so many rows further down (or up), at most the last (or first). */
function nextRow(layout: Layout, from: Position, by: number): Position | undefined {
  let index = itemOf(layout, from);
  let row = rowsOf(layout.items[index]).findIndex(row => row.key === from.key);
  if (row < 0) return undefined;
  const way = Math.sign(by);
  let found: string | undefined;
  for (let left = Math.abs(by); left > 0; ) {
    row += way;
    const rows = rowsOf(layout.items[index]);
    if (row >= 0 && row < rows.length) {
      found = rows[row]?.key;
      left--;
      continue;
    }
    do index += way;
    while (layout.items[index] && rowsOf(layout.items[index]).length === 0);
    if (!layout.items[index]) break;
    row = way > 0 ? -1 : rowsOf(layout.items[index]).length;
  }
  return found === undefined ? undefined : { key: found, level: from.level };
}

function isHeading(item: Item | undefined): boolean {
  return item !== undefined && (item.kind !== 'topic' || item.first);
}

function nextHeading(layout: Layout, from: Position, way: 1 | -1): Position | undefined {
  let index = itemOf(layout, from);
  do index += way;
  while (layout.items[index] && !isHeading(layout.items[index]));
  const item = layout.items[index];
  return item && { key: item.key, level: HEADING };
}

/** The first row at or below a position. */
function rowFrom(layout: Layout, from: Position, level: number): Position | undefined {
  if (from.level !== HEADING) return { key: from.key, level };
  for (let index = itemOf(layout, from); index >= 0 && index < layout.items.length; index++) {
    const row = rowsOf(layout.items[index])[0];
    if (row) return { key: row.key, level };
  }
  return undefined;
}

function topicOf(layout: Layout, from: Position): Position | undefined {
  const item = layout.items[itemOf(layout, from)];
  return item?.kind === 'topic' ? { key: item.topic.key, level: HEADING } : undefined;
}

/** The first heading, or the last row. */
function edge(layout: Layout, way: 1 | -1, level = HEADING): Position | undefined {
  if (way === 1) return firstPosition(layout);
  for (let index = layout.items.length - 1; index >= 0; index--) {
    const row = rowsOf(layout.items[index]).at(-1);
    if (row) return { key: row.key, level };
  }
  return undefined;
}

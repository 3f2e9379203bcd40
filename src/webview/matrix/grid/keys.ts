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
  /** The indexes of the levels that are shown, from left to right. */
  readonly columns: readonly number[];
  /** How many rows of statements fit on a page. */
  readonly page: number;
}

/**
 * Where a key leads from a position, by the ARIA grid pattern. In a column of statements up and down go from
 * statement to statement, past the headings, and with Ctrl from topic to topic; in the column of headings from
 * heading to heading.
 * @returns undefined for keys that do not move, and where there is nothing to move to
 */
export function move(layout: Layout, from: Position, step: Step): Position | undefined {
  const { key, control, columns, page } = step;
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? 0;
  const onHeading = from.level === HEADING;
  switch (key) {
    case 'ArrowDown':
      if (onHeading) return nextHeading(layout, from, 1);
      return control ? nextTopic(layout, from) : nextRow(layout, from, 1);
    case 'ArrowUp':
      if (onHeading) return nextHeading(layout, from, -1);
      return control ? topicBefore(layout, from) : nextRow(layout, from, -1);
    case 'ArrowRight':
      if (onHeading) return rowFrom(layout, from, first);
      return atLevel(from, control ? last : beside(columns, from.level, 1));
    case 'ArrowLeft':
      if (onHeading) return undefined;
      if (control && from.level !== first) return { key: from.key, level: first };
      return atLevel(from, beside(columns, from.level, -1)) ?? topicOf(layout, from);
    case 'Home':
      if (control) return edge(layout, 1);
      return onHeading ? undefined : { key: from.key, level: first };
    case 'End':
      if (control) return edge(layout, -1, last);
      return onHeading ? rowFrom(layout, from, last) : { key: from.key, level: last };
    case 'PageDown':
      return nextRow(layout, rowFrom(layout, from, onHeading ? first : from.level) ?? from, page);
    case 'PageUp':
      return nextRow(layout, rowFrom(layout, from, onHeading ? first : from.level) ?? from, -page);
    default:
      return undefined;
  }
}

/**
 * The next cell to the right, or to the left, and from the end of a row on in the next one: the way of Tab.
 * @returns undefined behind the last cell and before the first
 */
export function along(
  layout: Layout,
  from: Position,
  way: 1 | -1,
  columns: readonly number[],
): Position | undefined {
  if (from.level === HEADING) return way === 1 ? rowFrom(layout, from, columns[0] ?? 0) : undefined;
  const next = beside(columns, from.level, way);
  if (next !== undefined) return { key: from.key, level: next };
  const row = nextRow(layout, from, way);
  return row && { key: row.key, level: (way === 1 ? columns[0] : columns.at(-1)) ?? 0 };
}

function beside(columns: readonly number[], level: number, way: 1 | -1): number | undefined {
  const at = columns.indexOf(level);
  return at < 0 ? columns[0] : columns[at + way];
}

function atLevel(from: Position, level: number | undefined): Position | undefined {
  return level === undefined || level === from.level ? undefined : { key: from.key, level };
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
  const at = layout.rowIndex.get(from.key);
  if (at === undefined) return undefined;
  const to = Math.min(layout.rowKeys.length - 1, Math.max(0, at + by));
  return to === at ? undefined : { key: layout.rowKeys[to]!, level: from.level };
}

/** The first row of the next topic that has one, else the last row. */
function nextTopic(layout: Layout, from: Position): Position | undefined {
  let index = itemOf(layout, from) + 1;
  while (index < layout.items.length && !firstRow(layout.items[index])) index++;
  const key = firstRow(layout.items[index]) ?? layout.rowKeys.at(-1);
  return key === undefined || key === from.key ? undefined : { key, level: from.level };
}

/** The first row of the topic, and from there of the one before. */
function topicBefore(layout: Layout, from: Position): Position | undefined {
  let index = itemOf(layout, from);
  while (index >= 0) {
    const key = firstRow(layout.items[index]);
    if (key !== undefined && key !== from.key) return { key, level: from.level };
    index--;
  }
  return undefined;
}

/** The key of the row that a topic begins with. */
function firstRow(item: Item | undefined): string | undefined {
  return item?.kind === 'topic' && item.first ? item.rows[0]?.key : undefined;
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
  const key = layout.rowKeys.at(-1);
  return key === undefined ? undefined : { key, level };
}

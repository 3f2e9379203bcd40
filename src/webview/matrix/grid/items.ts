import type { AreaLine, RowLine, SectionLine, TopicLine } from '../../../protocol/matrix.ts';
import { el, icon, setAttribute } from '../../shared/dom.ts';
import type { Item, TopicItem } from '../state/layout.ts';
import { UNTITLED_AREA, UNTITLED_TOPIC, withdrawnWords } from '../words.ts';
import { fillCell, marksBadge, newCell, noteElement } from './cells.ts';
import { coverageStrip } from './coverageStrip.ts';
import type { Levels, Look, RowLook } from './look.ts';
import { sinceRemarks } from './sinceRemarks.ts';

const GRIP = 'M5 3h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zm-4 4h2v2H5zm4 0h2v2H9z';

/** Makes the element of an item. */
export function createItem(item: Item, levels: Levels, look: Look): HTMLElement {
  const element = el('div', 'item');
  updateItem(element, item, undefined, levels, look);
  return element;
}

/**
 * Makes an element show an item. Rows and cells that stay keep their elements.
 * @param before what it shows; undefined where it is new
 */
export function updateItem(
  element: HTMLElement,
  item: Item,
  before: Item | undefined,
  levels: Levels,
  look: Look,
): void {
  const atTop = element.classList.contains('at-top');
  element.className = `item ${item.kind}-item`;
  element.classList.toggle('at-top', atTop);
  element.classList.toggle('withdrawn', item.withdrawn);
  element.classList.toggle('ends', item.kind === 'topic' && item.last);
  if (item.kind === 'topic')
    updateTopic(element, item, before?.kind === 'topic' ? before : undefined, levels, look);
  else {
    if (before?.kind !== item.kind || before.line !== item.line) {
      const row = el('div', `grid-row heading ${item.kind}`, { role: 'row', 'data-key': item.line.key });
      row.append(headingCell(item.line, levels.shown.length));
      replaceKeepingFocus(element, row);
    }
    setAttribute(element.firstElementChild!, 'aria-rowindex', item.ordinal);
  }
}

function updateTopic(
  element: HTMLElement,
  item: TopicItem,
  before: TopicItem | undefined,
  levels: Levels,
  look: Look,
): void {
  setAttribute(element, 'role', 'rowgroup');
  setAttribute(element, 'aria-label', item.topic.title ?? UNTITLED_TOPIC);
  let head = before && element.querySelector<HTMLElement>(':scope > .topic-head');
  let rows = before && element.querySelector<HTMLElement>(':scope > .rows');
  if (!rows) {
    rows = el('div', 'rows', { role: 'presentation' });
    element.replaceChildren(rows);
  }
  if (!head || !before || before.topic !== item.topic || before.first !== item.first) {
    const fresh = topicHead(item, levels);
    const focused = head?.contains(document.activeElement);
    if (head) head.replaceWith(fresh);
    else element.prepend(fresh);
    head = fresh;
    if (focused) fresh.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true });
  }
  if (item.first) setAttribute(head, 'aria-rowindex', item.ordinal);
  updateRows(rows, item, levels, look);
}

function updateRows(rows: HTMLElement, item: TopicItem, levels: Levels, look: Look): void {
  const known = new Map<string, HTMLElement>();
  for (const row of rows.children) known.set((row as HTMLElement).dataset.key ?? '', row as HTMLElement);
  let ordinal = item.ordinal + (item.first ? 1 : 0);
  let at = rows.firstElementChild;
  for (const line of item.rows) {
    let row = known.get(line.key);
    if (row) known.delete(line.key);
    else row = newRow(line, levels);
    if (row === at) at = at.nextElementSibling;
    else rows.insertBefore(row, at);
    fillRow(row, line, look(line));
    setAttribute(row, 'aria-rowindex', ordinal++);
  }
  for (const row of known.values()) row.remove();
  if (item.rows.length > 0) return;
  const empty = el('p', 'no-rows', {}, 'No rows yet');
  rows.replaceChildren(el('div', 'grid-row', { role: 'row' }, el('div', '', { role: 'gridcell' }, empty)));
}

function newRow(line: RowLine, levels: Levels): HTMLElement {
  const row = el('div', 'grid-row statements', { role: 'row', 'data-key': line.key });
  // For the mouse only: by the keyboard rows are selected with Shift+Space and moved with Alt and the arrows.
  const handle = el('div', 'row-handle', {
    'aria-hidden': 'true',
    title: 'Drag to move, click to select the row',
  });
  handle.append(icon(GRIP));
  row.append(handle, ...levels.shown.map((level, column) => newCell(levels.all[level]!, level, column + 1)));
  return row;
}

const rowsShown = new WeakMap<HTMLElement, { line: RowLine; look: RowLook }>();

function fillRow(row: HTMLElement, line: RowLine, look: RowLook): void {
  const before = rowsShown.get(row);
  if (before?.line === line && before.look === look) return;
  rowsShown.set(row, { line, look });
  for (const element of row.querySelectorAll<HTMLElement>(':scope > .cell')) {
    const level = Number(element.dataset.level);
    const cell = line.cells[level];
    if (cell) fillCell(element, cell, look, level);
  }
  if (before?.line === line) return;
  row.classList.toggle('withdrawn', line.withdrawn !== undefined);
  // What is said about the row as a whole stands below its statements.
  row.querySelector(':scope > .row-remarks')?.remove();
  const remarks = remarksOf(line);
  if (remarks.length > 0) {
    const last = el('div', 'row-remarks', { role: 'gridcell', 'aria-colindex': 1 });
    last.append(...remarks);
    row.append(last);
  }
}

function remarksOf(line: RowLine | AreaLine | SectionLine | TopicLine): Node[] {
  const remarks: Node[] = [];
  if (line.since) remarks.push(...sinceRemarks(line.since));
  if (line.withdrawn) remarks.push(el('p', 'withdrawn-words', {}, withdrawnWords(line.withdrawn)));
  if (line.marks) remarks.push(marksBadge(line.marks));
  if (line.note !== undefined) remarks.push(noteElement(line.note));
  return remarks;
}

function headingCell(line: AreaLine | SectionLine, levels: number): HTMLElement {
  const untitled = line.title === undefined;
  return el(
    'div',
    'head',
    {
      role: 'rowheader',
      tabindex: -1,
      'aria-colindex': 1,
      'aria-colspan': levels + 1,
      'data-level': -1,
    },
    el('span', untitled ? 'title untitled' : 'title', {}, line.title ?? UNTITLED_AREA),
    ...remarksOf(line),
  );
}

/** The topic as a row of the grid; in a further piece of it only its name, for the eye. */
function topicHead(item: TopicItem, levels: Levels): HTMLElement {
  const { topic, first } = item;
  const title = el(
    'span',
    topic.title === undefined ? 'title untitled' : 'title',
    {},
    topic.title ?? UNTITLED_TOPIC,
  );
  if (!first) return el('div', 'topic-head again', { 'aria-hidden': 'true' }, el('div', 'head', {}, title));
  const grip = el('span', 'topic-handle', { 'aria-hidden': 'true', title: 'Drag to move the topic' });
  grip.append(icon(GRIP));
  const head = el(
    'div',
    'head',
    {
      role: 'rowheader',
      tabindex: -1,
      'aria-colindex': 1,
      'aria-colspan': levels.shown.length + 1,
      'data-level': -1,
    },
    title,
    grip,
    ...remarksOf(topic),
    coverageStrip(topic.coverage, levels),
  );
  return el('div', 'topic-head', { role: 'row', 'data-key': topic.key }, head);
}

function replaceKeepingFocus(element: HTMLElement, child: HTMLElement): void {
  const focused = element.contains(document.activeElement);
  element.replaceChildren(child);
  if (focused) child.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true });
}

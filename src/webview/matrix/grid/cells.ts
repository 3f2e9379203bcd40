import type { MatrixCell, MatrixLevel, SeverityCounts } from '../../../protocol/matrix.ts';
import { el, icon } from '../../shared/dom.ts';
import { blankWords, markWords } from '../words.ts';

/** A cross, a triangle and a dot: told apart without colour. */
const SIGNS = {
  error: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3 9-1 1-2-2-2 2-1-1 2-2-2-2 1-1 2 2 2-2 1 1-2 2Z',
  warning: 'M8 1 15 14H1Zm-.7 4v5h1.4V5Zm0 6v1.4h1.4V11Z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.8 3h1.6v1.6H7.2Zm0 3h1.6v5H7.2Z',
};

const shown = new WeakMap<HTMLElement, MatrixCell>();

/** Makes the cell of a level, empty as yet. */
export function newCell(level: MatrixLevel, index: number): HTMLElement {
  return el('div', 'cell', {
    role: 'gridcell',
    tabindex: -1,
    'aria-colindex': index + 2,
    'data-level': index,
    'data-name': level.title,
  });
}

/** Fills a cell, unless it shows the same already. The element stays, and with it the focus. */
export function fillCell(element: HTMLElement, cell: MatrixCell): void {
  if (shown.get(element) === cell) return;
  shown.set(element, cell);
  const children: Node[] = [];
  if (cell.text !== undefined) {
    for (const paragraph of cell.text.split('\n')) children.push(el('p', '', {}, paragraph));
  } else if (cell.blank) children.push(el('p', 'blank', {}, blankWords(cell.blank)));
  else children.push(el('p', 'blank nothing', {}, el('span', 'for-readers', {}, 'Not stated')));
  if (cell.marks) children.push(marksBadge(cell.marks));
  if (cell.note !== undefined) children.push(noteElement(cell.note));
  element.replaceChildren(...children);
  element.classList.toggle('missing', cell.blank === 'missing');
  element.classList.toggle('noted', cell.note !== undefined);
}

/** A maintainer's note: shown by the toggle, and always there for screen readers. */
export function noteElement(note: string): HTMLElement {
  return el('p', 'note', {}, el('span', 'note-word', {}, 'Note: '), note);
}

/** The findings on a place: a sign for each severity, and words for screen readers and the mouse. */
export function marksBadge(marks: SeverityCounts): HTMLElement {
  const words = markWords(marks);
  const badge = el('span', 'marks', { role: 'img', 'aria-label': words, title: words });
  for (const severity of ['error', 'warning', 'info'] as const) {
    const count = marks[severity];
    if (count) badge.append(el('span', `mark mark-${severity}`, {}, icon(SIGNS[severity]), String(count)));
  }
  return badge;
}

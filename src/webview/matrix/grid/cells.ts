import type { CellWords, MatrixCell, MatrixLevel, SeverityCounts } from '../../../protocol/matrix.ts';
import { el, icon, setAttribute } from '../../shared/dom.ts';
import { blankWords, kindWords, LENS_LESS, LENS_SAME, markWords } from '../words.ts';
import type { RowLook } from './look.ts';

/** A cross, a triangle and a dot: told apart without colour. */
const SIGNS = {
  error: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3 9-1 1-2-2-2 2-1-1 2-2-2-2 1-1 2 2 2-2 1 1-2 2Z',
  warning: 'M8 1 15 14H1Zm-.7 4v5h1.4V5Zm0 6v1.4h1.4V11Z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.8 3h1.6v1.6H7.2Zm0 3h1.6v5H7.2Z',
};

/** What an element shows, so that it is filled again only where that differs. */
interface Shown {
  readonly cell: MatrixCell;
  readonly words: CellWords | undefined;
  readonly against: RowLook['against'];
  readonly pending: string | undefined;
}

const shown = new WeakMap<HTMLElement, Shown>();

/** Makes the cell of a level, empty as yet. @param index of the level @param column from 1, among those shown */
export function newCell(level: MatrixLevel, index: number, column: number): HTMLElement {
  return el('div', 'cell', {
    role: 'gridcell',
    tabindex: -1,
    'aria-colindex': column + 1,
    'aria-selected': 'false',
    'data-level': index,
    'data-name': level.title,
  });
}

/** Fills a cell, unless it shows the same already. The element stays, and with it the focus. */
export function fillCell(element: HTMLElement, cell: MatrixCell, look: RowLook, index: number): void {
  const pending = look.pending?.get(index);
  const words = pending === undefined ? look.words?.get(index) : undefined;
  const against = words && look.against;
  const before = shown.get(element);
  if (before?.cell === cell && before.words === words && before.against === against)
    if (before.pending === pending) return;
  shown.set(element, { cell, words, against, pending });
  const text = pending ?? cell.text;
  const children: Node[] = [];
  if (words && words.step !== 'lowest') children.push(comparedText(words, against !== 'below'));
  else if (text) children.push(plainText(text));
  else if (cell.blank && pending === undefined) children.push(el('p', 'blank', {}, blankWords(cell.blank)));
  else children.push(el('p', 'blank nothing', {}, el('span', 'for-readers', {}, 'Not stated')));
  if (against === 'below' && words?.step === 'same') children.push(el('p', 'step step-same', {}, LENS_SAME));
  if (against === 'below' && words?.less !== undefined)
    children.push(el('p', 'step step-less', {}, `${LENS_LESS}: ${words.less}`));
  if (cell.since) children.push(el('p', `since since-${cell.since}`, {}, kindWords(cell.since)));
  if (cell.marks) children.push(marksBadge(cell.marks));
  if (cell.note !== undefined) children.push(noteElement(cell.note));
  element.replaceChildren(...children);
  element.classList.toggle('missing', cell.blank === 'missing' && pending === undefined);
  element.classList.toggle('noted', cell.note !== undefined);
  element.classList.toggle('lens', against === 'below');
  setAttribute(element, 'aria-busy', pending === undefined ? undefined : 'true');
}

/** A statement: a paragraph a line, in an element whose text is the statement's. */
function plainText(text: string): HTMLElement {
  return el('div', 'text', {}, ...text.split('\n').map(paragraph => el('p', '', {}, paragraph)));
}

/**
 * A statement word by word: what it adds stands out by more than its colour.
 * @param withGone whether what it says no longer is shown too, struck out
 */
function comparedText({ parts }: CellWords, withGone: boolean): HTMLElement {
  const box = el('div', 'text compared');
  let paragraph = box.appendChild(el('p', ''));
  for (const { text, kind } of parts) {
    if (kind === 'removed' && !withGone) continue;
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      if (index > 0 && kind !== 'removed') paragraph = box.appendChild(el('p', ''));
      if (line === '') return;
      if (kind === 'added') paragraph.append(...addedWords(line));
      else if (kind === 'removed') paragraph.append(el('del', 'removed', {}, line));
      else paragraph.append(el('span', 'same', {}, line));
    });
  }
  return box;
}

/** Words that are added, without the spaces around them, which a line below would show. */
function addedWords(words: string): (Node | string)[] {
  const [, before = '', own = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  return [before, ...(own === '' ? [] : [el('ins', 'added', {}, own)]), after];
}

/** A maintainer's note: shown by the toggle, and always there for screen readers. */
export function noteElement(note: string): HTMLElement {
  return el('p', 'note', {}, el('span', 'note-word', {}, 'Note: '), note);
}

/** The findings on a place: a sign for each severity, and words for screen readers and the mouse. */
export function marksBadge(marks: SeverityCounts): HTMLElement {
  const words = markWords(marks);
  const badge = el('span', 'marks', { role: 'img', 'aria-label': words, title: `${words} (Ctrl+.)` });
  for (const severity of ['error', 'warning', 'info'] as const) {
    const count = marks[severity];
    if (count) badge.append(el('span', `mark mark-${severity}`, {}, icon(SIGNS[severity]), String(count)));
  }
  return badge;
}

/** The sign of a severity. */
export function severitySign(severity: keyof typeof SIGNS): Element {
  const sign = el('span', `mark mark-${severity}`, {}, icon(SIGNS[severity]));
  sign.append(
    el('span', 'for-readers', {}, { error: 'Error', warning: 'Warning', info: 'Remark' }[severity]),
  );
  return sign;
}

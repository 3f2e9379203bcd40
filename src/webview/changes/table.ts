import type { ComparedArea, ComparedCell, ComparedRow, ComparedTopic } from '../../protocol/changes.ts';
import { el } from '../shared/dom.ts';
import { wordsElement } from './items.ts';
import { problemsElement } from './list.ts';
import { stepThrough } from './steps.ts';
import { allItems, type State } from './store.ts';
import { shownTable, type TableShown } from './tableShown.ts';
import { stepsElement, verdictElements } from './verdicts.ts';

/** The changes in the places where they are: a table an area, a column a level. */
export interface ChangesTable {
  readonly element: HTMLElement;
  draw(state: State): void;
  step(by: 1 | -1): void;
  /** Goes to a row, as a link says. */
  go(key: string): void;
}

export function createTable(): ChangesTable {
  const element = el('main', 'table', { tabindex: -1 });
  return {
    element,
    draw(state) {
      const shown = shownTable(state);
      if (!shown) return;
      const top = element.scrollTop;
      const before = focusMark(element);
      const areas = shown.areas.map(area => areaElement(area, shown, state));
      element.replaceChildren(
        ...[problemsElement(state) ?? [], othersElement(state) ?? []].flat(),
        ...(areas.length > 0 ? areas : [el('p', 'empty-words', {}, nothingWords(state))]),
      );
      element.scrollTop = top;
      if (before) element.querySelector<HTMLElement>(before)?.focus({ preventScroll: true });
    },
    step: by => stepThrough(element, by),
    go(key) {
      const row = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.querySelector<HTMLElement>('.change, .row-head')?.focus({ preventScroll: true });
    },
  };
}

/** What a table of statements cannot show. */
function othersElement({ view }: State): HTMLElement | undefined {
  const count = view ? allItems(view).filter(({ verdict }) => verdict === undefined).length : 0;
  if (count === 0) return undefined;
  const are = count === 1 ? '1 more change is' : `${count.toLocaleString('en-GB')} more changes are`;
  const link = el('button', 'link', { type: 'button', 'data-show': 'list' }, 'in the list');
  return el('p', 'others', {}, `${are} about no statement: titles, order and the like stand `, link, '.');
}

function nothingWords({ view }: State): string {
  const any = view?.compared?.table.areas.some(area =>
    area.topics.some(topic => topic.rows.some(row => row.isChanged)),
  );
  return any
    ? 'No change matches the filters.'
    : 'No statement differs. What changed otherwise stands in the list.';
}

function areaElement(area: ComparedArea, shown: TableShown, state: State): HTMLElement {
  const heads = ['Row', ...shown.levels.map(({ title }) => title)];
  return el(
    'table',
    'area',
    {},
    el('caption', '', {}, el('h2', '', {}, area.title)),
    el('colgroup', '', {}, el('col', 'row-column'), ...shown.levels.map(() => el('col', ''))),
    el('thead', '', {}, el('tr', '', {}, ...heads.map(title => el('th', '', { scope: 'col' }, title)))),
    ...area.topics.map(topic => topicElement(topic, shown, state)),
  );
}

function topicElement(topic: ComparedTopic, shown: TableShown, state: State): HTMLElement {
  const title = el(
    'h3',
    '',
    {},
    topic.title,
    ' ',
    el('span', 'section-kind', {}, topic.section),
    ' ',
    el('span', 'unchanged', {}, unchangedWords(topic.unchanged)),
  );
  return el(
    'tbody',
    '',
    {},
    el('tr', 'topic-row', {}, el('th', '', { colspan: shown.levels.length + 1, scope: 'rowgroup' }, title)),
    ...topic.rows.map(row => rowElement(row, shown, state)),
  );
}

function unchangedWords(count: number): string {
  return count === 0 ? '' : `${count.toLocaleString('en-GB')} unchanged ${count === 1 ? 'row' : 'rows'}`;
}

function rowElement(row: ComparedRow, shown: TableShown, state: State): HTMLElement {
  const { key, row: id, kind, link, inFrom, inTo, isChanged } = row;
  const { view, texts } = state;
  const opens = [
    ...(inFrom && texts.from ? [openLink('from', key, view?.from ?? '')] : []),
    ...(inTo && texts.to ? [openLink('to', key, view?.to ?? '')] : []),
  ];
  const head = el(
    'th',
    'row-head',
    { scope: 'row', tabindex: -1 },
    el('span', 'row-id', {}, id),
    ...(kind ? [el('span', 'kind', { 'data-kind': kind }, kind)] : []),
    ...(link ? [goLink(link)] : []),
    ...(opens.length > 0 ? [el('p', 'links', {}, ...opens)] : []),
  );
  const cells = new Map(row.cells.map(cell => [cell.level, cell]));
  return el(
    'tr',
    [key.startsWith('was:') ? 'gone' : '', isChanged ? '' : 'same'].filter(Boolean).join(' '),
    { 'data-key': key },
    head,
    ...shown.levels.map(({ id: level, title }) =>
      cellElement(cells.get(level), `Row ${id}, ${title}`, row.kind, state),
    ),
  );
}

function cellElement(
  cell: ComparedCell | undefined,
  name: string,
  rowKind: string | undefined,
  state: State,
): HTMLElement {
  if (!cell) return el('td', '');
  const { kind, words, verdict, link, steps } = cell;
  const element = el('td', kind ? 'change' : '', {
    ...(kind && { tabindex: -1, 'aria-label': `${name}: ${kind}`, 'data-cell': name }),
  });
  element.append(wordsElement(words));
  // What is said of the whole row need not be said of each of its cells.
  const isNews = kind !== undefined && kind !== rowKind && kind !== 'reworded';
  const marks = [
    ...(isNews ? [el('span', 'kind', { 'data-kind': kind }, kind)] : []),
    ...(link ? [goLink(link)] : []),
    ...(steps ? [stepsElement(steps)] : []),
  ];
  if (marks.length > 0) element.append(el('p', 'marks', {}, ...marks));
  element.append(...verdictElements(verdict, state));
  return element;
}

function goLink({ to, label }: NonNullable<ComparedCell['link']>): HTMLElement {
  return el('button', 'link', { type: 'button', 'data-go': to }, label);
}

function openLink(side: 'from' | 'to', key: string, name: string): HTMLElement {
  return el(
    'button',
    'link',
    { type: 'button', 'data-open': side, 'data-of': key, 'aria-label': `Show the text in ${name}` },
    name,
  );
}

/** How to find what has the focus once the table is drawn anew. */
function focusMark(element: HTMLElement): string | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !element.contains(active)) return undefined;
  const { judgeRow, judgeLevel, cell } = active.dataset;
  if (judgeRow !== undefined && judgeLevel !== undefined)
    return `[data-judge-row="${CSS.escape(judgeRow)}"][data-judge-level="${CSS.escape(judgeLevel)}"]`;
  return cell === undefined ? undefined : `[data-cell="${CSS.escape(cell)}"]`;
}

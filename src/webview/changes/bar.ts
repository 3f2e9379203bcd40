import type { FromChanges } from '../../protocol/changes.ts';
import { el, icon, setAttribute, setText } from '../shared/dom.ts';
import { createComparisonTools } from './comparisonTools.ts';
import { createFilters } from './filters.ts';
import { applyWords } from './items.ts';
import {
  type Action,
  accepted,
  allItems,
  isTable,
  newNotes,
  openDecisions,
  type State,
  shownGroups,
} from './store.ts';
import { changedCells, shownTable } from './tableShown.ts';

const UP = 'M8 3.5 13 9l-.9.9L8.6 6v7.5H7.4V6l-3.5 3.9L3 9Z';
const DOWN = 'M8 12.5 3 7l.9-.9L7.4 10V2.5h1.2V10l3.5-3.9.9.9Z';

/** The head of the page: what is compared, filters, next and previous. */
export interface Bar {
  readonly element: HTMLElement;
  update(state: State): void;
}

export function createBar(
  dispatch: (action: Action) => void,
  step: (by: 1 | -1) => void,
  post: (message: FromChanges) => void,
): Bar {
  const title = el('h1', 'title', {}, 'Changes');
  const sides = el('p', 'sides');
  const count = el('span', 'count', { role: 'status' });
  const filters = createFilters(to => dispatch({ type: 'filter', filters: to }));
  const outcome = el('p', 'outcome');
  const comparison = createComparisonTools(dispatch, post);
  const previous = stepButton('Previous change (Shift+F7)', UP, () => step(-1));
  const next = stepButton('Next change (F7)', DOWN, () => step(1));
  const element = el(
    'header',
    'toolbar',
    {},
    el('div', 'titles', {}, title, sides),
    outcome,
    comparison.element,
    el('div', 'tools', {}, ...filters.elements, count, previous, next),
  );
  let drawn: State['view'];

  return {
    element,
    update(state) {
      const { view } = state;
      if (!view) return;
      if (view !== drawn) {
        drawn = view;
        setText(title, view.title);
        setText(sides, `${view.from} → ${view.to}`);
        setText(outcome, view.round?.outcome ?? '');
        outcome.hidden = outcome.textContent === '';
        filters.offer(view);
      }
      comparison.update(state);
      filters.update(state.filters);
      const table = isTable(state) ? shownTable(state) : undefined;
      if (table) {
        const cells = changedCells(table);
        setText(
          count,
          cells === 1 ? '1 changed statement' : `${cells.toLocaleString('en-GB')} changed statements`,
        );
        return;
      }
      const shown = shownGroups(state).reduce(
        (sum, group) => sum + group.topics.reduce((of, topic) => of + topic.items.length, 0),
        0,
      );
      const all = allItems(view).length;
      const changes = all === 1 ? '1 change' : `${all.toLocaleString('en-GB')} changes`;
      setText(count, shown === all ? changes : `${shown.toLocaleString('en-GB')} of ${changes}`);
    },
  };
}

/** The foot of a preview: to apply or to leave. */
export function createFoot(events: { apply(): void; cancel(): void }): Bar {
  const apply = el('button', 'button', { type: 'button' }, 'Apply');
  const cancel = el('button', 'button secondary', { type: 'button' }, 'Cancel');
  const remark = el('p', 'remark', { role: 'status' });
  const element = el('footer', 'foot', {}, apply, cancel, remark);
  apply.addEventListener('click', events.apply);
  cancel.addEventListener('click', events.cancel);
  return {
    element,
    update(state) {
      element.hidden = state.view?.mode !== 'preview';
      const words = applyWords(state, openDecisions(state));
      setText(apply, words.button);
      setText(remark, words.remark);
      setAttribute(apply, 'disabled', state.waiting || accepted(state).length + newNotes(state) === 0);
    },
  };
}

function stepButton(label: string, path: string, run: () => void): HTMLButtonElement {
  const button = el(
    'button',
    'tool icon-only',
    { type: 'button', 'aria-label': label, title: label },
    icon(path),
  );
  button.addEventListener('click', run);
  return button;
}

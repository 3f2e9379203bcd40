import type { ChangesLayout, FromChanges } from '../../protocol/changes.ts';
import { el, setAttribute, setText } from '../shared/dom.ts';
import type { Action, State } from './store.ts';

/** The second line of a comparison's head: how it is laid out, which versions, and what can be done with it. */
export interface ComparisonTools {
  readonly element: HTMLElement;
  update(state: State): void;
}

export function createComparisonTools(
  dispatch: (action: Action) => void,
  post: (message: FromChanges) => void,
): ComparisonTools {
  const layout = (to: Partial<ChangesLayout>) => dispatch({ type: 'layout', layout: to });
  const table = toggle('Table', () => layout({ show: 'table' }));
  const list = toggle('List', () => layout({ show: 'list' }));
  let unchangedOn = false;
  const unchanged = toggle('Unchanged rows', () => layout({ unchanged: !unchangedOn }));
  const by = el('select', 'select', { 'aria-label': 'Group the list by' });
  by.append(
    el('option', '', { value: 'area' }, 'By area'),
    el('option', '', { value: 'level' }, 'By level'),
    el('option', '', { value: 'class' }, 'By class'),
  );
  by.addEventListener('change', () => layout({ by: by.value as ChangesLayout['by'] }));
  const pair = el('select', 'select', { 'aria-label': 'Versions' });
  pair.addEventListener('change', () => post({ type: 'pair', pair: pair.value }));
  const add = action('Add a version…', () => post({ type: 'addVersion' }));
  const publish = action('Publish what changed…', () => post({ type: 'publish' }));
  const outcome = el('p', 'outcome');
  const shown = el('div', 'group-of-tools', { role: 'group', 'aria-label': 'Show as' }, table, list);
  const element = el(
    'div',
    'comparison',
    {},
    el('div', 'tools', {}, shown, unchanged, by, pair, add, publish),
    outcome,
  );
  let drawn: State['view'];

  return {
    element,
    update({ view, layout }) {
      const compared = view?.compared;
      element.hidden = compared === undefined;
      if (!compared) return;
      if (view !== drawn) {
        drawn = view;
        pair.hidden = compared.pairs.length < 2;
        pair.replaceChildren(
          ...compared.pairs.map(({ id, label }) => el('option', '', { value: id }, label)),
        );
        pair.value = compared.pair;
        outcome.hidden = compared.outcome === undefined;
        setText(outcome, compared.outcome ?? '');
      }
      const isTable = layout.show === 'table';
      unchangedOn = layout.unchanged;
      setAttribute(table, 'aria-pressed', String(isTable));
      setAttribute(list, 'aria-pressed', String(!isTable));
      setAttribute(unchanged, 'aria-pressed', String(unchangedOn));
      unchanged.hidden = !isTable || !compared.table.isWhole;
      by.hidden = isTable;
      by.value = layout.by;
    },
  };
}

function toggle(label: string, run: () => void): HTMLButtonElement {
  const button = el('button', 'tool', { type: 'button', 'aria-pressed': 'false' }, label);
  button.addEventListener('click', run);
  return button;
}

function action(label: string, run: () => void): HTMLButtonElement {
  const button = el('button', 'tool', { type: 'button' }, label);
  button.addEventListener('click', run);
  return button;
}

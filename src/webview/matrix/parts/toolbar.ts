import { debounced, el, icon, setAttribute, setText } from '../../shared/dom.ts';
import { countOf, isFiltering } from '../state/filter.ts';
import type { Action, State } from '../state/store.ts';
import { badgeWords, countWords } from '../words.ts';

const OUTLINE_ICON = 'M2 3h2v2H2zm4 .5h8v1H6zM4 7h2v2H4zm4 .5h6v1H8zM4 11h2v2H4zm4 .5h6v1H8z';
const SEARCH_ICON =
  'M10.7 9.9a5 5 0 1 0-.8.8l3.2 3.2.8-.8-3.2-3.2ZM6.8 10.6a3.8 3.8 0 1 1 0-7.6 3.8 3.8 0 0 1 0 7.6Z';

const CHANGES = 'What changed since another version: marked here, or as a list';

export interface Toolbar {
  readonly element: HTMLElement;
  update(state: State, outlineOpen: boolean): void;
  focusFilter(): void;
}

export interface ToolbarPorts {
  dispatch(action: Action): void;
  /** The reader leaves the filter for the grid. */
  toGrid(): void;
  /** Opens a menu below its button. */
  menu(which: 'filter' | 'view' | 'compare', button: Element): void;
}

/** Title, badge, filter, and what is shown. */
export function createToolbar({ dispatch, toGrid, menu }: ToolbarPorts): Toolbar {
  const outline = el(
    'button',
    'tool icon-only',
    { type: 'button', 'aria-controls': 'outline', 'aria-label': 'Outline', title: 'Outline' },
    icon(OUTLINE_ICON),
  );
  const title = el('h1', 'title', {}, 'Level matrix');
  const badge = el('span', 'badge');
  const filter = el('input', 'filter-input', {
    type: 'search',
    placeholder: 'Filter statements',
    'aria-label': 'Filter statements',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  // Said and shown, but only once typing pauses.
  const count = el('span', 'count', { role: 'status' });
  const more = menuButton('Filter', 'Show rows by level, area, findings or change');
  const lens = el(
    'button',
    'tool lens-tool',
    {
      type: 'button',
      'aria-pressed': 'false',
      title: 'Level lens: what each level adds to the one below (Ctrl+L)',
    },
    'Level lens',
  );
  const compare = menuButton('Changes', CHANGES);
  const view = menuButton('View', 'What is shown, and which columns');
  const search = el('div', 'filter', { role: 'search' }, icon(SEARCH_ICON), filter);
  const element = el(
    'div',
    'toolbar',
    {},
    outline,
    el('div', 'titles', {}, title, badge),
    el('div', 'tools', {}, search, count, more, lens, compare, view),
  );
  let latest: State | undefined;
  let open = false;

  const send = debounced(() => dispatch({ type: 'filter', filter: { text: filter.value } }), 120);
  filter.addEventListener('input', send);
  filter.addEventListener('keydown', event => {
    const control = event.ctrlKey || event.metaKey;
    // What is typed and taken back here is the field's.
    if (!control || /^[zya]$/i.test(event.key)) event.stopPropagation();
    if (event.key === 'Escape' && filter.value !== '') filter.value = '';
    else if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    dispatch({ type: 'filter', filter: { text: filter.value } });
    if (event.key !== 'Escape') toGrid();
  });
  outline.addEventListener('click', () => dispatch({ type: 'outline', open: !open }));
  lens.addEventListener('click', () => dispatch({ type: 'toggle', what: 'lens' }));
  more.addEventListener('click', () => menu('filter', more));
  compare.addEventListener('click', () => menu('compare', compare));
  view.addEventListener('click', () => menu('view', view));
  const sayCount = debounced(() => {
    if (!latest?.layout) return;
    const { shown, total } = latest.layout;
    setText(count, countWords(shown, total, isFiltering(latest.filter)));
  }, 250);

  return {
    element,
    update(state, outlineOpen) {
      latest = state;
      open = outlineOpen;
      setAttribute(outline, 'aria-expanded', String(outlineOpen));
      if (!state.view || !state.layout) return;
      setText(title, state.view.head.title || 'Untitled framework');
      setText(badge, badgeWords(state.view.head));
      badge.dataset.status = state.view.head.status;
      if (document.activeElement !== filter && filter.value !== state.filter.text)
        filter.value = state.filter.text;
      const filters = countOf(state.filter);
      setText(more.firstElementChild!, filters > 0 ? `Filter (${filters})` : 'Filter');
      more.classList.toggle('on', filters > 0);
      setAttribute(lens, 'aria-pressed', String(state.lens));
      const { since } = state.view;
      setText(compare.firstElementChild!, since ? `Since ${since.name}` : 'Changes');
      const where = since?.where === undefined ? '' : ` (${since.where})`;
      setAttribute(compare, 'title', since ? `Since ${since.name}${where}` : CHANGES);
      compare.classList.toggle('on', since !== undefined);
      const { hidden } = state.columns;
      const absent = state.view.levels.filter(({ id }) => hidden.includes(id)).length;
      setText(view.firstElementChild!, absent > 0 ? `View (${absent} hidden)` : 'View');
      sayCount();
    },
    focusFilter() {
      filter.focus();
      filter.select();
    },
  };
}

const DOWN = 'm4 6 4 4 4-4-.9-.9L8 8.2 4.9 5.1z';

function menuButton(text: string, title: string): HTMLButtonElement {
  return el(
    'button',
    'tool menu-button',
    { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title },
    el('span', 'tool-words', {}, text),
    icon(DOWN),
  );
}

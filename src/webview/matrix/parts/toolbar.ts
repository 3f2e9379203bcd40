import { debounced, el, icon, setAttribute, setText } from '../../shared/dom.ts';
import { wordsOf } from '../state/layout.ts';
import type { Action, State } from '../state/store.ts';
import { badgeWords, countWords, plural } from '../words.ts';

const OUTLINE_ICON = 'M2 3h2v2H2zm4 .5h8v1H6zM4 7h2v2H4zm4 .5h6v1H8zM4 11h2v2H4zm4 .5h6v1H8z';
const SEARCH_ICON =
  'M10.7 9.9a5 5 0 1 0-.8.8l3.2 3.2.8-.8-3.2-3.2ZM6.8 10.6a3.8 3.8 0 1 1 0-7.6 3.8 3.8 0 0 1 0 7.6Z';

export interface Toolbar {
  readonly element: HTMLElement;
  update(state: State, outlineOpen: boolean): void;
  focusFilter(): void;
}

/** Title, badge, filter and toggles. @param toGrid is called when the reader leaves the filter for the grid */
export function createToolbar(dispatch: (action: Action) => void, toGrid: () => void): Toolbar {
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
  const notes = toggle('Notes', 'Show the maintainers’ notes');
  const withdrawn = toggle('Withdrawn', 'Show what is withdrawn');
  const search = el('div', 'filter', { role: 'search' }, icon(SEARCH_ICON), filter);
  const element = el(
    'header',
    'toolbar',
    {},
    outline,
    el('div', 'titles', {}, title, badge),
    el('div', 'tools', {}, search, count, notes, withdrawn),
  );
  let latest: State | undefined;
  let open = false;

  const send = debounced(() => dispatch({ type: 'filter', filter: filter.value }), 120);
  filter.addEventListener('input', send);
  filter.addEventListener('keydown', event => {
    if (event.key === 'Escape' && filter.value !== '') filter.value = '';
    else if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    dispatch({ type: 'filter', filter: filter.value });
    if (event.key !== 'Escape') toGrid();
  });
  outline.addEventListener('click', () => dispatch({ type: 'outline', open: !open }));
  notes.addEventListener('click', () => dispatch({ type: 'toggle', what: 'notes' }));
  withdrawn.addEventListener('click', () => dispatch({ type: 'toggle', what: 'withdrawn' }));
  const sayCount = debounced(() => {
    if (!latest?.layout) return;
    const { shown, total } = latest.layout;
    setText(count, countWords(shown, total, wordsOf(latest.filter).length > 0));
  }, 250);

  return {
    element,
    update(state, outlineOpen) {
      latest = state;
      open = outlineOpen;
      const { view, layout } = state;
      setAttribute(outline, 'aria-expanded', String(outlineOpen));
      if (!view || !layout) return;
      setText(title, view.head.title || 'Untitled framework');
      setText(badge, badgeWords(view.head));
      badge.dataset.status = view.head.status;
      if (document.activeElement !== filter && filter.value !== state.filter) filter.value = state.filter;
      setAttribute(notes, 'aria-pressed', String(state.notes));
      setAttribute(withdrawn, 'aria-pressed', String(state.withdrawn));
      withdrawn.hidden = layout.withdrawn === 0 && !state.withdrawn;
      setText(withdrawn, `Withdrawn (${layout.withdrawn.toLocaleString('en-GB')})`);
      setAttribute(withdrawn, 'title', `Show ${plural(layout.withdrawn, 'withdrawn row')}`);
      notes.hidden = !state.notes && !view.lines.some(hasNote);
      sayCount();
    },
    focusFilter() {
      filter.focus();
      filter.select();
    },
  };
}

function hasNote(line: NonNullable<State['view']>['lines'][number]): boolean {
  if (line.note !== undefined) return true;
  return line.type === 'row' && line.cells.some(cell => cell.note !== undefined);
}

function toggle(text: string, title: string): HTMLButtonElement {
  return el('button', 'tool', { type: 'button', 'aria-pressed': 'false', title }, text);
}

import '../shared/theme.css';
import './styles/index.css';
import type { FromMatrix, MatrixPageState, ToMatrix } from '../../protocol/matrix.ts';
import { isPageState, isToMatrix } from '../../protocol/matrixGuards.ts';
import { debounced, el } from '../shared/dom.ts';
import { connect } from '../shared/vscodeApi.ts';
import { createGrid } from './grid/grid.ts';
import type { Position } from './grid/keys.ts';
import { rootSize } from './grid/viewport.ts';
import { createNotices } from './parts/notices.ts';
import { createOutline } from './parts/outline.ts';
import { createToolbar } from './parts/toolbar.ts';
import { type Action, initialState, reduce, type State, targetOf } from './state/store.ts';

// The page of the level matrix: a state, a function that leads from one to the next, and parts that show it.

/** Narrower than this, in root font sizes, the outline covers the grid instead of standing beside it. */
const ROOM_FOR_OUTLINE = 62;

const host = connect<ToMatrix, FromMatrix>(isToMatrix, message => dispatch({ type: 'message', message }));
const saved = host.saved();
const restored = isPageState(saved) ? saved : undefined;
let state: State = initialState(restored);
let topToRestore = restored?.top;

const save = debounced(() => {
  const { filter, withdrawn, notes, outline, focus } = state;
  const kept: MatrixPageState = { filter, withdrawn, notes, outline, focus, top: grid.top() };
  host.save(kept);
}, 200);

const markOutline = debounced(() => outline.mark(grid.heading()), 80);

const toolbar = createToolbar(dispatch, () => grid.focus());
const notices = createNotices({
  showProblem: () => host.post({ type: 'showProblem' }),
  clearFilter() {
    dispatch({ type: 'filter', filter: '' });
    toolbar.focusFilter();
  },
});
const outline = createOutline(
  position => {
    if (isNarrow()) dispatch({ type: 'outline', open: false });
    grid.goTo(position);
  },
  () => {
    if (isNarrow()) dispatch({ type: 'outline', open: false });
    grid.focus();
  },
);
const grid = createGrid({
  focused: position => dispatch({ type: 'focus', position }),
  picked,
  scrolled() {
    markOutline();
    save();
  },
});
const content = el('main', 'content', {}, notices.problem, notices.empty, grid.element);
const body = el('div', 'body', {}, outline.element, content);
document.querySelector('#app')?.append(toolbar.element, body);

function isNarrow(): boolean {
  return document.body.clientWidth < ROOM_FOR_OUTLINE * rootSize();
}

function picked(position: Position, go: boolean): void {
  const target = state.view && targetOf(state.view, position);
  if (target) host.post({ type: 'reveal', target, focus: go });
}

function dispatch(action: Action): void {
  const before = state;
  state = reduce(state, action);
  if (state === before) return;
  if (state.gap && !before.gap) host.post({ type: 'ready' });
  if (action.type !== 'focus') show();
  save();
}

function show(): void {
  const narrow = isNarrow();
  const open = state.outline ?? !narrow;
  body.classList.toggle('narrow', narrow);
  body.classList.toggle('outline-open', open && (state.view?.lines.length ?? 0) > 0);
  toolbar.update(state, open);
  notices.update(state);
  grid.element.hidden = !state.layout || state.layout.items.length === 0;
  if (state.layout) outline.update(state.layout);
  grid.update(state);
  if (topToRestore && state.layout) {
    grid.restoreTop(topToRestore);
    topToRestore = undefined;
  }
}

document.addEventListener('keydown', event => {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'f' && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    toolbar.focusFilter();
  }
});
new ResizeObserver(show).observe(document.body);
show();
host.post({ type: 'ready' });

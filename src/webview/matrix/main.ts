import '../shared/theme.css';
import './styles/index.css';
import type { FromMatrix, MatrixTarget, ToMatrix } from '../../protocol/matrix.ts';
import { isToMatrix } from '../../protocol/matrixGuards.ts';
import { debounced, el } from '../shared/dom.ts';
import { connect } from '../shared/vscodeApi.ts';
import * as nodes from './edit/actions/nodes.ts';
import { barOf } from './edit/bar.ts';
import { changesMenu } from './edit/changesMenu.ts';
import { createConversation } from './edit/conversation.ts';
import { draggingWith } from './edit/dragging.ts';
import { createEditing } from './edit/editing.ts';
import { filterMenu } from './edit/filterMenu.ts';
import { createHands } from './edit/hands.ts';
import { keyInGrid, listen, perform, performNamed } from './edit/listening.ts';
import { createLooks } from './edit/looks.ts';
import { menusFor } from './edit/menus.ts';
import { sceneOf } from './edit/scene.ts';
import { createFindBar } from './find/findBar.ts';
import { dragByHandles } from './grid/drag.ts';
import { createGrid } from './grid/grid.ts';
import { HEADING } from './grid/keys.ts';
import { resizeByEdges } from './grid/resize.ts';
import { cellsIn, isSingle, type Selection, single } from './grid/selection.ts';
import { rootSize } from './grid/viewport.ts';
import { createAnnouncer } from './parts/announcer.ts';
import { createEditBar } from './parts/editBar.ts';
import { createGone } from './parts/gone.ts';
import { openMenu } from './parts/menu.ts';
import { createNotices } from './parts/notices.ts';
import { createOutline } from './parts/outline.ts';
import { createToolbar } from './parts/toolbar.ts';
import { resized } from './state/columns.ts';
import { NO_FILTER } from './state/filter.ts';
import { createKeeping } from './state/keeping.ts';
import { placesIn, positionOf, targetOf } from './state/places.ts';
import { type Action, initialState, reduce, type State } from './state/store.ts';
import { cellName, plural } from './words.ts';

// The page of the level matrix: a state, a function that leads from one to the next, and parts that show it.

/** Narrower than this, in root font sizes, the outline covers the grid instead of standing beside it. */
const ROOM_FOR_OUTLINE = 62;

const host = connect<ToMatrix, FromMatrix>(isToMatrix, receive);
const keeping = createKeeping(host, () => {
  const { filter, withdrawn, notes, lens, coverage, compact, columns, outline, selection, view } = state;
  return {
    ...{ filter, withdrawn, notes, lens, coverage, compact, columns, outline },
    focus: selection?.active,
    top: grid.top(),
    since: view ? view.since?.source : keeping.last?.since,
    draft: editing.unwritten,
  };
});
let state: State = initialState(keeping.last);
let { top: topToRestore, draft: draftToResume, since: compareAgain } = keeping.last ?? {};

const conversation = createConversation(
  message => host.post(message),
  isLate => notices.late(isLate),
);
const looks = createLooks(conversation, () => grid.viewport.refresh());
const announcer = createAnnouncer();
const announce = (text: string) => announcer.say(text);

function textAt(key: string, level: number): string | undefined {
  const pending = looks.pending(key, level);
  if (pending !== undefined) return pending === '' ? undefined : pending;
  return state.view && placesIn(state.view).row(key)?.cells[level]?.text;
}
const scene = () => sceneOf(state, textAt);

const editing = createEditing({
  state: () => state,
  grid: () => grid,
  send(command, cells) {
    const expected = looks.expect(cells);
    return conversation.command(command).then(outcome => {
      expected.settled();
      announce(outcome.told);
      return outcome;
    });
  },
  textAt: ({ key, level }) => textAt(key, level),
  announce,
  leftOver: (draft, why) => notices.leftOver(draft, why),
  drafted: () => keeping.typed(editing.unwritten),
});
const grid = createGrid(looks.look, {
  selected,
  key: event => keyInGrid(event, ports),
  opened: position => hands.edit(position),
  scrolled() {
    markOutline();
    keeping.changed();
  },
  drew() {
    editing.place();
    findBar.mark();
    looks.want(grid.rowsDrawn());
  },
  leaving: () => announce('Tab now leaves the matrix.'),
});
const findBar = createFindBar({
  state: () => state,
  viewport: () => grid.viewport,
  find: query => conversation.find(query),
  run: command => hands.run(command),
  show: target => showTarget(target, false),
  leave: () => grid.focus(),
});
const hands = createHands({
  ...{ grid, conversation, looks, editing, scene, dispatch, announce },
  state: () => state,
  post: message => host.post(message),
  find(replace) {
    const active = state.selection?.active;
    const text = document.getSelection()?.toString() || undefined;
    findBar.open(replace, active && text && text.length < 80 ? text : undefined);
  },
});
const ports = { scene, grid, hands };
const toolbar = createToolbar({ dispatch, toGrid: () => grid.focus(), menu: openToolMenu });
const editBar = createEditBar(
  barOf((which, label, button) => {
    const now = scene();
    if (now) openMenu(button, label, menusFor(now, hands)[which]());
  }),
  action => perform(action, ports),
);
const notices = createNotices({
  showProblem: () => host.post({ type: 'showProblem' }),
  nextVersion: () => host.post({ type: 'nextVersion' }),
  clearFilter() {
    dispatch({ type: 'filter', filter: NO_FILTER });
    toolbar.focusFilter();
  },
  insertArea: () => perform(nodes.insertArea, ports),
  resume: (draft, why) => editing.resume(draft, why),
});
const gone = createGone(({ what, parent, below }) => {
  const containers = { area: undefined, section: 'area', topic: 'section', row: 'topic' } as const;
  const container = containers[what];
  if (below !== undefined) showTarget({ what, id: below }, true);
  else if (container && parent !== undefined) showTarget({ what: container, id: parent }, true);
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
const content = el('main', 'content', {}, notices.above, gone.element, notices.empty, grid.element);
const body = el('div', 'body', {}, outline.element, content);
grid.element.append(editing.element);
const header = el('header', 'top', {}, toolbar.element, editBar.element);
document.querySelector('#app')?.append(header, findBar.element, body, announcer.element);
listen(ports);
resizeByEdges(grid.element, {
  rem: rootSize,
  resize: (column, width) => dispatch({ type: 'columns', columns: resized(state.columns, column, width) }),
});
dragByHandles(grid.element, draggingWith({ ...ports, state: () => state }));

const markOutline = debounced(() => outline.mark(grid.heading()), 80);
/** The text beside follows what is selected, once the hand rests. */
const follow = debounced(() => {
  const { view, selection } = state;
  const target = view && selection && targetOf(view, selection.active);
  if (target && document.hasFocus()) host.post({ type: 'reveal', target, focus: false });
}, 80);

function isNarrow(): boolean {
  return document.body.clientWidth < ROOM_FOR_OUTLINE * rootSize();
}

function receive(message: ToMatrix): void {
  if (message.type === 'perform') {
    performNamed(message.what, ports);
    return;
  }
  dispatch({ type: 'message', message });
  conversation.receive(message);
  if (message.type === 'snapshot' && compareAgain !== undefined) {
    const source = compareAgain;
    compareAgain = undefined;
    if (!message.view.since) host.post({ type: 'since', what: 'again', source });
  }
}

function showTarget(target: MatrixTarget, take: boolean): void {
  const position = state.view && positionOf(state.view, target);
  if (!position) return;
  const level = position.level === HEADING && target.what === 'row' ? (state.levels[0] ?? 0) : position.level;
  grid.select(single({ ...position, level }), take);
}

function dispatch(action: Action): void {
  const before = state;
  state = reduce(state, action);
  if (state === before) return;
  if (state.gap && !before.gap) host.post({ type: 'ready' });
  if (action.type === 'message' && action.message.type === 'cursor') followCursor();
  if (action.type !== 'select') show();
  keeping.changed();
}

/** The cell that the text's cursor comes to is selected, while nobody is at work in the matrix. */
function followCursor(): void {
  const { cursor, layout } = state;
  if (!cursor || !layout?.indexOf.has(cursor.key) || document.hasFocus() || editing.draft) return;
  const row = layout.rowIndex.has(cursor.key);
  const level = row && cursor.level === HEADING ? (state.levels[0] ?? 0) : cursor.level;
  state = { ...state, selection: single({ key: cursor.key, level }) };
}

function selected(selection: Selection): void {
  dispatch({ type: 'select', selection });
  sayWhatIsSelected(true);
  if (document.hasFocus()) follow();
}

/** @param isNews whether somebody has just selected it */
function sayWhatIsSelected(isNews: boolean): void {
  const now = scene();
  editBar.update(now);
  const { view, selection } = state;
  if (!view || !selection || !now) {
    if (isNews) announcer.selected('');
    return;
  }
  if (isSingle(selection)) announcer.selected(cellName(view, selection.active));
  else if (isNews) {
    const { rows, levels } = now.block;
    const many = `${plural(rows.length, 'row')} × ${plural(levels.length, 'level')}`;
    announcer.selected(many);
    announce(`${cellsIn(now.block).toLocaleString('en-GB')} cells selected, ${many}.`);
  }
}

function openToolMenu(which: 'filter' | 'view' | 'compare', button: Element): void {
  const now = scene();
  if (!now) return;
  const columns = (columns: State['columns']) => dispatch({ type: 'columns', columns });
  const filter = (filter: Partial<State['filter']>) => dispatch({ type: 'filter', filter });
  if (which === 'view') openMenu(button, 'View', menusFor(now, hands).view(columns));
  else if (which === 'filter') openMenu(button, 'Filter', filterMenu(state, filter));
  else openMenu(button, 'Changes', changesMenu(state, hands, filter));
}

function show(): void {
  const narrow = isNarrow();
  const open = state.outline ?? !narrow;
  body.classList.toggle('narrow', narrow);
  const outlined = open && (state.view?.lines.length ?? 0) > 0;
  body.classList.toggle('outline-open', outlined);
  toolbar.update(state, open);
  notices.update(state);
  gone.update(state.view);
  editBar.element.hidden = state.lock?.why === 'published' || state.lock?.why === 'readOnly';
  grid.element.hidden = !state.layout || state.layout.items.length === 0;
  if (state.layout) outline.update(state.layout, outlined);
  if (state.view) looks.against(state.view, state.lens ? 'below' : state.view.since ? 'since' : undefined);
  grid.update(state);
  editing.follow();
  editing.place();
  findBar.follow();
  sayWhatIsSelected(false);
  if (topToRestore && state.layout) {
    grid.restoreTop(topToRestore);
    topToRestore = undefined;
  }
  if (draftToResume && state.view) {
    const draft = draftToResume;
    draftToResume = undefined;
    // What was on its way when the page went may have been written since.
    if (textAt(draft.key, draft.level) !== draft.text) editing.resume(draft);
  }
}

document.addEventListener('keydown', event => {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (!control || event.altKey || event.shiftKey || (key !== 'f' && key !== 'h')) return;
  event.preventDefault();
  event.stopPropagation();
  hands.find(key === 'h');
});
new ResizeObserver(show).observe(document.body);
show();
host.post({ type: 'ready' });

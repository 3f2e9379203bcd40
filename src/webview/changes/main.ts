import '../shared/theme.css';
import './changes.css';
import type { ChangesPageState, FromChanges, ToChanges } from '../../protocol/changes.ts';
import { isChangesPageState, isToChanges } from '../../protocol/changesGuards.ts';
import { connect } from '../shared/vscodeApi.ts';
import { createBar, createFoot } from './bar.ts';
import { createList } from './list.ts';
import { type Action, accepted, allItems, initialState, isTable, reduce, type State } from './store.ts';
import { createTable } from './table.ts';

// The page of a list of changes: to be accepted before anything is written, or only to be read.

const host = connect<ToChanges, FromChanges>(isToChanges, ({ view, texts }) =>
  dispatch({ type: 'show', view, texts }),
);
const saved = host.saved();
let state: State = initialState(isChangesPageState(saved) ? saved : undefined);

const list = createList();
const table = createTable();
const step = (by: 1 | -1) => (isTable(state) ? table : list).step(by);
const bar = createBar(dispatch, step, host.post);
const foot = createFoot({
  apply: () => host.post({ type: 'apply', accepted: accepted(state), answers: state.answers }),
  cancel: () => host.post({ type: 'cancel' }),
});
foot.element.hidden = true;
document.querySelector('#app')?.append(bar.element, list.element, table.element, foot.element);

function dispatch(action: Action): void {
  state = reduce(state, action);
  const inTable = isTable(state);
  table.element.hidden = !inTable;
  list.element.hidden = inTable;
  if (inTable) table.draw(state);
  else if (action.type === 'accept') list.check(state);
  else list.draw(state);
  bar.update(state);
  foot.update(state);
  const kept: ChangesPageState = {
    refused: [...state.refused],
    answers: state.answers,
    filters: state.filters,
    layout: state.layout,
  };
  host.save(kept);
  if (action.type === 'answer') host.post({ type: 'answer', answers: state.answers });
}

list.element.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const { accept, all, decision } = target.dataset;
  if (accept !== undefined) dispatch({ type: 'accept', ids: [accept], on: target.checked });
  else if (all !== undefined) dispatch({ type: 'accept', ids: all.split('\n'), on: target.checked });
  else if (decision !== undefined) dispatch({ type: 'answer', id: decision, value: target.value });
});

for (const element of [list.element, table.element])
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    const { open, of, go, show, judgeRow, judgeLevel } = button?.dataset ?? {};
    if (open !== undefined && of !== undefined) openText(open === 'from' ? 'from' : 'to', of);
    else if (go !== undefined) table.go(go);
    else if (show === 'list') dispatch({ type: 'layout', layout: { show } });
    else if (judgeRow !== undefined && judgeLevel !== undefined)
      host.post({ type: 'judge', row: judgeRow, level: judgeLevel });
  });

/** @param of the id of a change, or the key of a row of the table */
function openText(side: 'from' | 'to', of: string): void {
  if (!state.view) return;
  const rows = state.view.compared?.table.areas.flatMap(area => area.topics.flatMap(topic => topic.rows));
  const found = isTable(state)
    ? rows?.find(({ key }) => key === of)
    : allItems(state.view).find(({ id }) => id === of);
  const target = side === 'from' ? found?.inFrom : found?.inTo;
  if (target) host.post({ type: 'open', side, target });
}

document.addEventListener('keydown', event => {
  if (event.key !== 'F7' || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  step(event.shiftKey ? -1 : 1);
});

host.post({ type: 'ready' });

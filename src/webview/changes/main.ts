import '../shared/theme.css';
import './changes.css';
import type { ChangesPageState, FromChanges, ToChanges } from '../../protocol/changes.ts';
import { isChangesPageState, isToChanges } from '../../protocol/changesGuards.ts';
import { connect } from '../shared/vscodeApi.ts';
import { createBar, createFoot } from './bar.ts';
import { createList } from './list.ts';
import { type Action, accepted, allItems, initialState, reduce, type State } from './store.ts';

// The page of a list of changes: to be accepted before anything is written, or only to be read.

const host = connect<ToChanges, FromChanges>(isToChanges, ({ view, texts }) =>
  dispatch({ type: 'show', view, texts }),
);
const saved = host.saved();
let state: State = initialState(isChangesPageState(saved) ? saved : undefined);

const list = createList();
const bar = createBar(dispatch, list.step);
const foot = createFoot({
  apply: () => host.post({ type: 'apply', accepted: accepted(state), answers: state.answers }),
  cancel: () => host.post({ type: 'cancel' }),
});
foot.element.hidden = true;
document.querySelector('#app')?.append(bar.element, list.element, foot.element);

function dispatch(action: Action): void {
  state = reduce(state, action);
  if (action.type === 'accept') list.check(state);
  else list.draw(state);
  bar.update(state);
  foot.update(state);
  const kept: ChangesPageState = {
    refused: [...state.refused],
    answers: state.answers,
    filters: state.filters,
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

list.element.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-open]') : null;
  if (link && state.view) {
    const item = allItems(state.view).find(({ id }) => id === link.dataset.of);
    const side = link.dataset.open === 'from' ? 'from' : 'to';
    const place = side === 'from' ? item?.inFrom : item?.inTo;
    if (place) host.post({ type: 'open', side, target: place });
  }
});

document.addEventListener('keydown', event => {
  if (event.key !== 'F7' || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  list.step(event.shiftKey ? -1 : 1);
});

host.post({ type: 'ready' });

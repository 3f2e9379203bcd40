import type {
  ChangeFilters,
  ChangeItem,
  ChangesPageState,
  ChangesView,
  ChangeTopic,
  Decision,
} from '../../protocol/changes.ts';

/** All that the page knows: the list it was sent last, and what the reader chose. */
export interface State {
  readonly view: ChangesView | undefined;
  readonly texts: { readonly from: boolean; readonly to: boolean };
  readonly refused: ReadonlySet<string>;
  readonly answers: { readonly [id: string]: string };
  readonly filters: ChangeFilters;
  /** An answer was given, and the list that follows from it is not here yet. */
  readonly waiting: boolean;
}

export type Action =
  | { readonly type: 'show'; readonly view: ChangesView; readonly texts: State['texts'] }
  | { readonly type: 'accept'; readonly ids: readonly string[]; readonly on: boolean }
  | { readonly type: 'answer'; readonly id: string; readonly value: string }
  | { readonly type: 'filter'; readonly filters: Partial<ChangeFilters> };

export const NO_FILTERS: ChangeFilters = { area: '', level: '', kind: '' };
/** Stands for what belongs to no area. */
export const NO_AREA = '?';

/** @param saved what the page kept when it was last closed */
export function initialState(saved?: ChangesPageState): State {
  return {
    view: undefined,
    texts: { from: false, to: false },
    refused: new Set(saved?.refused),
    answers: saved?.answers ?? {},
    filters: saved?.filters ?? NO_FILTERS,
    waiting: false,
  };
}

/** The state after an action. Pure. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'show': {
      const { view, texts } = action;
      const answers = { ...state.answers };
      for (const { id, answer } of [...view.conflicts, ...view.questions])
        if (answer !== undefined && answers[id] === undefined) answers[id] = answer;
      return { ...state, view, texts, answers, waiting: false };
    }
    case 'accept':
      return { ...state, refused: withAccepted(state, action.ids, action.on) };
    case 'answer':
      return { ...state, answers: { ...state.answers, [action.id]: action.value }, waiting: true };
    case 'filter':
      return { ...state, filters: { ...state.filters, ...action.filters } };
  }
}

/** What needs a refused item is refused with it; what an accepted one needs is accepted with it. */
function withAccepted({ view, refused }: State, ids: readonly string[], on: boolean): Set<string> {
  const items = view ? allItems(view) : [];
  const needs = new Map(items.map(item => [item.id, item.needs]));
  const after = new Set(refused);
  if (on) {
    for (const id of ids)
      for (let need: string | undefined = id; need !== undefined; need = needs.get(need)) after.delete(need);
    return after;
  }
  const going = new Set(ids);
  for (let size = -1; size !== going.size; ) {
    size = going.size;
    for (const { id, needs } of items) if (needs !== undefined && going.has(needs)) going.add(id);
  }
  for (const id of going) after.add(id);
  return after;
}

/** Every change of a list, in its order. */
export function allItems(view: ChangesView): ChangeItem[] {
  return view.groups.flatMap(group => group.topics.flatMap(topic => topic.items));
}

/** The ids of the changes that are accepted. */
export function accepted({ view, refused }: State): string[] {
  return view ? allItems(view).flatMap(({ id }) => (refused.has(id) ? [] : [id])) : [];
}

/** Whether all, some or none of some changes are accepted. */
export function acceptedOf(state: State, items: readonly ChangeItem[]): 'all' | 'some' | 'none' {
  const taken = items.filter(({ id }) => !state.refused.has(id)).length;
  if (taken === 0) return 'none';
  return taken === items.length ? 'all' : 'some';
}

/** What holds for a decision: its answer, else its default; undefined while it is open. */
export function holds({ answers }: State, { id, options, default: usual }: Decision): string | undefined {
  const answer = answers[id];
  return options.some(({ value }) => value === answer) ? answer : usual;
}

/** How many decisions are open. */
export function openDecisions(state: State): number {
  const { conflicts = [], questions = [] } = state.view ?? {};
  return [...conflicts, ...questions].filter(decision => holds(state, decision) === undefined).length;
}

/** How many notes of reviewers are kept once the changes are applied. */
export function newNotes({ view }: State): number {
  return view?.notes.filter(({ isNew }) => isNew).length ?? 0;
}

/** Whether an item is shown, given the filters. */
export function isShown({ filters }: State, area: string | undefined, item: ChangeItem): boolean {
  return (
    (filters.area === '' || filters.area === (area ?? NO_AREA)) &&
    (filters.kind === '' || filters.kind === item.kind) &&
    (filters.level === '' || isAtLevel(item, filters.level))
  );
}

function isAtLevel({ level, cells }: ChangeItem, wanted: string): boolean {
  return level === wanted || cells?.some(cell => cell.level === wanted) === true;
}

/** The items of a topic that are shown. */
export function shownItems(state: State, area: string | undefined, topic: ChangeTopic): ChangeItem[] {
  return topic.items.filter(item => isShown(state, area, item));
}

import type {
  ChangeFilters,
  ChangeGroup,
  ChangeItem,
  ChangesLayout,
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
  readonly layout: ChangesLayout;
  /** An answer was given, and the list that follows from it is not here yet. */
  readonly waiting: boolean;
}

export type Action =
  | { readonly type: 'show'; readonly view: ChangesView; readonly texts: State['texts'] }
  | { readonly type: 'accept'; readonly ids: readonly string[]; readonly on: boolean }
  | { readonly type: 'answer'; readonly id: string; readonly value: string }
  | { readonly type: 'filter'; readonly filters: Partial<ChangeFilters> }
  | { readonly type: 'layout'; readonly layout: Partial<ChangesLayout> };

const NO_FILTERS: ChangeFilters = {
  area: '',
  level: '',
  kind: '',
  class: '',
  step: '',
  reviewer: '',
  agreement: '',
};
const LAYOUT: ChangesLayout = { show: 'table', by: 'area', unchanged: false };
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
    layout: saved?.layout ?? LAYOUT,
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
    case 'layout':
      return { ...state, layout: { ...state.layout, ...action.layout } };
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

/** Whether the changes are shown in a table, in the places where they are. */
export function isTable({ view, layout }: State): boolean {
  return view?.compared !== undefined && layout.show === 'table';
}

/** What a change is called; mere order is told apart from moves that mean something. */
export function kindOf({ kind, scope }: ChangeItem): string {
  return scope === 'order' ? 'order' : kind;
}

/** Whether an item is shown, given the filters. */
export function isShown({ filters }: State, area: string | undefined, item: ChangeItem): boolean {
  return (
    (filters.area === '' || filters.area === (area ?? NO_AREA)) &&
    (filters.kind === '' || filters.kind === kindOf(item)) &&
    (filters.level === '' || levelsOf(item).includes(filters.level)) &&
    (filters.class === '' || classesOf(item).includes(filters.class)) &&
    (filters.step === '' || item.steps?.includes(filters.step) === true) &&
    (filters.reviewer === '' || item.wanted?.reviewers.includes(filters.reviewer) === true) &&
    (filters.agreement === '' || item.wanted?.agreement === filters.agreement)
  );
}

function levelsOf({ level, cells = [] }: ChangeItem): string[] {
  return [...(level === undefined ? [] : [level]), ...cells.map(cell => cell.level)];
}

function classesOf({ verdict, cells = [] }: ChangeItem): string[] {
  return [verdict, ...cells.map(cell => cell.verdict)].flatMap(one => one?.class ?? []);
}

/** The items of a topic that are shown. */
export function shownItems(state: State, area: string | undefined, topic: ChangeTopic): ChangeItem[] {
  return topic.items.filter(item => isShown(state, area, item));
}

/** What is shown of the list, by what the reader wants it grouped by; groups with nothing in them are left out. */
export function shownGroups(state: State): ChangeGroup[] {
  const { view, layout } = state;
  const groups = (view?.groups ?? []).flatMap(group => {
    const topics = group.topics
      .map(topic => ({ ...topic, items: shownItems(state, group.area, topic) }))
      .filter(({ items }) => items.length > 0);
    return topics.length > 0 ? [{ ...group, topics }] : [];
  });
  if (!view?.compared || layout.by === 'area') return groups;
  const names: [string, string][] =
    layout.by === 'level'
      ? [...view.levels.map(({ id, title }): [string, string] => [id, title]), ['*', 'Several levels']]
      : view.compared.classes.map(({ id, label }) => [id, label]);
  const keyOf = layout.by === 'level' ? levelKey : (item: ChangeItem) => item.verdict?.class ?? '';
  return [...names, ['', 'No statement'] as const].flatMap(([key, title]) => {
    const topics = groups.flatMap(group =>
      group.topics
        .map(topic => ({
          ...topic,
          title: [group.title, topic.title].filter(Boolean).join(' › '),
          items: topic.items.filter(item => keyOf(item) === key),
        }))
        .filter(({ items }) => items.length > 0),
    );
    return topics.length > 0 ? [{ title, topics }] : [];
  });
}

/** The one level that a change is about, `*` for several, empty for none. */
function levelKey(item: ChangeItem): string {
  const levels = levelsOf(item);
  return levels.length > 1 ? '*' : (levels[0] ?? '');
}

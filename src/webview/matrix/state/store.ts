import type {
  LineSplice,
  MatrixLine,
  MatrixLock,
  MatrixTarget,
  MatrixView,
  TextProblem,
  ToMatrix,
} from '../../../protocol/matrix.ts';
import { isShown, type Position } from '../grid/keys.ts';
import { type Selection, single } from '../grid/selection.ts';
import { AS_GIVEN, type Columns, shownLevels } from './columns.ts';
import { type Filter, isFiltering, NO_FILTER } from './filter.ts';
import type { Kept } from './kept.ts';
import { type Layout, layoutOf, relaidOut } from './layout.ts';
import { positionOf, shareOrder } from './places.ts';

/** All that the page knows: the last view it was sent, and what the reader chose. */
export interface State {
  readonly revision: number;
  /** Undefined until the first view arrives. */
  readonly view: MatrixView | undefined;
  readonly layout: Layout | undefined;
  readonly problem: TextProblem | null;
  /** Why nothing can be edited. */
  readonly lock: MatrixLock | null;
  /** What the cursor of the text stands in. */
  readonly cursor: Position | undefined;
  readonly selection: Selection | undefined;
  readonly filter: Filter;
  readonly withdrawn: boolean;
  readonly notes: boolean;
  readonly lens: boolean;
  readonly coverage: boolean;
  readonly compact: boolean;
  readonly outline: boolean | undefined;
  readonly columns: Columns;
  /** The indexes of the levels that are shown. */
  readonly levels: readonly number[];
  /** Changes came that lead from a view which this page does not have: a whole one is needed. */
  readonly gap: boolean;
}

export type Toggle = 'withdrawn' | 'notes' | 'lens' | 'coverage' | 'compact';

export type Action =
  | { readonly type: 'message'; readonly message: ToMatrix }
  | { readonly type: 'filter'; readonly filter: Partial<Filter> }
  | { readonly type: 'toggle'; readonly what: Toggle }
  | { readonly type: 'outline'; readonly open: boolean }
  | { readonly type: 'columns'; readonly columns: Columns }
  | { readonly type: 'select'; readonly selection: Selection };

/** @param kept what the page kept when it was last closed */
export function initialState(kept?: Kept): State {
  return {
    revision: 0,
    view: undefined,
    layout: undefined,
    problem: null,
    lock: null,
    cursor: undefined,
    selection: kept?.focus && single(kept.focus),
    filter: kept?.filter ?? NO_FILTER,
    withdrawn: kept?.withdrawn ?? false,
    notes: kept?.notes ?? false,
    lens: kept?.lens ?? false,
    coverage: kept?.coverage ?? false,
    compact: kept?.compact ?? false,
    outline: kept?.outline,
    columns: kept?.columns ?? AS_GIVEN,
    levels: [],
    gap: false,
  };
}

/** The state after an action. Pure: the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'message':
      return reduceMessage(state, action.message);
    case 'filter': {
      const filter = { ...state.filter, ...action.filter };
      const same = JSON.stringify(filter) === JSON.stringify(state.filter);
      return same ? state : laidOut({ ...state, filter });
    }
    case 'toggle': {
      const next = { ...state, [action.what]: !state[action.what] };
      return action.what === 'withdrawn' ? laidOut(next) : next;
    }
    case 'outline':
      return { ...state, outline: action.open };
    case 'columns':
      return laidOut({ ...state, columns: action.columns });
    case 'select':
      return sameSelection(state.selection, action.selection)
        ? state
        : { ...state, selection: action.selection };
  }
}

function reduceMessage(state: State, message: ToMatrix): State {
  switch (message.type) {
    case 'snapshot': {
      const { revision, view, problem, lock } = message;
      return laidOut({ ...state, revision, view, problem, lock, gap: false });
    }
    case 'changes': {
      if (!state.view || message.from !== state.revision)
        // What is older than the view here is no gap: it was on its way when the view was asked for.
        return message.revision <= state.revision || state.gap ? state : { ...state, gap: true };
      const { head, levels, since, splices } = message.changes;
      const { since: compared, ...rest } = state.view;
      const against = since === undefined ? compared : (since ?? undefined);
      const view: MatrixView = {
        ...rest,
        head: head ?? state.view.head,
        levels: levels ?? state.view.levels,
        lines: splice(state.view.lines, splices),
        ...(against && { since: against }),
      };
      const next = { ...state, revision: message.revision, view };
      const isSettled = !levels && since === undefined && !isFiltering(state.filter);
      const layout = isSettled && state.layout && relaidOut(state.layout, state.view.lines, splices);
      if (!layout) return laidOut(next);
      shareOrder(state.view.lines, view.lines);
      return { ...next, layout };
    }
    case 'problem':
      return { ...state, problem: message.problem };
    case 'lock':
      return { ...state, lock: message.lock };
    case 'cursor':
      return withCursor(state, message.target);
    default:
      // Answers are taken by who asked.
      return state;
  }
}

/** The lines after splices, which stand from top to bottom. */
export function splice(lines: readonly MatrixLine[], splices: readonly LineSplice[]): MatrixLine[] {
  const parts: (readonly MatrixLine[])[] = [];
  let at = 0;
  for (const splice of splices) {
    parts.push(lines.slice(at, splice.at), splice.lines);
    at = splice.at + splice.remove;
  }
  return ([] as MatrixLine[]).concat(...parts, lines.slice(at));
}

function withCursor(state: State, target: MatrixTarget | null): State {
  const cursor = target && state.view ? positionOf(state.view, target) : undefined;
  return samePosition(cursor, state.cursor) ? state : { ...state, cursor };
}

function laidOut(state: State): State {
  const { view, columns } = state;
  if (!view) return state;
  // A comparison that ended, or a level or an area that is gone, leaves no filter behind that hides everything.
  const filter = {
    ...state.filter,
    changed: state.filter.changed && view.since !== undefined,
    level: view.levels.some(({ id }) => id === state.filter.level) ? state.filter.level : '',
    area: isArea(view, state.filter.area) ? state.filter.area : '',
  };
  const levels = shownLevels(view.levels, columns);
  const kept = JSON.stringify(levels) === JSON.stringify(state.levels) ? state.levels : levels;
  const layout = layoutOf(view, filter, state.withdrawn);
  return { ...state, filter, layout, levels: kept, selection: stillThere(state.selection, layout, levels) };
}

function isArea({ lines }: MatrixView, id: string): boolean {
  return id !== '' && lines.some(line => line.type === 'area' && line.id === id);
}

/** The selection as far as it is shown; its active cell stays its own even where it is not. */
function stillThere(
  selection: Selection | undefined,
  layout: Layout,
  levels: readonly number[],
): Selection | undefined {
  if (!selection) return undefined;
  const active = atShownLevel(selection.active, levels);
  const corner = atShownLevel(selection.corner, levels);
  if (active === selection.active && corner === selection.corner && isShown(layout, corner)) return selection;
  return isShown(layout, corner) ? { ...selection, active, corner } : single(active);
}

function atShownLevel(position: Position, levels: readonly number[]): Position {
  if (position.level < 0 || levels.includes(position.level)) return position;
  const level = levels.filter(level => level < position.level).at(-1) ?? levels[0] ?? 0;
  return { ...position, level };
}

export function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a?.key === b?.key && a?.level === b?.level;
}

function sameSelection(a: Selection | undefined, b: Selection): boolean {
  return samePosition(a?.active, b.active) && samePosition(a?.corner, b.corner) && a?.whole === b.whole;
}

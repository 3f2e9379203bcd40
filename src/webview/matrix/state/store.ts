import type {
  LineSplice,
  MatrixLine,
  MatrixPageState,
  MatrixTarget,
  MatrixView,
  TextProblem,
  ToMatrix,
} from '../../../protocol/matrix.ts';
import { HEADING, isShown, type Position } from '../grid/keys.ts';
import { type Layout, layoutOf, wordsOf } from './layout.ts';

/** All that the page knows: the last view it was sent, and what the reader chose. */
export interface State {
  readonly revision: number;
  /** Undefined until the first view arrives. */
  readonly view: MatrixView | undefined;
  readonly layout: Layout | undefined;
  readonly problem: TextProblem | null;
  /** What the cursor of the text stands in. */
  readonly cursor: Position | undefined;
  readonly filter: string;
  readonly withdrawn: boolean;
  readonly notes: boolean;
  readonly outline: boolean | undefined;
  readonly focus: Position | undefined;
  /** Changes came that lead from a view which this page does not have: a whole one is needed. */
  readonly gap: boolean;
}

export type Action =
  | { readonly type: 'message'; readonly message: ToMatrix }
  | { readonly type: 'filter'; readonly filter: string }
  | { readonly type: 'toggle'; readonly what: 'withdrawn' | 'notes' }
  | { readonly type: 'outline'; readonly open: boolean }
  | { readonly type: 'focus'; readonly position: Position };

/** @param saved what the page kept when it was last closed */
export function initialState(saved?: MatrixPageState): State {
  return {
    revision: 0,
    view: undefined,
    layout: undefined,
    problem: null,
    cursor: undefined,
    filter: saved?.filter ?? '',
    withdrawn: saved?.withdrawn ?? false,
    notes: saved?.notes ?? false,
    outline: saved?.outline,
    focus: saved?.focus,
    gap: false,
  };
}

/** The state after an action. Pure: the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'message':
      return reduceMessage(state, action.message);
    case 'filter':
      return action.filter === state.filter ? state : laidOut({ ...state, filter: action.filter });
    case 'toggle': {
      const next = { ...state, [action.what]: !state[action.what] };
      return action.what === 'withdrawn' ? laidOut(next) : next;
    }
    case 'outline':
      return { ...state, outline: action.open };
    case 'focus':
      return samePosition(state.focus, action.position) ? state : { ...state, focus: action.position };
  }
}

function reduceMessage(state: State, message: ToMatrix): State {
  switch (message.type) {
    case 'snapshot': {
      const { revision, view, problem } = message;
      return laidOut({ ...state, revision, view, problem, gap: false });
    }
    case 'changes': {
      if (!state.view || message.from !== state.revision)
        // What is older than the view here is no gap: it was on its way when the view was asked for.
        return message.revision <= state.revision || state.gap ? state : { ...state, gap: true };
      const { head, levels, since, splices } = message.changes;
      const compared = since === undefined ? state.view.since : (since ?? undefined);
      const view: MatrixView = {
        head: head ?? state.view.head,
        levels: levels ?? state.view.levels,
        lines: splice(state.view.lines, splices),
        ...(compared && { since: compared }),
      };
      return laidOut({ ...state, revision: message.revision, view });
    }
    case 'problem':
      return { ...state, problem: message.problem };
    case 'cursor':
      return withCursor(state, message.target);
    default:
      return state;
  }
}

/** The lines after splices, which stand from top to bottom. */
export function splice(lines: readonly MatrixLine[], splices: readonly LineSplice[]): MatrixLine[] {
  const after: MatrixLine[] = [];
  let at = 0;
  for (const splice of splices) {
    for (; at < splice.at; at++) after.push(lines[at]!);
    for (const line of splice.lines) after.push(line);
    at += splice.remove;
  }
  for (; at < lines.length; at++) after.push(lines[at]!);
  return after;
}

function withCursor(state: State, target: MatrixTarget | null): State {
  const cursor = target && state.view ? positionOf(state.view, target) : undefined;
  return samePosition(cursor, state.cursor) ? state : { ...state, cursor };
}

/** Where a target is in a view. */
export function positionOf(view: MatrixView, target: MatrixTarget): Position | undefined {
  const line = view.lines.find(line => line.type === target.what && line.id === target.id);
  if (!line) return undefined;
  if (line.type !== 'row') return { key: line.key, level: HEADING };
  return { key: line.key, level: view.levels.findIndex(level => level.id === target.level) };
}

/** What a position is in the framework, for the extension. */
export function targetOf(view: MatrixView, position: Position): MatrixTarget | undefined {
  const line = view.lines.find(line => line.key === position.key);
  if (!line) return undefined;
  const level = view.levels[position.level]?.id;
  return { what: line.type, id: line.id, ...(line.type === 'row' && level !== undefined && { level }) };
}

function laidOut(state: State): State {
  if (!state.view) return state;
  const layout = layoutOf(state.view, wordsOf(state.filter), state.withdrawn);
  const { focus } = state;
  const levels = state.view.levels.length;
  // The focus stays where it was as long as that is there.
  if (focus && isShown(layout, focus) && focus.level >= levels)
    return { ...state, layout, focus: { ...focus, level: levels - 1 } };
  return { ...state, layout };
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a?.key === b?.key && a?.level === b?.level;
}

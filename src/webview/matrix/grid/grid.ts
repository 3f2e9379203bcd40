import type { RowLine } from '../../../protocol/matrix.ts';
import { setAttribute } from '../../shared/dom.ts';
import { highlightWords } from '../../shared/highlight.ts';
import { wordsOf } from '../state/filter.ts';
import type { Layout } from '../state/layout.ts';
import { type State, samePosition } from '../state/store.ts';
import { along, firstPosition, HEADING, isShown, move, type Position } from './keys.ts';
import type { Levels, Look } from './look.ts';
import { positionOf, selectByPointer } from './pointer.ts';
import { blockOf, type Selection, single } from './selection.ts';
import { createViewport, type Top, type Viewport } from './viewport.ts';

/** What the grid tells the page. */
export interface GridEvents {
  selected(selection: Selection): void;
  /** A key that moves nothing. */
  key(event: KeyboardEvent): void;
  /** A cell or a heading was double-clicked. */
  opened(position: Position): void;
  /** Something else stands at the top now. */
  scrolled(): void;
  /** Something was drawn or moved: what lies above cells is to be placed anew. */
  drew(): void;
  /** Esc was pressed with nothing to leave off: the next Tab leaves the grid. */
  leaving(): void;
}

export interface Grid {
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  update(state: State): void;
  /** Moves the focus into the grid. */
  focus(): void;
  /** @param take whether the focus goes there too */
  select(selection: Selection, take?: boolean): void;
  /** Brings a line to the top, and the focus to it. */
  goTo(position: Position): void;
  /** Where Tab, or Enter in an edited cell, leads from a position. */
  after(position: Position, way: 'down' | 'right' | 'left'): Position | undefined;
  /** The rows of statements that are drawn now. */
  rowsDrawn(): RowLine[];
  /** The key of the heading that the view is below of. */
  heading(): string | undefined;
  top(): Top | undefined;
  restoreTop(top: Top): void;
}

/** The level matrix as an ARIA grid: one tab stop, a focus that roves, a selection, a mark of the text's cursor. */
export function createGrid(look: Look, events: GridEvents): Grid {
  const viewport = createViewport(look, drew);
  const { element, grid } = viewport;
  let layout: Layout | undefined;
  let levels: Levels = { all: [], shown: [] };
  let words: readonly string[] = [];
  let selection: Selection | undefined;
  let cursor: Position | undefined;
  let marked: Element | null = null;
  let leaving = false;

  function drew(fresh: boolean): void {
    decorate();
    if (fresh || words.length > 0) highlightWords('filter', viewport.drawn(), words);
    events.scrolled();
    events.drew();
  }

  /** Puts the one tab stop, the selection and the mark of the text's cursor where they belong. */
  function decorate(): void {
    const stop = selection && viewport.elementAt(selection.active);
    for (const other of element.querySelectorAll('.cell[tabindex="0"], .head[tabindex="0"]'))
      if (other !== stop) setAttribute(other, 'tabindex', -1);
    if (stop) setAttribute(stop, 'tabindex', 0);
    setAttribute(grid, 'tabindex', stop ? undefined : 0);
    const block = layout && selection ? blockOf(layout, levels.shown, selection) : undefined;
    const top = layout?.rowIndex.get(block?.rows[0] ?? '') ?? -1;
    const bottom = top + (block?.rows.length ?? 0);
    for (const cell of element.querySelectorAll<HTMLElement>('.cell')) {
      const row = layout?.rowIndex.get(cell.parentElement?.dataset.key ?? '') ?? -1;
      const within = row >= top && row < bottom && block!.levels.includes(Number(cell.dataset.level));
      setAttribute(cell, 'aria-selected', within ? 'true' : 'false');
    }
    for (const head of element.querySelectorAll<HTMLElement>('.level-head')) {
      const whole = selection?.whole === 'columns' || selection?.whole === 'all';
      head.classList.toggle('selected', whole && block!.levels.includes(Number(head.dataset.column)));
    }
    const place = cursor ? (viewport.elementAt(cursor) ?? viewport.rowAt(cursor)) : null;
    if (place !== marked) marked?.classList.remove('cursor');
    place?.classList.add('cursor');
    marked = place;
  }

  function select(next: Selection, take: boolean): void {
    const moved = !samePosition(next.active, selection?.active);
    selection = next;
    leaving = false;
    viewport.hold(next.active);
    const whole = next.whole === 'columns' || next.whole === 'all';
    const place = moved || take ? viewport.reveal(next.active) : null;
    if (!samePosition(next.corner, next.active) && !whole) viewport.reveal(next.corner);
    decorate();
    if (take) place?.focus({ preventScroll: true });
    events.selected(next);
  }

  /** Where a reader arrives who comes into the grid. */
  const arrival = (): Position | undefined => {
    if (!layout) return undefined;
    return selection && isShown(layout, selection.active) ? selection.active : firstPosition(layout);
  };

  const wholeBy = (event: KeyboardEvent, from: Position): Selection | undefined => {
    const control = event.ctrlKey || event.metaKey;
    const [first, last] = [layout?.rowKeys[0], layout?.rowKeys.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const corner = selection?.corner ?? from;
    if (control && event.key.toLowerCase() === 'a' && !event.shiftKey) {
      const active = from.level === HEADING ? { key: first, level: levels.shown[0] ?? 0 } : from;
      return { active, corner: active, whole: 'all' };
    }
    if (event.key !== ' ' || from.level === HEADING) return undefined;
    if (event.shiftKey && !control) return { active: from, corner, whole: 'rows' };
    return control && !event.shiftKey ? { active: from, corner, whole: 'columns' } : undefined;
  };

  const stepOf = (event: KeyboardEvent) => ({
    key: event.key,
    control: event.ctrlKey || event.metaKey,
    columns: levels.shown,
    page: viewport.pageRows(),
  });

  grid.addEventListener('keydown', event => {
    if (!layout || event.isComposing) return;
    const from = positionOf(event.target) ?? arrival();
    if (!from) return;
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = leaving ? undefined : along(layout, from, event.shiftKey ? -1 : 1, levels.shown);
      leaving = false;
      if (!next) return;
      taken();
      select(single(next), true);
      return;
    }
    if (event.altKey) return events.key(event);
    const whole = wholeBy(event, from);
    if (whole) {
      taken();
      select(whole, true);
      return;
    }
    if (event.key === 'Escape' && !(selection && !samePosition(selection.active, selection.corner))) {
      leaving = true;
      events.leaving();
      return;
    }
    if (event.key === 'Escape') {
      taken();
      select(single(from), true);
      return;
    }
    if (!/^(?:Arrow|Home$|End$|Page)/.test(event.key)) return events.key(event);
    taken();
    if (event.shiftKey && from.level !== HEADING) {
      const corner = move(layout, selection?.corner ?? from, stepOf(event));
      const kept = selection?.whole && { whole: selection.whole };
      if (corner && corner.level !== HEADING) select({ active: from, corner, ...kept }, false);
      return;
    }
    const next = move(layout, from, stepOf(event));
    if (next) select(single(next), true);
    else if (selection && !samePosition(selection.corner, selection.active)) select(single(from), true);
  });
  grid.addEventListener('focusin', ({ target }) => {
    const position = target === grid ? arrival() : positionOf(target);
    if (position && (target === grid || !samePosition(position, selection?.active)))
      select(single(position), target === grid);
  });
  element.addEventListener('dblclick', ({ target }) => {
    const inert = target instanceof Element && target.closest('.editor, .edge, .head-menu, button');
    const position = inert ? undefined : positionOf(target);
    if (position) events.opened(position);
  });
  selectByPointer(element, {
    layout: () => layout,
    columns: () => levels.shown,
    selection: () => selection,
    select: next => select(next, true),
    reveal: position => void viewport.reveal(position),
  });

  return {
    element,
    viewport,
    update(state) {
      const { view } = state;
      if (!view || !state.layout) return;
      const sought = wordsOf(state.filter.text);
      const otherWords = sought.join(' ') !== words.join(' ');
      words = sought;
      const { selection: selected } = state;
      const reselected = selection !== selected;
      selection = selected && isShown(state.layout, selected.active) ? selected : undefined;
      if (levels.all !== view.levels || levels.shown !== state.levels)
        levels = { all: view.levels, shown: state.levels };
      const focused = grid.contains(document.activeElement);
      const top = state.layout === layout ? undefined : viewport.top();
      const other = state.layout !== layout;
      layout = state.layout;
      viewport.hold(selection?.active);
      viewport.show(layout, levels, state.columns);
      // What the reader looks at stays where it is when something above it changes.
      if (otherWords) element.scrollTop = 0;
      else if (top) viewport.restoreTop(top);
      if (otherWords) highlightWords('filter', viewport.drawn(), words);
      element.classList.toggle('with-notes', state.notes);
      element.classList.toggle('with-coverage', state.coverage);
      element.classList.toggle('compact', state.compact);
      element.classList.toggle('stale', state.problem !== null);
      setAttribute(grid, 'aria-readonly', state.lock || state.problem ? 'true' : 'false');
      setAttribute(grid, 'aria-label', `Level matrix of ${view.head.title}`);
      const moved = !samePosition(state.cursor, cursor);
      cursor = state.cursor;
      if (moved && cursor && !document.hasFocus()) viewport.reveal(cursor);
      if (moved || other || reselected) decorate();
      // A focus whose row was drawn anew is put back.
      if (focused && selection && !grid.contains(document.activeElement))
        viewport.elementAt(selection.active)?.focus({ preventScroll: true });
    },
    focus() {
      const position = arrival();
      if (!position) return;
      const same = selection && samePosition(position, selection.active);
      select(same ? selection! : single(position), true);
    },
    select: (next, take = true) => select(next, take),
    goTo(position) {
      select(single(position), true);
      viewport.bringToTop(position);
    },
    after(position, way) {
      if (!layout) return undefined;
      if (way === 'right') return along(layout, position, 1, levels.shown);
      if (way === 'left') return along(layout, position, -1, levels.shown);
      return move(layout, position, { key: 'ArrowDown', control: false, columns: levels.shown, page: 1 });
    },
    rowsDrawn: () =>
      viewport.drawn().flatMap(element => {
        const item = layout?.items[Number(element.dataset.index)];
        return item?.kind === 'topic' ? item.rows : [];
      }),
    heading() {
      const item = viewport.topItem();
      return item?.kind === 'topic' ? item.topic.key : item?.key;
    },
    top: viewport.top,
    restoreTop: viewport.restoreTop,
  };
}

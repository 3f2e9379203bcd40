import type { MatrixLevel } from '../../../protocol/matrix.ts';
import { setAttribute } from '../../shared/dom.ts';
import { highlightWords } from '../../shared/highlight.ts';
import { type Layout, wordsOf } from '../state/layout.ts';
import type { State } from '../state/store.ts';
import { firstPosition, isShown, move, type Position } from './keys.ts';
import { createViewport, type Top } from './viewport.ts';

/** What the grid asks of the page. */
export interface GridEvents {
  focused(position: Position): void;
  /** A click that picks a place, or Enter or a double click that goes to it. */
  picked(position: Position, go: boolean): void;
  /** Something else stands at the top now. */
  scrolled(): void;
}

export interface Grid {
  readonly element: HTMLElement;
  update(state: State): void;
  /** Moves the focus into the grid. */
  focus(): void;
  /** Brings a line to the top, and the focus to it. */
  goTo(position: Position): void;
  /** The key of the heading that the view is below of. */
  heading(): string | undefined;
  top(): Top | undefined;
  restoreTop(top: Top): void;
}

/** The level matrix as an ARIA grid: one tab stop, a focus that roves, a mark where the text's cursor is. */
export function createGrid(events: GridEvents): Grid {
  const viewport = createViewport(drew);
  const { element } = viewport;
  let layout: Layout | undefined;
  let levels: readonly MatrixLevel[] = [];
  let words: readonly string[] = [];
  let focus: Position | undefined;
  let cursor: Position | undefined;
  let marked: Element | null = null;

  function drew(fresh: boolean): void {
    decorate();
    if (fresh || words.length > 0) highlightWords('filter', viewport.drawn(), words);
    events.scrolled();
  }

  /** Puts the one tab stop and the mark of the text's cursor where they belong. */
  function decorate(): void {
    const stop = focus && viewport.elementAt(focus);
    for (const other of element.querySelectorAll('[tabindex="0"]'))
      if (other !== stop) setAttribute(other, 'tabindex', -1);
    if (stop) setAttribute(stop, 'tabindex', 0);
    setAttribute(element, 'tabindex', stop ? undefined : 0);
    const place = cursor ? (viewport.elementAt(cursor) ?? viewport.rowAt(cursor)) : null;
    if (place !== marked) marked?.classList.remove('cursor');
    place?.classList.add('cursor');
    marked = place;
  }

  function setFocus(position: Position, take: boolean): void {
    focus = position;
    viewport.hold(position);
    const place = viewport.reveal(position);
    decorate();
    if (take) place?.focus({ preventScroll: true });
    events.focused(position);
  }

  /** Where a reader arrives who comes into the grid. */
  const arrival = () => (layout && focus && isShown(layout, focus) ? focus : layout && firstPosition(layout));

  element.addEventListener('keydown', event => {
    if (!layout || event.altKey) return;
    const from = positionOf(event.target) ?? arrival();
    if (!from) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      events.picked(from, true);
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    const next = move(layout, from, {
      key: event.key,
      control,
      levels: levels.length,
      page: viewport.pageRows(),
    });
    if (next) setFocus(next, true);
    if (next || /^(?:Arrow|Home$|End$|Page)/.test(event.key)) event.preventDefault();
  });
  element.addEventListener('focusin', ({ target }) => {
    const position = target === element ? arrival() : positionOf(target);
    if (position && (target === element || !same(position, focus))) setFocus(position, target === element);
  });
  element.addEventListener('click', ({ target }) => {
    // A text that was selected, to copy it, is no click.
    if (!document.getSelection()?.isCollapsed) return;
    const position = positionOf(target);
    if (position) events.picked(position, false);
  });
  element.addEventListener('dblclick', ({ target }) => {
    const position = positionOf(target);
    if (position) events.picked(position, true);
  });

  return {
    element,
    update(state) {
      const { view } = state;
      if (!view || !state.layout) return;
      const sought = wordsOf(state.filter);
      const otherWords = sought.join(' ') !== words.join(' ');
      words = sought;
      if (state.layout !== layout || view.levels !== levels) {
        const top = viewport.top();
        layout = state.layout;
        levels = view.levels;
        focus = state.focus && isShown(layout, state.focus) ? state.focus : undefined;
        viewport.hold(focus);
        viewport.show(layout, view.levels);
        // What the reader looks at stays where it is when something above it changes.
        if (otherWords) element.scrollTop = 0;
        else if (top) viewport.restoreTop(top);
      }
      if (otherWords) highlightWords('filter', viewport.drawn(), words);
      element.classList.toggle('with-notes', state.notes);
      element.classList.toggle('stale', state.problem !== null);
      setAttribute(element, 'aria-label', `Level matrix of ${view.head.title}`);
      if (state.cursor === cursor) return;
      cursor = state.cursor;
      if (cursor && !document.hasFocus()) viewport.reveal(cursor);
      decorate();
    },
    focus() {
      const position = arrival();
      if (position) setFocus(position, true);
    },
    goTo(position) {
      setFocus(position, true);
      viewport.bringToTop(position);
    },
    heading() {
      const item = viewport.topItem();
      return item?.kind === 'topic' ? item.topic.key : item?.key;
    },
    top: viewport.top,
    restoreTop: viewport.restoreTop,
  };
}

function positionOf(target: EventTarget | null): Position | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-level]') : null;
  const key = cell?.closest<HTMLElement>('[data-key]')?.dataset.key;
  return cell && key !== undefined ? { key, level: Number(cell.dataset.level) } : undefined;
}

function same(a: Position, b: Position | undefined): boolean {
  return a.key === b?.key && a.level === b.level;
}

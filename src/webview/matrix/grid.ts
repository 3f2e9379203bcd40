import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { MatrixLevel } from '../../protocol/matrix.ts';
import { el, setAttribute, setText } from '../shared/dom.ts';
import { highlightWords } from '../shared/highlight.ts';
import { createItem, updateItem } from './items.ts';
import { firstPosition, HEADING, isShown, move, type Position } from './keys.ts';
import { type Item, type Layout, sameItem, wordsOf } from './layout.ts';
import { guessHeight, type Shape, shapeFor } from './sizes.ts';
import type { State } from './store.ts';
import { UNTITLED_AREA } from './words.ts';

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
  /** The item at the top of the view, and how far it is scrolled away. */
  top(): { readonly key: string; readonly offset: number } | undefined;
  /** The key of the heading that the view is below of. */
  heading(): string | undefined;
  restoreTop(top: { readonly key: string; readonly offset: number }): void;
}

interface Drawn {
  readonly element: HTMLElement;
  item: Item;
}

/** The level matrix as an ARIA grid that draws only what is in view. */
export function createGrid(events: GridEvents): Grid {
  const heads = el('div', 'column-heads', { role: 'row', 'aria-rowindex': 1 });
  const sizer = el('div', 'sizer', { role: 'presentation' });
  const scroller = el('div', 'grid', { role: 'grid', 'aria-readonly': 'true' }, heads, sizer);
  let layout: Layout | undefined;
  let levels: readonly MatrixLevel[] = [];
  let words: readonly string[] = [];
  let shape: Shape = 'wide';
  let width = 0;
  let focus: Position | undefined;
  let cursor: Position | undefined;
  const drawn = new Map<string, Drawn>();
  let marked: Element[] = [];

  const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 13;
  const headHeight = () => heads.offsetHeight;

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    const now = layout?.items ?? [];
    const measures = { shape, width, rem: rem(), levels };
    const pinned = focus && layout?.indexOf.get(focus.key);
    return {
      count: now.length,
      getScrollElement: () => scroller,
      estimateSize: index => guessHeight(now[index]!, measures),
      getItemKey: index => now[index]?.key ?? index,
      // What has the focus stays drawn, or the focus would be lost by scrolling.
      rangeExtractor: range => {
        const indexes = defaultRangeExtractor(range);
        if (pinned === undefined || indexes.includes(pinned)) return indexes;
        return [...indexes, pinned].sort((a, b) => a - b);
      },
      overscan: 2,
      scrollMargin: headHeight(),
      scrollPaddingStart: headHeight(),
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: draw,
    };
  };
  const virtual = new Virtualizer<HTMLElement, HTMLElement>(options());

  function draw(): void {
    if (!layout) return;
    const margin = virtual.options.scrollMargin;
    const wanted = virtual.getVirtualItems();
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, { element }] of drawn) {
      if (keys.has(key)) continue;
      element.remove();
      drawn.delete(key);
    }
    sizer.style.height = `${virtual.getTotalSize()}px`;
    let before: Element | null = null;
    const fresh: HTMLElement[] = [];
    for (const { index, key, start } of wanted) {
      const item = layout.items[index];
      if (!item) continue;
      let entry = drawn.get(String(key));
      if (!entry) {
        entry = { element: createItem(item, levels), item };
        drawn.set(item.key, entry);
        fresh.push(entry.element);
      } else if (entry.item !== item) {
        if (!sameItem(entry.item, item) || entry.item.ordinal !== item.ordinal)
          updateItem(entry.element, item, entry.item, levels);
        entry.item = item;
      }
      const { element } = entry;
      setAttribute(element, 'data-index', index);
      const top = `${start - margin}px`;
      if (element.style.top !== top) element.style.top = top;
      const next: Element | null = before ? before.nextElementSibling : sizer.firstElementChild;
      if (next !== element) sizer.insertBefore(element, next);
      before = element;
    }
    for (const element of fresh) virtual.measureElement(element);
    decorate();
    showContext();
    if (fresh.length > 0 || words.length > 0)
      highlightWords(
        'filter',
        [...drawn.values()].map(({ element }) => element),
        words,
      );
    events.scrolled();
  }

  const elementAt = ({ key, level }: Position): HTMLElement | null => {
    const index = layout?.indexOf.get(key);
    const item = index === undefined ? undefined : layout?.items[index];
    const row = item && drawn.get(item.key)?.element.querySelector(`[data-key="${CSS.escape(key)}"]`);
    return row?.querySelector<HTMLElement>(`[data-level="${level}"]`) ?? null;
  };

  /** Puts the one tab stop and the mark of the text's cursor where they belong. */
  function decorate(): void {
    const stop = focus && elementAt(focus);
    for (const other of sizer.querySelectorAll('[tabindex="0"]'))
      if (other !== stop) setAttribute(other, 'tabindex', -1);
    if (stop) setAttribute(stop, 'tabindex', 0);
    setAttribute(scroller, 'tabindex', stop ? undefined : 0);
    for (const element of marked) element.classList.remove('cursor');
    marked = [];
    if (!cursor) return;
    const cell = elementAt(cursor);
    const index = layout?.indexOf.get(cursor.key);
    const item = index === undefined ? undefined : layout?.items[index];
    const row = item && drawn.get(item.key)?.element.querySelector(`[data-key="${CSS.escape(cursor.key)}"]`);
    const place = cell ?? row;
    if (!place) return;
    place.classList.add('cursor');
    marked.push(place);
  }

  const corner = el('div', 'corner', { role: 'columnheader', 'aria-colindex': 1, 'aria-label': 'Topic' });
  const place = el('span', 'place', { 'aria-hidden': 'true' });
  corner.append(place);

  /** Says at the top which area and section are below it. */
  function showContext(): void {
    const item = topItem();
    if (!layout || !item) {
      setText(place, '');
      return;
    }
    const index = layout.indexOf.get(item.key) ?? 0;
    let section: string | undefined;
    let area: string | undefined;
    for (let at = index; at >= 0; at--) {
      const above = layout.items[at]!;
      if (above.kind === 'section') section ??= above.line.title;
      if (above.kind === 'area') {
        area = above.line.title ?? UNTITLED_AREA;
        break;
      }
    }
    setText(place, [area, section].filter(Boolean).join(' › '));
  }

  function topItem(): Item | undefined {
    const at = scroller.scrollTop + headHeight() + 1;
    const found = virtual.getVirtualItemForOffset(at);
    return found && layout?.items[found.index];
  }

  function showHeads(): void {
    const cells = levels.map((level, index) =>
      el(
        'div',
        'level-head',
        { role: 'columnheader', 'aria-colindex': index + 2, title: level.description },
        level.title,
      ),
    );
    heads.replaceChildren(corner, ...cells);
  }

  function measureWidth(): void {
    const now = scroller.clientWidth;
    if (now === 0) return;
    const next = shapeFor(now, levels.length, rem());
    if (now === width && next === shape) return;
    const top = width > 0 ? grid.top() : undefined;
    width = now;
    shape = next;
    setAttribute(scroller, 'data-shape', shape);
    virtual.setOptions(options());
    virtual.measure();
    draw();
    if (top) grid.restoreTop(top);
  }

  /** Brings a position into view below the heads, drawing it first where needed. */
  function reveal(position: Position): HTMLElement | null {
    const index = layout?.indexOf.get(position.key);
    if (index === undefined) return null;
    if (!elementAt(position)) {
      virtual.scrollToIndex(index, { align: 'center' });
      virtual.setOptions(options());
      draw();
    }
    const element = elementAt(position) ?? elementAt({ ...position, level: 0 });
    if (!element) return null;
    const view = scroller.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const from = view.top + headHeight();
    const to = view.top + scroller.clientHeight;
    if (box.top < from) scroller.scrollTop += box.top - from;
    else if (box.bottom > to) scroller.scrollTop += Math.min(box.bottom - to, box.top - from);
    const left = view.left + (shape === 'wide' && position.level !== HEADING ? corner.offsetWidth : 0);
    const right = view.left + scroller.clientWidth;
    if (box.left < left) scroller.scrollLeft += box.left - left;
    else if (box.right > right && position.level !== HEADING) scroller.scrollLeft += box.right - right;
    return element;
  }

  function setFocus(position: Position, take: boolean): void {
    focus = position;
    virtual.setOptions(options());
    const element = reveal(position);
    decorate();
    if (take) element?.focus({ preventScroll: true });
    events.focused(position);
  }

  const positionFrom = (target: EventTarget | null): Position | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-level]') : null;
    const key = cell?.closest<HTMLElement>('[data-key]')?.dataset.key;
    return cell && key !== undefined ? { key, level: Number(cell.dataset.level) } : undefined;
  };

  /** Rows of statements that fit between the heads and the bottom. */
  const pageRows = (): number => {
    const view = scroller.getBoundingClientRect();
    const rows = [...sizer.querySelectorAll('.statements')].filter(row => {
      const box = row.getBoundingClientRect();
      return box.bottom > view.top + headHeight() && box.top < view.bottom;
    });
    return Math.max(1, rows.length - 1);
  };

  scroller.addEventListener('keydown', event => {
    if (!layout || event.altKey) return;
    const from = positionFrom(event.target) ?? focus ?? firstPosition(layout);
    if (!from) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      events.picked(from, true);
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    const next = move(layout, from, { key: event.key, control, levels: levels.length, page: pageRows() });
    if (next) setFocus(next, true);
    if (next || /^(?:Arrow|Home$|End$|Page)/.test(event.key)) event.preventDefault();
  });
  scroller.addEventListener('focusin', event => {
    if (event.target === scroller) {
      const first = focus && layout && isShown(layout, focus) ? focus : layout && firstPosition(layout);
      if (first) setFocus(first, true);
      return;
    }
    const position = positionFrom(event.target);
    if (position && (position.key !== focus?.key || position.level !== focus.level))
      setFocus(position, false);
  });
  scroller.addEventListener('click', event => {
    // A text that was selected, to copy it, is no click.
    if (!document.getSelection()?.isCollapsed) return;
    const position = positionFrom(event.target);
    if (position) events.picked(position, false);
  });
  scroller.addEventListener('dblclick', event => {
    const position = positionFrom(event.target);
    if (position) events.picked(position, true);
  });
  new ResizeObserver(measureWidth).observe(scroller);

  const grid: Grid = {
    element: scroller,
    update(state) {
      const { view } = state;
      if (!view || !state.layout) return;
      const otherLevels = view.levels !== levels;
      const otherLayout = state.layout !== layout;
      const otherWords = wordsOf(state.filter);
      const top = otherLayout && otherWords.join() !== words.join() ? undefined : grid.top();
      words = otherWords;
      if (otherLevels) {
        levels = view.levels;
        for (const { element } of drawn.values()) element.remove();
        drawn.clear();
        showHeads();
        setAttribute(scroller, 'aria-colcount', levels.length + 1);
        scroller.style.setProperty('--levels', String(Math.max(1, levels.length)));
      }
      if (otherLayout || otherLevels) {
        layout = state.layout;
        focus = state.focus && isShown(layout, state.focus) ? state.focus : undefined;
        setAttribute(scroller, 'aria-rowcount', layout.gridRows);
        virtual.setOptions(options());
        virtual._willUpdate();
        measureWidth();
        draw();
        // What the reader looks at stays where it is when something above it changes.
        if (top && !otherLevels) grid.restoreTop(top);
      }
      scroller.classList.toggle('with-notes', state.notes);
      scroller.classList.toggle('stale', state.problem !== null);
      setAttribute(scroller, 'aria-label', `Level matrix of ${view.head.title}`);
      if (state.cursor !== cursor) {
        cursor = state.cursor;
        if (cursor && !document.hasFocus()) reveal(cursor);
        decorate();
      }
    },
    focus() {
      const first = focus ?? (layout && firstPosition(layout));
      if (first) setFocus(first, true);
    },
    goTo(position) {
      const index = layout?.indexOf.get(position.key);
      if (index === undefined) return;
      virtual.scrollToIndex(index, { align: 'start' });
      setFocus(position, true);
    },
    top() {
      const item = topItem();
      const element = item && drawn.get(item.key)?.element;
      if (!item || !element || scroller.scrollTop === 0) return undefined;
      const offset =
        scroller.getBoundingClientRect().top + headHeight() - element.getBoundingClientRect().top;
      return { key: item.key, offset: Math.round(offset) };
    },
    heading() {
      const item = topItem();
      return item?.kind === 'topic' ? item.topic.key : item?.key;
    },
    restoreTop({ key, offset }) {
      const index = layout?.indexOf.get(key) ?? layout?.items.findIndex(item => item.key === key) ?? -1;
      if (index < 0) return;
      const [start] = virtual.getOffsetForIndex(index, 'start') ?? [];
      if (start === undefined || Math.abs(start + offset - scroller.scrollTop) < 1) return;
      virtual.scrollToOffset(start + offset);
    },
  };
  virtual._didMount();
  return grid;
}

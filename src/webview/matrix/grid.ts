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

/** How long what was drawn may still turn out otherwise than guessed, in milliseconds. */
const SETTLED = 400;

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
  let atTop: HTMLElement | undefined;
  let drawing = false;
  let again = false;
  /** Drawn besides what is in view. */
  let pin: Position | undefined;
  let settling: (() => number) | undefined;

  const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 13;
  /** In pixels; kept, since asking while drawing would make the browser lay out. */
  let headHeight = 0;
  let guesses = new WeakMap<Item, number>();

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    const now = layout?.items ?? [];
    const measures = { shape, width, rem: rem(), levels };
    const guess = (item: Item) => {
      const known = guesses.get(item) ?? guessHeight(item, measures);
      guesses.set(item, known);
      return known;
    };
    const pinned = [focus, pin].flatMap(position => layout?.indexOf.get(position?.key ?? '') ?? []);
    return {
      count: now.length,
      getScrollElement: () => scroller,
      estimateSize: index => guess(now[index]!),
      getItemKey: index => now[index]?.key ?? index,
      // What has the focus stays drawn, or the focus would be lost by scrolling.
      rangeExtractor: range => {
        const indexes = defaultRangeExtractor(range);
        const more = pinned.filter(index => index < now.length && !indexes.includes(index));
        return more.length === 0 ? indexes : [...new Set([...indexes, ...more])].sort((a, b) => a - b);
      },
      overscan: 1,
      scrollMargin: headHeight,
      scrollPaddingStart: headHeight,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: draw,
    };
  };
  const virtual = new Virtualizer<HTMLElement, HTMLElement>(options());

  /** Draws what is in view; sizes that turn out otherwise than guessed lead to another round. */
  function draw(): void {
    again = true;
    if (drawing || !layout) return;
    drawing = true;
    let changed = false;
    for (let round = 0; again && round < 4; round++) {
      again = false;
      // Measured together, so that the browser lays out once a round.
      const fresh = drawOnce(layout);
      for (const element of fresh) virtual.measureElement(element);
      changed ||= fresh.length > 0;
    }
    drawing = false;
    decorate();
    showContext();
    if (changed || words.length > 0)
      highlightWords(
        'filter',
        [...drawn.values()].map(({ element }) => element),
        words,
      );
    events.scrolled();
  }

  /** Makes the page hold the wanted items, in their order and places. @returns those that are new */
  function drawOnce(layout: Layout): HTMLElement[] {
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
    return fresh;
  }

  const rowAt = ({ key }: Position): HTMLElement | null => {
    const index = layout?.indexOf.get(key);
    const item = index === undefined ? undefined : layout?.items[index];
    const element = item && drawn.get(item.key)?.element;
    return element?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
  };
  const elementAt = (position: Position): HTMLElement | null =>
    rowAt(position)?.querySelector<HTMLElement>(`[data-level="${position.level}"]`) ?? null;

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
    const place = elementAt(cursor) ?? rowAt(cursor);
    if (!place) return;
    place.classList.add('cursor');
    marked.push(place);
  }

  const areaName = el('span', 'place-area');
  const sectionName = el('span', 'place-section');
  const place = el('span', 'place', { 'aria-hidden': 'true' }, areaName, sectionName);
  const corner = el(
    'div',
    'corner',
    { role: 'columnheader', 'aria-colindex': 1 },
    el('span', 'for-readers', {}, 'Topic'),
    place,
  );

  /** Says at the top which area and section are below it. */
  function showContext(): void {
    const index = topIndex();
    if (!layout || index === undefined) return;
    const top = drawn.get(layout.items[index]?.key ?? '')?.element;
    if (top !== atTop) {
      atTop?.classList.remove('at-top');
      top?.classList.add('at-top');
      atTop = top;
    }
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
    setText(areaName, area ?? '');
    setText(sectionName, section ?? '');
  }

  function topIndex(): number | undefined {
    return virtual.getVirtualItemForOffset((virtual.scrollOffset ?? 0) + headHeight + 1)?.index;
  }

  function topItem(): Item | undefined {
    const index = topIndex();
    return index === undefined ? undefined : layout?.items[index];
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
    if (now === width && next === shape && heads.offsetHeight === headHeight) return;
    const top = width > 0 ? grid.top() : undefined;
    width = now;
    shape = next;
    setAttribute(scroller, 'data-shape', shape);
    headHeight = heads.offsetHeight;
    scroller.style.setProperty('--head', `${headHeight}px`);
    guesses = new WeakMap();
    virtual.setOptions(options());
    virtual.measure();
    draw();
    if (top) grid.restoreTop(top);
  }

  /** Makes the element of a position be there, whatever is in view. */
  function drawAt(position: Position): HTMLElement | null {
    if (!elementAt(position)) {
      const pinned = pin;
      pin = position;
      virtual.setOptions(options());
      draw();
      pin = pinned;
    }
    return elementAt(position) ?? rowAt(position);
  }

  /**
   * Scrolls by what `offBy` says is missing, now and until things have settled: what is drawn on the way may
   * turn out higher or lower than guessed.
   */
  function settle(offBy: () => number): void {
    const until = performance.now() + SETTLED;
    settling = offBy;
    const step = () => {
      if (settling !== offBy) return;
      const by = offBy();
      if (Math.abs(by) >= 1) scroller.scrollTop += by;
      if (performance.now() < until) requestAnimationFrame(step);
      else settling = undefined;
    };
    step();
  }

  /** Brings a position into view below the heads. */
  function reveal(position: Position): HTMLElement | null {
    const element = drawAt(position);
    if (!element) return null;
    settle(() => {
      const box = (drawAt(position) ?? element).getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      const from = view.top + headHeight;
      const to = view.top + scroller.clientHeight;
      if (box.top < from) return box.top - from;
      return box.bottom > to ? Math.min(box.bottom - to, box.top - from) : 0;
    });
    if (position.level === HEADING || shape === 'stacked') return element;
    const box = element.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const left = view.left + (shape === 'wide' ? corner.offsetWidth : 0);
    const right = view.left + scroller.clientWidth;
    if (box.left < left) scroller.scrollLeft += box.left - left;
    else if (box.right > right) scroller.scrollLeft += box.right - right;
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
      return box.bottom > view.top + headHeight && box.top < view.bottom;
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
  scroller.addEventListener('scroll', showContext, { passive: true });
  // Whoever scrolls has the say from then on.
  for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
    scroller.addEventListener(type, () => (settling = undefined), { capture: true, passive: true });
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
  const sizes = new ResizeObserver(measureWidth);
  sizes.observe(scroller);
  sizes.observe(heads);

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
      setFocus(position, true);
      const fromHeads = (element: HTMLElement) =>
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - headHeight;
      settle(() => {
        const element = drawAt(position);
        return element ? fromHeads(element.closest<HTMLElement>('.item') ?? element) : 0;
      });
    },
    top() {
      const item = topItem();
      const element = item && drawn.get(item.key)?.element;
      if (!item || !element || scroller.scrollTop === 0) return undefined;
      const offset = scroller.getBoundingClientRect().top + headHeight - element.getBoundingClientRect().top;
      return { key: item.key, offset: Math.round(offset) };
    },
    heading() {
      const item = topItem();
      return item?.kind === 'topic' ? item.topic.key : item?.key;
    },
    restoreTop({ key, offset }) {
      const index = layout?.items.findIndex(item => item.key === key) ?? -1;
      const item = layout?.items[index];
      if (!item) return;
      const line = item.kind === 'topic' ? (item.rows[0] ?? item.topic) : item.line;
      const position = { key: line.key, level: HEADING };
      settle(() => {
        drawAt(position);
        const element = drawn.get(key)?.element;
        if (!element) return 0;
        const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
        return top - headHeight + offset;
      });
    },
  };
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _, { scrollOffset }) =>
    settling === undefined && item.start < (scrollOffset ?? 0);
  virtual._didMount();
  return grid;
}

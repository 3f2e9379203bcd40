import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { el, setAttribute } from '../../shared/dom.ts';
import { AS_GIVEN, type Columns } from '../state/columns.ts';
import { type Item, type Layout, sameItem } from '../state/layout.ts';
import { createColumnHeads } from './columnHeads.ts';
import { createItem, updateItem } from './items.ts';
import { HEADING, type Position } from './keys.ts';
import type { Levels, Look } from './look.ts';
import { guessHeight, type Shape, shapeFor, tracksFor } from './sizes.ts';

/** What stands at the top, and how many pixels of it are scrolled away. */
export interface Top {
  readonly key: string;
  readonly offset: number;
}

/** The part of the grid that scrolls: draws what is in view, and what else it is told to. */
export interface Viewport {
  /** What scrolls. */
  readonly element: HTMLElement;
  /** The grid in it, for screen readers too; other things that scroll along stand beside it. */
  readonly grid: HTMLElement;
  /** The elements that are drawn now. */
  drawn(): HTMLElement[];
  show(layout: Layout, levels: Levels, columns: Columns): void;
  /** Draws again what is in view, where it looks otherwise now. */
  refresh(): void;
  /** Keeps a position drawn, wherever the reader scrolls. */
  hold(position: Position | undefined): void;
  rowAt(position: Position): HTMLElement | null;
  elementAt(position: Position): HTMLElement | null;
  /** Brings a position into view. */
  reveal(position: Position): HTMLElement | null;
  /** Brings a position to the top. */
  bringToTop(position: Position): void;
  /** How many rows of statements make a page. */
  pageRows(): number;
  topItem(): Item | undefined;
  top(): Top | undefined;
  restoreTop(top: Top): void;
}

/** How long what was drawn may still turn out otherwise than guessed, in milliseconds. */
const SETTLED = 400;

interface Drawn {
  readonly element: HTMLElement;
  item: Item;
}

/**
 * @param look how rows look beside what their lines say
 * @param drew is called after each drawing, and with whether something new was drawn
 */
export function createViewport(look: Look, drew: (fresh: boolean) => void): Viewport {
  const heads = createColumnHeads();
  const sizer = el('div', 'sizer', { role: 'presentation' });
  const grid = el('div', 'table', { role: 'grid', 'aria-multiselectable': 'true' }, heads.element, sizer);
  const scroller = el('div', 'grid', {}, grid);
  let layout: Layout | undefined;
  let levels: Levels = { all: [], shown: [] };
  let columns: Columns = AS_GIVEN;
  let shape: Shape = 'wide';
  let arrangement = '';
  let width = 0;
  /** In pixels; kept, since asking while drawing would make the browser lay out. */
  let headHeight = 0;
  let guesses = new WeakMap<Item, number>();
  const drawn = new Map<string, Drawn>();
  let held: Position | undefined;
  let wanted: Position | undefined;
  let atTop: HTMLElement | undefined;
  let drawing = false;
  let again = false;
  let settling: (() => number) | undefined;

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    const items = layout?.items ?? [];
    const measures = { shape, width, rem: rootSize(), levels, columns };
    const guess = (item: Item) => {
      const known = guesses.get(item) ?? guessHeight(item, measures);
      guesses.set(item, known);
      return known;
    };
    const more = [held, wanted].flatMap(position => layout?.indexOf.get(position?.key ?? '') ?? []);
    return {
      count: items.length,
      getScrollElement: () => scroller,
      estimateSize: index => guess(items[index]!),
      getItemKey: index => items[index]?.key ?? index,
      rangeExtractor: range => {
        const indexes = [...new Set([...defaultRangeExtractor(range), ...more])];
        return indexes.filter(index => index < items.length).sort((a, b) => a - b);
      },
      overscan: 1,
      scrollMargin: headHeight,
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
    sayTop();
    drew(changed);
  }

  /** Makes the page hold the wanted items, in their order and places. @returns those that are new */
  function drawOnce({ items }: Layout): HTMLElement[] {
    const inView = virtual.getVirtualItems();
    const keys = new Set(inView.map(({ key }) => key));
    for (const [key, { element }] of drawn) {
      if (keys.has(key)) continue;
      element.remove();
      drawn.delete(key);
    }
    sizer.style.height = `${virtual.getTotalSize()}px`;
    let before: Element | null = null;
    const fresh: HTMLElement[] = [];
    for (const { index, start } of inView) {
      const item = items[index];
      if (!item) continue;
      const known = drawn.get(item.key);
      const element: HTMLElement = known?.element ?? createItem(item, levels, look);
      if (!known) fresh.push(element);
      else if (!sameItem(known.item, item) || known.item.ordinal !== item.ordinal)
        updateItem(element, item, known.item, levels, look);
      drawn.set(item.key, { element, item });
      setAttribute(element, 'data-index', index);
      const top = `${start - virtual.options.scrollMargin}px`;
      if (element.style.top !== top) element.style.top = top;
      const next: Element | null = before ? before.nextElementSibling : sizer.firstElementChild;
      if (next !== element) sizer.insertBefore(element, next);
      before = element;
    }
    return fresh;
  }

  function redraw(): void {
    virtual.setOptions(options());
    draw();
  }

  function topIndex(): number | undefined {
    return virtual.getVirtualItemForOffset((virtual.scrollOffset ?? 0) + headHeight + 1)?.index;
  }

  /** Says at the top where the reader is; a topic that began further up is named again. */
  function sayTop(): void {
    const index = topIndex();
    if (!layout || index === undefined) return;
    const top = drawn.get(layout.items[index]?.key ?? '')?.element;
    if (top !== atTop) {
      atTop?.classList.remove('at-top');
      top?.classList.add('at-top');
      atTop = top;
    }
    heads.say(layout.items, index);
  }

  function measure(): void {
    const now = scroller.clientWidth;
    if (now === 0) return;
    const next = shapeFor(now, levels, columns, rootSize());
    const tracks = tracksFor(next, levels, columns);
    const arranged = JSON.stringify(tracks);
    if (now === width && arranged === arrangement && heads.element.offsetHeight === headHeight) return;
    arrangement = arranged;
    const top = width > 0 ? viewport.top() : undefined;
    width = now;
    shape = next;
    setAttribute(scroller, 'data-shape', shape);
    scroller.style.setProperty('--topic', tracks.topic);
    scroller.style.setProperty('--columns', tracks.columns);
    scroller.style.setProperty('--least', tracks.least);
    headHeight = heads.element.offsetHeight;
    scroller.style.setProperty('--head', `${headHeight}px`);
    guesses = new WeakMap();
    virtual.setOptions(options());
    virtual.measure();
    draw();
    if (top) viewport.restoreTop(top);
  }

  /** Makes the element of a position be there, whatever is in view. */
  function drawAt(position: Position): HTMLElement | null {
    if (!viewport.rowAt(position)) {
      wanted = position;
      redraw();
      wanted = undefined;
    }
    return viewport.elementAt(position) ?? viewport.rowAt(position);
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

  /** Pixels from the heads down to an element. */
  const belowHeads = (element: Element) =>
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - headHeight;

  function revealSideways(element: Element): void {
    const box = element.getBoundingClientRect();
    const view = scroller.getBoundingClientRect();
    const left = view.left + (shape === 'wide' ? heads.corner.offsetWidth : 0);
    const right = view.left + scroller.clientWidth;
    if (box.left < left) scroller.scrollLeft += box.left - left;
    else if (box.right > right) scroller.scrollLeft += box.right - right;
  }

  const viewport: Viewport = {
    element: scroller,
    grid,
    drawn: () => [...drawn.values()].map(({ element }) => element),
    show(nextLayout, nextLevels, nextColumns) {
      if (nextLevels.all !== levels.all || nextLevels.shown !== levels.shown) {
        levels = nextLevels;
        for (const { element } of drawn.values()) element.remove();
        drawn.clear();
        heads.show(levels);
        setAttribute(grid, 'aria-colcount', levels.shown.length + 1);
      }
      columns = nextColumns;
      layout = nextLayout;
      setAttribute(grid, 'aria-rowcount', layout.gridRows);
      virtual.setOptions(options());
      virtual._willUpdate();
      measure();
      draw();
    },
    refresh() {
      for (const { element, item } of drawn.values()) updateItem(element, item, item, levels, look);
      draw();
    },
    hold(position) {
      held = position;
      virtual.setOptions(options());
    },
    rowAt({ key }) {
      const item = layout?.items[layout.indexOf.get(key) ?? -1];
      const element = item && drawn.get(item.key)?.element;
      return element?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
    },
    elementAt: position =>
      viewport.rowAt(position)?.querySelector<HTMLElement>(`[data-level="${position.level}"]`) ?? null,
    reveal(position) {
      const element = drawAt(position);
      if (!element) return null;
      settle(() => {
        const now = drawAt(position) ?? element;
        const above = belowHeads(now);
        const below = above + headHeight + now.offsetHeight - scroller.clientHeight;
        return above < 0 ? above : Math.min(Math.max(0, below), above);
      });
      if (position.level !== HEADING && shape !== 'stacked') revealSideways(element);
      return element;
    },
    bringToTop: position =>
      settle(() => {
        const element = drawAt(position)?.closest('.item');
        return element ? belowHeads(element) : 0;
      }),
    pageRows() {
      const rows = [...sizer.querySelectorAll<HTMLElement>('.statements')].filter(row => {
        const above = belowHeads(row);
        return above + row.offsetHeight > 0 && above < scroller.clientHeight - headHeight;
      });
      return Math.max(1, rows.length - 1);
    },
    topItem() {
      const index = topIndex();
      return index === undefined ? undefined : layout?.items[index];
    },
    top() {
      const item = viewport.topItem();
      const element = item && drawn.get(item.key)?.element;
      if (!item || !element || scroller.scrollTop === 0) return undefined;
      return { key: item.key, offset: -Math.round(belowHeads(element)) };
    },
    restoreTop({ key, offset }) {
      const item = layout?.items.find(item => item.key === key);
      if (!item) return;
      const line = item.kind === 'topic' ? (item.rows[0] ?? item.topic) : item.line;
      settle(() => {
        const element = drawAt({ key: line.key, level: HEADING })?.closest('.item');
        return element ? belowHeads(element) + offset : 0;
      });
    },
  };

  scroller.addEventListener('scroll', sayTop, { passive: true });
  // Whoever scrolls has the say from then on.
  for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
    scroller.addEventListener(type, () => (settling = undefined), { capture: true, passive: true });
  const sizes = new ResizeObserver(measure);
  sizes.observe(scroller);
  sizes.observe(heads.element);
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _, { scrollOffset }) =>
    settling === undefined && item.start < (scrollOffset ?? 0);
  virtual._didMount();
  return viewport;
}

/** The root font's size in pixels. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 13;
}

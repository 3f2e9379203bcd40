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
import type { Item, Layout } from '../state/layout.ts';
import { createColumnHeads } from './columnHeads.ts';
import { createDrawing, type Placed } from './drawing.ts';
import { HEADING, type Position } from './keys.ts';
import type { Levels, Look } from './look.ts';
import { createSettling } from './settling.ts';
import { guessing, type Shape, shapeFor, tracksFor } from './sizes.ts';

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

/**
 * @param look how rows look beside what their lines say
 * @param drew is called after each drawing, and with whether something new was drawn
 */
export function createViewport(look: Look, drew: (fresh: boolean) => void): Viewport {
  const heads = createColumnHeads();
  const drawing = createDrawing(look);
  const table = { role: 'grid', 'aria-multiselectable': 'true' };
  const grid = el('div', 'table', table, heads.element, drawing.element);
  const scroller = el('div', 'grid', {}, grid);
  const settling = createSettling(scroller);
  let layout: Layout | undefined;
  let levels: Levels = { all: [], shown: [] };
  let columns: Columns = AS_GIVEN;
  let shape: Shape = 'wide';
  let arrangement = '';
  let width = 0;
  /** In pixels; kept, since asking while drawing would make the browser lay out. */
  let headHeight = 0;
  let guess = guessing({ shape, width, rem: rootSize(), levels, columns });
  /** Another function wherever the keys are others: all items are placed anew then. */
  let keyOf = (index: number): string | number => index;
  let held: Position | undefined;
  let wanted: Position | undefined;
  let atTop: HTMLElement | undefined;
  let isDrawing = false;
  let again = false;

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    const items = layout?.items ?? [];
    const more = [held, wanted].flatMap(position => layout?.indexOf.get(position?.key ?? '') ?? []);
    return {
      count: items.length,
      getScrollElement: () => scroller,
      estimateSize: index => guess(items[index]!),
      getItemKey: keyOf,
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
    if (isDrawing || !layout) return;
    isDrawing = true;
    let changed = false;
    for (let round = 0; again && round < 4; round++) {
      again = false;
      // Measured together, so that the browser lays out once a round.
      const fresh = drawing.show(placed(layout), virtual.getTotalSize(), levels);
      for (const element of fresh) virtual.measureElement(element);
      changed ||= fresh.length > 0;
    }
    isDrawing = false;
    sayTop();
    drew(changed);
  }

  function placed({ items }: Layout): Placed[] {
    return virtual.getVirtualItems().flatMap(({ index, start }) => {
      const item = items[index];
      return item ? { index, item, top: start - virtual.options.scrollMargin } : [];
    });
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
    const top = drawing.elementOf(layout.items[index]?.key);
    if (top !== atTop) {
      atTop?.classList.remove('at-top');
      top?.classList.add('at-top');
      atTop = top;
    }
    heads.say(layout.items, index);
  }

  function reguess(): void {
    guess = guessing({ shape, width, rem: rootSize(), levels, columns });
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
    reguess();
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
    drawn: drawing.elements,
    show(nextLayout, nextLevels, nextColumns) {
      if (nextLevels.all !== levels.all || nextLevels.shown !== levels.shown) {
        levels = nextLevels;
        reguess();
        drawing.clear();
        heads.show(levels);
        setAttribute(grid, 'aria-colcount', levels.shown.length + 1);
      }
      columns = nextColumns;
      if (nextLayout.indexOf !== layout?.indexOf) {
        const { items } = nextLayout;
        keyOf = index => items[index]?.key ?? index;
      }
      layout = nextLayout;
      setAttribute(grid, 'aria-rowcount', layout.gridRows);
      virtual.setOptions(options());
      virtual._willUpdate();
      measure();
      draw();
    },
    refresh() {
      drawing.refresh(levels);
      draw();
    },
    hold(position) {
      held = position;
      virtual.setOptions(options());
    },
    rowAt({ key }) {
      const item = layout?.items[layout.indexOf.get(key) ?? -1];
      const element = item && drawing.elementOf(item.key);
      return element?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
    },
    elementAt: position =>
      viewport.rowAt(position)?.querySelector<HTMLElement>(`[data-level="${position.level}"]`) ?? null,
    reveal(position) {
      const element = drawAt(position);
      if (!element) return null;
      settling.by(() => {
        const now = drawAt(position) ?? element;
        const above = belowHeads(now);
        const below = above + headHeight + now.offsetHeight - scroller.clientHeight;
        return above < 0 ? above : Math.min(Math.max(0, below), above);
      });
      if (position.level !== HEADING && shape !== 'stacked') revealSideways(element);
      return element;
    },
    bringToTop: position =>
      settling.by(() => {
        const element = drawAt(position)?.closest('.item');
        return element ? belowHeads(element) : 0;
      }),
    pageRows() {
      const rows = [...drawing.element.querySelectorAll<HTMLElement>('.statements')].filter(row => {
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
      const element = item && drawing.elementOf(item.key);
      if (!item || !element || scroller.scrollTop === 0) return undefined;
      return { key: item.key, offset: -Math.round(belowHeads(element)) };
    },
    restoreTop({ key, offset }) {
      const item = layout?.items.find(item => item.key === key);
      if (!item) return;
      const line = item.kind === 'topic' ? (item.rows[0] ?? item.topic) : item.line;
      settling.by(() => {
        const element = drawAt({ key: line.key, level: HEADING })?.closest('.item');
        return element ? belowHeads(element) + offset : 0;
      });
    },
  };

  scroller.addEventListener('scroll', sayTop, { passive: true });
  const sizes = new ResizeObserver(measure);
  sizes.observe(scroller);
  sizes.observe(heads.element);
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _, { scrollOffset }) =>
    !settling.isOn && item.start < (scrollOffset ?? 0);
  virtual._didMount();
  return viewport;
}

/** The root font's size in pixels. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 13;
}

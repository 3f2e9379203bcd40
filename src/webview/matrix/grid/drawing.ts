import { el, setAttribute } from '../../shared/dom.ts';
import { type Item, sameItem } from '../state/layout.ts';
import { createItem, updateItem } from './items.ts';
import type { Levels, Look } from './look.ts';

/** An item, and the pixels from the top at which it stands. */
export interface Placed {
  readonly index: number;
  readonly item: Item;
  readonly top: number;
}

/** The items that are drawn now. */
export interface Drawing {
  /** What holds them. */
  readonly element: HTMLElement;
  elements(): HTMLElement[];
  /** @param key of an item */
  elementOf(key: string | undefined): HTMLElement | undefined;
  /**
   * Draws these items and no others, in their order and places.
   * @param height of all items, drawn or not
   * @returns the elements that are new
   */
  show(placed: readonly Placed[], height: number, levels: Levels): HTMLElement[];
  /** Draws them again where they look otherwise now. */
  refresh(levels: Levels): void;
  clear(): void;
}

interface Drawn {
  readonly element: HTMLElement;
  readonly item: Item;
}

/** @param look how rows look beside what their lines say */
export function createDrawing(look: Look): Drawing {
  const sizer = el('div', 'sizer', { role: 'presentation' });
  const drawn = new Map<string, Drawn>();
  return {
    element: sizer,
    elements: () => [...drawn.values()].map(({ element }) => element),
    elementOf: key => drawn.get(key ?? '')?.element,
    show(placed, height, levels) {
      const keys = new Set(placed.map(({ item }) => item.key));
      for (const [key, { element }] of drawn) {
        if (keys.has(key)) continue;
        element.remove();
        drawn.delete(key);
      }
      sizer.style.height = `${height}px`;
      let before: Element | null = null;
      const fresh: HTMLElement[] = [];
      for (const { index, item, top } of placed) {
        const known = drawn.get(item.key);
        const element: HTMLElement = known?.element ?? createItem(item, levels, look);
        if (!known) fresh.push(element);
        else if (!sameItem(known.item, item) || known.item.ordinal !== item.ordinal)
          updateItem(element, item, known.item, levels, look);
        drawn.set(item.key, { element, item });
        setAttribute(element, 'data-index', index);
        if (element.style.top !== `${top}px`) element.style.top = `${top}px`;
        const next: Element | null = before ? before.nextElementSibling : sizer.firstElementChild;
        if (next !== element) sizer.insertBefore(element, next);
        before = element;
      }
      return fresh;
    },
    refresh(levels) {
      for (const { element, item } of drawn.values()) updateItem(element, item, item, levels, look);
    },
    clear() {
      for (const { element } of drawn.values()) element.remove();
      drawn.clear();
    },
  };
}

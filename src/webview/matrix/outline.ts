import { el, setAttribute } from '../shared/dom.ts';
import { HEADING, type Position } from './keys.ts';
import type { Item, Layout } from './layout.ts';
import { UNTITLED_AREA, UNTITLED_TOPIC } from './words.ts';

/** Areas, sections and topics as a list to jump by. */
export interface Outline {
  readonly element: HTMLElement;
  update(layout: Layout): void;
  /** Marks the entry that stands at the top of the grid. */
  mark(key: string | undefined): void;
  focus(): void;
}

/** Beyond this many entries only the topics of the area in view are listed. */
const MANY = 400;

interface Entry {
  readonly key: string;
  readonly level: number;
  readonly title: string;
  readonly untitled: boolean;
  readonly withdrawn: boolean;
}

/**
 * @param go is called with the heading that was chosen
 * @param leave is called when the reader wants back to the grid
 */
export function createOutline(go: (position: Position) => void, leave: () => void): Outline {
  const tree = el('div', 'outline-tree', { role: 'tree', 'aria-label': 'Areas and topics' });
  const element = el('nav', 'outline', { id: 'outline', 'aria-label': 'Outline' }, tree);
  let entries: Entry[] = [];
  let layout: Layout | undefined;
  let current: string | undefined;
  let shown = '';

  const show = () => {
    if (!layout) return;
    entries = entriesOf(layout, current);
    const now = JSON.stringify(entries);
    if (now !== shown) {
      shown = now;
      tree.replaceChildren(...entries.map(treeItem));
    }
    decorate();
  };

  const treeItem = ({ key, level, title, untitled, withdrawn }: Entry): HTMLElement =>
    el(
      'div',
      `entry entry-${level}${untitled ? ' untitled' : ''}${withdrawn ? ' withdrawn' : ''}`,
      { role: 'treeitem', 'aria-level': level, 'data-key': key, tabindex: -1 },
      title,
    );

  const decorate = () => {
    const items = [...tree.children] as HTMLElement[];
    const at = Math.max(
      0,
      entries.findIndex(({ key }) => key === current),
    );
    items.forEach((item, index) => {
      const is = index === at && current !== undefined;
      setAttribute(item, 'aria-current', is ? 'true' : undefined);
      setAttribute(item, 'tabindex', index === at ? 0 : -1);
    });
    // Only while nobody is using the list: it must not move under a hand.
    if (!element.matches(':hover, :focus-within')) items[at]?.scrollIntoView({ block: 'nearest' });
  };

  const choose = (target: EventTarget | null) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
    if (key !== undefined) go({ key, level: HEADING });
  };

  tree.addEventListener('click', event => choose(event.target));
  tree.addEventListener('keydown', event => {
    const items = [...tree.children] as HTMLElement[];
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') choose(event.target);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  });

  return {
    element,
    update(next) {
      layout = next;
      show();
    },
    mark(key) {
      if (key === current) return;
      current = key;
      if ((layout?.items.length ?? 0) > MANY) show();
      else decorate();
    },
    focus: () => tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
  };
}

function entriesOf({ items, indexOf }: Layout, current: string | undefined): Entry[] {
  const headings = items.filter(item => item.kind !== 'topic' || item.first);
  const all = headings.map(entryOf);
  if (all.length <= MANY) return all;
  const at = current === undefined ? 0 : (indexOf.get(current) ?? 0);
  const isArea = (index: number) => items[index]?.kind === 'area';
  let from = at;
  while (from > 0 && !isArea(from)) from--;
  let to = at + 1;
  while (to < items.length && !isArea(to)) to++;
  return all.filter(({ key, level }) => {
    const index = indexOf.get(key) ?? -1;
    return level < 3 || (index >= from && index < to);
  });
}

function entryOf(item: Item): Entry {
  const { key, withdrawn } = item;
  if (item.kind === 'area') {
    const { title } = item.line;
    return { key, level: 1, title: title ?? UNTITLED_AREA, untitled: title === undefined, withdrawn };
  }
  if (item.kind === 'section') return { key, level: 2, title: item.line.title, untitled: false, withdrawn };
  const { title } = item.topic;
  return { key, level: 3, title: title ?? UNTITLED_TOPIC, untitled: title === undefined, withdrawn };
}

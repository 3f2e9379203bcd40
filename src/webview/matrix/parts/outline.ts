import { el, setAttribute } from '../../shared/dom.ts';
import { HEADING, type Position } from '../grid/keys.ts';
import type { Heading, Layout } from '../state/layout.ts';
import { UNTITLED_AREA, UNTITLED_TOPIC } from '../words.ts';

/** Areas, sections and topics as a list to jump by. */
export interface Outline {
  readonly element: HTMLElement;
  /** @param isOpen whether it is in view */
  update(layout: Layout, isOpen: boolean): void;
  /** Marks the entry that stands at the top of the grid. */
  mark(key: string | undefined): void;
  focus(): void;
}

/** Beyond this many entries only the topics of the area in view are listed. */
const MANY = 400;

interface Entry {
  readonly key: string;
  /** The key of the area it belongs to. */
  readonly area: string;
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
  /** All headings, and those of them that are listed. */
  let headings: readonly Entry[] = [];
  let listed: Layout['headings'] | undefined;
  let open = false;
  let entries: readonly Entry[] = [];
  let at = new Map<string, number>();
  let current: string | undefined;
  let shown = '';
  /** The area whose topics are listed, where there are too many for all of them. */
  let openArea: string | undefined;

  const show = () => {
    openArea = areaOf(current);
    entries =
      headings.length <= MANY
        ? headings
        : headings.filter(({ level, area }) => level < 3 || area === openArea);
    const now = JSON.stringify(entries);
    if (now !== shown) {
      shown = now;
      tree.replaceChildren(...entries.map(treeItem));
    }
    decorate();
  };

  const areaOf = (key: string | undefined) => headings[at.get(key ?? '') ?? 0]?.area;

  const treeItem = ({ key, level, title, untitled, withdrawn }: Entry): HTMLElement =>
    el(
      'div',
      `entry entry-${level}${untitled ? ' untitled' : ''}${withdrawn ? ' withdrawn' : ''}`,
      { role: 'treeitem', 'aria-level': level, 'data-key': key, tabindex: -1 },
      title,
    );

  const decorate = () => {
    const items = [...tree.children] as HTMLElement[];
    const place = Math.max(
      0,
      entries.findIndex(({ key }) => key === current),
    );
    items.forEach((item, index) => {
      const is = index === place && current !== undefined;
      setAttribute(item, 'aria-current', is ? 'true' : undefined);
      setAttribute(item, 'tabindex', index === place ? 0 : -1);
    });
    // Only while nobody is using the list: it must not move under a hand.
    if (!element.matches(':hover, :focus-within')) items[place]?.scrollIntoView({ block: 'nearest' });
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
    update(layout, isOpen) {
      const opens = isOpen && !open;
      open = isOpen;
      if (layout.headings === listed) {
        if (opens) decorate();
        return;
      }
      listed = layout.headings;
      headings = entriesOf(layout);
      at = new Map(headings.map(({ key }, index) => [key, index]));
      show();
    },
    mark(key) {
      if (key === current) return;
      current = key;
      if (headings.length > MANY && areaOf(key) !== openArea) show();
      else decorate();
    },
    focus: () => tree.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
  };
}

function entriesOf({ headings }: Layout): Entry[] {
  let area = '';
  return headings.map(heading => {
    if (heading.line.type === 'area') area = heading.line.key;
    return entryOf(heading, area);
  });
}

function entryOf({ line, withdrawn }: Heading, area: string): Entry {
  const [level, otherwise] = LEVELS[line.type];
  const { key, title } = line;
  return { key, area, level, withdrawn, title: title ?? otherwise, untitled: title === undefined };
}

const LEVELS = { area: [1, UNTITLED_AREA], section: [2, ''], topic: [3, UNTITLED_TOPIC] } as const;

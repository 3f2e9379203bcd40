import { el, icon, setText } from '../../shared/dom.ts';
import { TOPICS } from '../state/columns.ts';
import type { Item } from '../state/layout.ts';
import { UNTITLED_AREA } from '../words.ts';
import type { Levels } from './look.ts';

const DOWN = 'm4 6 4 4 4-4-.9-.9L8 8.2 4.9 5.1z';

/** The heads of the columns, and in their corner the area and section that stand below. */
export interface ColumnHeads {
  readonly element: HTMLElement;
  /** The corner above the topics. */
  readonly corner: HTMLElement;
  show(levels: Levels): void;
  /** @param index of the item at the top */
  say(items: readonly Item[], index: number): void;
}

export function createColumnHeads(): ColumnHeads {
  const area = el('span', 'place-area');
  const section = el('span', 'place-section');
  const corner = el(
    'div',
    'corner',
    { role: 'columnheader', 'aria-colindex': 1 },
    el('span', 'for-readers', {}, 'Topic'),
    el('span', 'place', { 'aria-hidden': 'true' }, area, section),
    edge(TOPICS),
  );
  const handles = el('div', 'handle-head', { 'aria-hidden': 'true', title: 'Select all' });
  const element = el('div', 'column-heads', { role: 'row', 'aria-rowindex': 1 }, corner, handles);

  return {
    element,
    corner,
    show({ all, shown }) {
      const heads = shown.map((level, column) => {
        const { id, title, description } = all[level]!;
        const menu = el('span', 'head-menu', {
          'aria-hidden': 'true',
          title: `What can be done with ${title}`,
        });
        menu.append(icon(DOWN));
        return el(
          'div',
          'level-head',
          {
            role: 'columnheader',
            'aria-colindex': column + 2,
            'aria-label': title,
            title: description,
            'data-column': level,
          },
          el('span', 'level-title', {}, title),
          menu,
          edge(id),
        );
      });
      element.replaceChildren(corner, handles, ...heads);
    },
    say(items, index) {
      let at = index;
      let title: string | undefined;
      for (let item = items[at]; item && item.kind !== 'area'; item = items[--at])
        if (item.kind === 'section') title ??= item.line.title;
      const item = items[at];
      setText(area, item?.kind === 'area' ? (item.line.title ?? UNTITLED_AREA) : '');
      setText(section, title ?? '');
    },
  };
}

/** Where a column's width is taken hold of. By the keyboard it is the column's menu that sets it. */
function edge(column: string): HTMLElement {
  return el('div', 'edge', {
    'aria-hidden': 'true',
    'data-resizes': column,
    title: 'Drag to make the column wider or narrower; double-click for the width as given',
  });
}

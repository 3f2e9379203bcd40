import type { MatrixLevel } from '../../../protocol/matrix.ts';
import { el, setText } from '../../shared/dom.ts';
import type { Item } from '../state/layout.ts';
import { UNTITLED_AREA } from '../words.ts';

/** The heads of the columns, and in their corner the area and section that stand below. */
export interface ColumnHeads {
  readonly element: HTMLElement;
  /** The corner above the topics. */
  readonly corner: HTMLElement;
  show(levels: readonly MatrixLevel[]): void;
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
  );
  const element = el('div', 'column-heads', { role: 'row', 'aria-rowindex': 1 }, corner);

  return {
    element,
    corner,
    show(levels) {
      const heads = levels.map(({ title, description }, index) =>
        el(
          'div',
          'level-head',
          { role: 'columnheader', 'aria-colindex': index + 2, title: description },
          title,
        ),
      );
      element.replaceChildren(corner, ...heads);
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

import type { BarButton, BarMenu } from '../parts/editBar.ts';
import * as moving from './actions/moving.ts';
import * as rows from './actions/rows.ts';
import * as showing from './actions/showing.ts';

/** The menus of the bar, as `menusFor` has them. */
export type BarMenuName = 'cells' | 'rows' | 'nodes';

/**
 * What the bar for editing offers, set off in groups.
 * @param open opens a menu below its button
 */
export function barOf(
  open: (which: BarMenuName, label: string, button: Element) => void,
): (BarButton | BarMenu)[][] {
  const menu = (which: BarMenuName, label: string, title: string): BarMenu => ({
    ...{ label, title },
    open: button => open(which, label, button),
  });
  return [
    [
      { icon: 'undo', action: showing.undo },
      { icon: 'redo', action: showing.redo },
    ],
    [
      { icon: 'insert', action: rows.insertRowBelow },
      { icon: 'remove', action: rows.deleteRows },
      { icon: 'up', action: moving.moveUp },
      { icon: 'down', action: moving.moveDown },
    ],
    [
      menu('cells', 'Cell', 'What can be done with the selected cells'),
      menu('rows', 'Row', 'What can be done with the selected rows'),
      menu('nodes', 'Topic, area, level', 'Add, rename and move topics, areas and levels'),
    ],
  ];
}

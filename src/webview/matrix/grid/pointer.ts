import type { Layout } from '../state/layout.ts';
import { HEADING, type Position } from './keys.ts';
import { type Selection, single } from './selection.ts';

/** What the mouse, a pen or a finger does to the selection. */
export interface Pointing {
  layout(): Layout | undefined;
  /** The indexes of the levels that are shown. */
  columns(): readonly number[];
  selection(): Selection | undefined;
  select(selection: Selection): void;
  /** Something near an edge is pointed at: more of it is to be seen. */
  reveal(position: Position): void;
}

/** Selects by the mouse: cells by click, Shift+click and drag, rows by their handles, columns by their heads. */
export function selectByPointer(scroller: HTMLElement, pointing: Pointing): void {
  let from: Position | undefined;
  let column: number | undefined;

  const extend = (active: Position, corner: Position, whole?: Selection['whole']) =>
    pointing.select({ active, corner, ...(whole && { whole }) });

  scroller.addEventListener('pointerdown', event => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const { target } = event;
    if (target.closest('.edge, .head-menu, .editor, button, .row-handle, .topic-handle')) return;
    const layout = pointing.layout();
    const columns = pointing.columns();
    const head = target.closest<HTMLElement>('[data-column]');
    const [first, last] = [layout?.rowKeys[0], layout?.rowKeys.at(-1)];
    if (head && first !== undefined) {
      column = Number(head.dataset.column);
      const { active } = (event.shiftKey && pointing.selection()) || single({ key: first, level: column });
      extend({ key: first, level: active.level }, { key: first, level: column }, 'columns');
      return;
    }
    if (target.closest('.handle-head') && first !== undefined && last !== undefined) {
      const level = columns.at(-1) ?? 0;
      extend({ key: first, level: columns[0] ?? 0 }, { key: last, level }, 'all');
      return;
    }
    const position = positionOf(target);
    if (!position) return;
    // The browser would mark text instead of cells.
    event.preventDefault();
    const active = event.shiftKey && pointing.selection()?.active;
    if (active && active.level !== HEADING && position.level !== HEADING) extend(active, position);
    else pointing.select(single(position));
    from = position.level === HEADING ? undefined : active || position;
  });

  scroller.addEventListener('pointermove', event => {
    if (!(event.buttons & 1)) {
      from = undefined;
      column = undefined;
      return;
    }
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const first = pointing.layout()?.rowKeys[0];
    const over = under?.closest<HTMLElement>('[data-column]')?.dataset.column;
    if (column !== undefined && over !== undefined && first !== undefined)
      extend({ key: first, level: column }, { key: first, level: Number(over) }, 'columns');
    const position = from && under && positionOf(under);
    if (!from || !position || position.level === HEADING) return;
    extend(from, position);
    pointing.reveal(position);
  });
  scroller.addEventListener('pointerup', () => {
    from = undefined;
    column = undefined;
  });
}

/** The position that an element shows or stands in. */
export function positionOf(target: EventTarget | null): Position | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-level]') : null;
  const key = cell?.closest<HTMLElement>('[data-key]')?.dataset.key;
  return cell && key !== undefined ? { key, level: Number(cell.dataset.level) } : undefined;
}

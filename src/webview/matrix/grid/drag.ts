import type { CommandPlace } from '../../../protocol/matrix.ts';
import { el } from '../../shared/dom.ts';

/** What is dragged: rows, or a topic, by the key of the line that was taken hold of. */
export interface Dragged {
  readonly what: 'row' | 'topic';
  readonly key: string;
}

export interface DragPorts {
  /** Whether anything can be moved now. */
  canMove(): boolean;
  /** A handle was clicked. @param extend with Shift: the rows up to here */
  clicked(dragged: Dragged, extend: boolean): void;
  /** How many rows or topics go along. */
  begins(dragged: Dragged): string;
  idOf(key: string): string | undefined;
  /** The topic that a row stands in, and the section that a topic stands in, by key. */
  firstTopicOf(section: string): string | undefined;
  drop(dragged: Dragged, to: CommandPlace): void;
}

/** How far the pointer moves before a click is a drag, in pixels. */
const SLACK = 4;
/** Within so many pixels of an edge the grid scrolls along. */
const EDGE = 36;

/** Moves rows and topics by their handles. Esc leaves everything where it was. */
export function dragByHandles(scroller: HTMLElement, ports: DragPorts): void {
  const line = el('div', 'drop-line');
  const tag = el('div', 'drag-tag');
  line.hidden = true;
  tag.hidden = true;
  scroller.append(line, tag);
  let held: { dragged: Dragged; x: number; y: number; moving: boolean } | undefined;
  let to: CommandPlace | undefined;
  let pointer = { x: 0, y: 0 };

  const end = () => {
    held = undefined;
    to = undefined;
    line.hidden = true;
    tag.hidden = true;
    scroller.classList.remove('dragging');
    window.removeEventListener('keydown', leaveOff, true);
  };
  const leaveOff = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };

  scroller.addEventListener('pointerdown', event => {
    const target = event.target instanceof Element ? event.target : null;
    const handle = event.button === 0 ? target?.closest('.row-handle, .topic-handle') : null;
    const key = handle?.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (!handle || key === undefined) return;
    event.preventDefault();
    const what = handle.classList.contains('row-handle') ? 'row' : 'topic';
    held = { dragged: { what, key }, x: event.clientX, y: event.clientY, moving: false };
    scroller.setPointerCapture(event.pointerId);
  });
  scroller.addEventListener('pointermove', event => {
    if (!held) return;
    pointer = { x: event.clientX, y: event.clientY };
    if (!held.moving) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK || !ports.canMove()) return;
      held.moving = true;
      tag.textContent = ports.begins(held.dragged);
      tag.hidden = false;
      scroller.classList.add('dragging');
      window.addEventListener('keydown', leaveOff, true);
      requestAnimationFrame(scrollAlong);
    }
    point();
  });
  scroller.addEventListener('pointerup', event => {
    if (!held) return;
    const { dragged, moving } = held;
    const place = to;
    end();
    if (!moving) ports.clicked(dragged, event.shiftKey);
    else if (place) ports.drop(dragged, place);
  });
  scroller.addEventListener('pointercancel', end);

  function scrollAlong(): void {
    if (!held?.moving) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const by = pointer.y < top + EDGE * 2 ? -10 : pointer.y > bottom - EDGE ? 10 : 0;
    if (by !== 0) {
      scroller.scrollTop += by;
      point();
    }
    requestAnimationFrame(scrollAlong);
  }

  /** Shows where it would go. */
  function point(): void {
    if (!held) return;
    const around = scroller.getBoundingClientRect();
    tag.style.left = `${pointer.x - around.left + scroller.scrollLeft + 12}px`;
    tag.style.top = `${pointer.y - around.top + scroller.scrollTop + 8}px`;
    const under = document.elementFromPoint(pointer.x, pointer.y);
    const found = under && (held.dragged.what === 'row' ? rowPlace(under) : topicPlace(under));
    to = found?.to;
    line.hidden = !found;
    if (!found) return;
    const box = found.beside.getBoundingClientRect();
    const y = found.below ? box.bottom : box.top;
    line.style.top = `${y - around.top + scroller.scrollTop - 1}px`;
    line.style.left = `${box.left - around.left + scroller.scrollLeft}px`;
    line.style.width = `${box.width}px`;
  }

  type Found = { to: CommandPlace; beside: Element; below: boolean } | undefined;

  function rowPlace(under: Element): Found {
    const row = under.closest<HTMLElement>('.statements');
    const id = row ? ports.idOf(row.dataset.key ?? '') : undefined;
    if (row && id !== undefined) {
      const below = lowerHalf(row);
      return { to: below ? { below: id } : { above: id }, beside: row, below };
    }
    const item = under.closest('.topic-item');
    const topic = item && ports.idOf(item.querySelector<HTMLElement>('.topic-head')?.dataset.key ?? '');
    return item && topic ? { to: { endOf: topic }, beside: item, below: true } : undefined;
  }

  function topicPlace(under: Element): Found {
    const item = under.closest('.topic-item');
    const key = item?.querySelector<HTMLElement>('.topic-head[data-key]')?.dataset.key;
    const id = key === undefined ? undefined : ports.idOf(key);
    if (item && id !== undefined) {
      const below = lowerHalf(item);
      return { to: below ? { below: id } : { above: id }, beside: item, below };
    }
    const section = under.closest<HTMLElement>('.heading.section');
    const sectionId = section && ports.idOf(section.dataset.key ?? '');
    if (!section || !sectionId) return undefined;
    const first = ports.firstTopicOf(section.dataset.key ?? '');
    return { to: first ? { above: first } : { endOf: sectionId }, beside: section, below: true };
  }

  function lowerHalf(element: Element): boolean {
    const { top, height } = element.getBoundingClientRect();
    return pointer.y > top + height / 2;
  }
}

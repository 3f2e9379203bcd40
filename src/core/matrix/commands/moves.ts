import type { MovableKind, MoveNodes } from './command.ts';
import type { Desk } from './desk.ts';
import { slotFor } from './structure.ts';
import { count, gonePlace } from './wording.ts';

/** Moves rows, topics, areas or levels, in their order in the framework, to one place. */
export function moveNodes(desk: Desk, { what, ids, to }: MoveNodes): string {
  const found = idsInOrder(desk, what, ids);
  if (found.length === 0) return '';
  const slot = slotFor(desk, what, to);
  if (!slot) {
    desk.refuse(gonePlace);
    return '';
  }
  if (!desk.move(what, found, slot)) return '';
  if (what !== 'level') for (const id of found) desk.select.push({ what, id });
  return found.length === 1
    ? `${what.charAt(0).toUpperCase()}${what.slice(1)} moved.`
    : `${count(found.length, what)} moved.`;
}

/** The ids that there are, in the order of the framework, each once; refuses the others. */
function idsInOrder(desk: Desk, what: MovableKind, ids: readonly string[]): string[] {
  const { levels, areas } = desk.framework;
  const wanted = new Set(ids);
  const found: string[] = [];
  const take = (id: string) => {
    if (wanted.delete(id)) found.push(id);
  };
  if (what === 'level') for (const level of levels) take(level.id);
  else
    for (const area of areas) {
      if (what === 'area') take(area.id);
      else
        for (const section of area.sections)
          for (const topic of section.topics) {
            if (what === 'topic') take(topic.id);
            else for (const row of topic.rows) take(row.id);
          }
    }
  for (const id of wanted)
    desk.refuse(`The ${what} ${id} is no longer there.`, what === 'level' ? undefined : { what, id });
  return found;
}

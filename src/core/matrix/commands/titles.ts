import { normaliseLine } from '../../model/statement.ts';
import type { SetTitle } from './command.ts';
import type { Desk } from './desk.ts';

const WHAT = { area: 'area', topic: 'topic', sectionKind: 'kind of section', level: 'level' } as const;

/** Sets the title of a node; the id stays, for it is what others know it by. */
export function setTitle(desk: Desk, { what, id, was, title }: SetTitle): string {
  const target = what === 'area' || what === 'topic' ? ({ what, id } as const) : undefined;
  const node = desk.node(what, id);
  if (!node || !('id' in node)) {
    desk.refuse(`The ${WHAT[what]} ${id} is no longer there.`, target);
    return '';
  }
  const now = 'title' in node ? node.title : undefined;
  const after = normaliseLine(title) || undefined;
  if (now === after) return '';
  if (normaliseLine(now ?? '') !== normaliseLine(was ?? '')) {
    desk.refuse('The title has changed meanwhile, so it was left as it is now.', target, now);
    return '';
  }
  if (after === undefined && !target) {
    desk.refuse(`A ${WHAT[what]} needs a title.`);
    return '';
  }
  desk.changes.push({
    op: 'set',
    what,
    id,
    field: 'title',
    ...(now !== undefined && { before: now }),
    ...(after !== undefined && { after }),
  });
  if (target) desk.select.push(target);
  return after === undefined ? 'Title taken away.' : `Renamed to “${after}”.`;
}

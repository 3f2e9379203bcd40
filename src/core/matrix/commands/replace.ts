import { normaliseStatement } from '../../model/statement.ts';
import { eachFound } from '../find.ts';
import { setStatement, targetOf } from './cells.ts';
import type { Replace } from './command.ts';
import type { Desk } from './desk.ts';
import { count } from './wording.ts';

/** Replaces what a query finds in the texts as they are now, letter by letter as the replacement says. */
export function replace(desk: Desk, { query, replacement, only }: Replace): string {
  let matches = 0;
  let cells = 0;
  for (const { row, level, text, at } of eachFound(desk.framework, query, only)) {
    const chosen = only ? at.slice(only.nth, only.nth + 1) : at;
    if (chosen.length === 0) continue;
    let after = '';
    let end = 0;
    for (const [from, to] of chosen) {
      after += text.slice(end, from) + replacement;
      end = to;
    }
    after = normaliseStatement(after + text.slice(end));
    matches += chosen.length;
    if (after === text) continue;
    setStatement(desk, row, level, text, after || undefined);
    if (only) desk.select.push(targetOf(only));
    cells++;
  }
  if (matches === 0 && only)
    desk.refuse('What was found here is no longer there. Look for it again.', targetOf(only));
  return cells === 0 ? '' : `${count(matches, 'match', 'matches')} replaced in ${count(cells, 'cell')}.`;
}

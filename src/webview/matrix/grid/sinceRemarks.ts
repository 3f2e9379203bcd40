import type { LineSince } from '../../../protocol/matrix.ts';
import { el } from '../../shared/dom.ts';
import { kindWords } from '../words.ts';

/** How a node differs from the version compared with: its kinds as badges, and what happened in words. */
export function sinceRemarks({ kinds, told }: LineSince): Node[] {
  const badges = kinds.map(kind => el('span', `since since-${kind}`, {}, kindWords(kind)));
  return [el('p', 'since-line', {}, ...badges, ...(told.length > 0 ? [` ${told.join('. ')}.`] : []))];
}

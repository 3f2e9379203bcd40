import type { Coverage } from '../../../protocol/matrix.ts';
import { el } from '../../shared/dom.ts';
import { plural } from '../words.ts';
import type { Levels } from './look.ts';

/** How many statements a topic has at each level that is shown: a bar and a number each. */
export function coverageStrip({ rows, statements }: Coverage, { all, shown }: Levels): HTMLElement {
  const strip = el('ul', 'coverage', { 'aria-label': `Statements a level, of ${plural(rows, 'row')}` });
  for (const level of shown) {
    const count = statements[level] ?? 0;
    const title = all[level]?.title ?? '';
    const bar = el('span', 'bar', { 'aria-hidden': 'true' });
    bar.style.setProperty('--part', String(rows === 0 ? 0 : count / rows));
    const entry = el('li', count === 0 ? 'none' : '', {
      title: `${title}: ${count} of ${plural(rows, 'row')}`,
    });
    entry.append(bar, el('span', 'for-readers', {}, `${title}: `), String(count));
    strip.append(entry);
  }
  return strip;
}

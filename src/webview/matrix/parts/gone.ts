import type { GoneNode, MatrixView } from '../../../protocol/matrix.ts';
import { el, setText } from '../../shared/dom.ts';
import { plural } from '../words.ts';

/** What the version compared with has and this one has no more. */
export interface Gone {
  readonly element: HTMLElement;
  update(view: MatrixView | undefined): void;
}

const WORDS: Record<GoneNode['what'], string> = {
  area: 'Area',
  section: 'Section',
  topic: 'Topic',
  row: 'Row',
};

/** @param go is called with the id of what it stood in */
export function createGone(go: (node: GoneNode) => void): Gone {
  const words = el('summary', '');
  const list = el('ul', 'gone-list');
  const element = el('details', 'gone', {}, words, list);
  element.hidden = true;
  let shown: MatrixView['since'];
  return {
    element,
    update(view) {
      const since = view?.since;
      if (since === shown) return;
      shown = since;
      element.hidden = !since || since.gone.length === 0;
      if (!since) return;
      setText(words, `Gone since ${since.name}: ${plural(since.gone.length, 'entry', 'entries')}`);
      list.replaceChildren(
        ...since.gone.map(node => {
          const entry = el('li', '', {}, el('span', 'gone-what', {}, `${WORDS[node.what]} `));
          if (node.title !== undefined) entry.append(el('del', '', {}, node.title));
          for (const { level, text } of node.texts ?? [])
            entry.append(
              el('p', '', {}, el('span', 'gone-level', {}, `${level}: `), el('del', '', {}, text)),
            );
          if (node.parent !== undefined || node.below !== undefined) {
            const where = el('button', 'link', { type: 'button' }, 'Show where it stood');
            where.addEventListener('click', () => go(node));
            entry.append(where);
          }
          return entry;
        }),
      );
    },
  };
}

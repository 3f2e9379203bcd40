import { el, setText } from '../../shared/dom.ts';
import type { State } from '../state/store.ts';

/** What stands above or instead of the grid: a text that cannot be read, nothing to show, nothing found. */
export interface Notices {
  readonly problem: HTMLElement;
  readonly empty: HTMLElement;
  update(state: State): void;
}

export function createNotices(events: { showProblem(): void; clearFilter(): void }): Notices {
  const words = el('p', 'problem-words');
  const show = el('button', 'link', { type: 'button' }, 'Show it in the text');
  const problem = el('div', 'problem', { role: 'status' }, words, show);
  const says = el('p', 'empty-words');
  const clear = el('button', 'button', { type: 'button' }, 'Clear the filter');
  const empty = el('div', 'empty', {}, says, clear);
  show.addEventListener('click', events.showProblem);
  clear.addEventListener('click', events.clearFilter);

  return {
    problem,
    empty,
    update({ view, layout, problem: trouble }) {
      problem.hidden = trouble === null;
      if (trouble) {
        const more = trouble.count > 1 ? ` (the first of ${trouble.count} errors)` : '';
        const kept =
          view && view.lines.length > 0 ? ' What is shown is how it was when it could last be read.' : '';
        setText(words, `The text cannot be read. Line ${trouble.line}${more}: ${trouble.message}${kept}`);
      }
      const nothing = !layout || layout.items.length === 0;
      empty.hidden = !nothing;
      empty.classList.toggle('loading', !view);
      clear.hidden = true;
      if (!view) setText(says, 'Reading the framework …');
      else if (view.lines.length === 0)
        setText(says, 'This framework has no areas yet. Write the first one in the text, under `areas:`.');
      else if (nothing) {
        setText(says, 'No statement matches the filter.');
        clear.hidden = false;
      }
    },
  };
}

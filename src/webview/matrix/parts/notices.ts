import { el, setText } from '../../shared/dom.ts';
import { isFiltering } from '../state/filter.ts';
import type { Draft } from '../state/kept.ts';
import type { State } from '../state/store.ts';
import { firstWords, plural } from '../words.ts';

/** What stands above or instead of the grid: why nothing can be edited, what was not written, nothing to show. */
export interface Notices {
  readonly above: HTMLElement;
  readonly empty: HTMLElement;
  update(state: State): void;
  /** Whether the extension has not answered for long. */
  late(isLate: boolean): void;
  /** A text that could not be written; it waits here until it is taken up again or given up. */
  leftOver(draft: Draft, why: string): void;
}

export interface NoticesPorts {
  showProblem(): void;
  nextVersion(): void;
  clearFilter(): void;
  insertArea(): void;
  resume(draft: Draft, why: string): void;
}

const LATE =
  'VS Code has not answered for a while: what you did last is not in the file yet. Leave this page open until it does; if it does not, copy what you wrote before you close it.';

export function createNotices(ports: NoticesPorts): Notices {
  const words = el('p', 'problem-words');
  const act = el('button', 'link', { type: 'button' });
  const problem = el('div', 'problem', { role: 'status' }, words, act);
  const late = el('div', 'late', { role: 'status' }, el('p', '', {}, LATE));
  late.hidden = true;
  const drafts = el('div', 'left-over', { role: 'status' });
  const above = el('div', 'above', {}, problem, late, drafts);
  const says = el('p', 'empty-words');
  const way = el('button', 'button', { type: 'button' });
  const empty = el('div', 'empty', {}, says, way);
  let next: () => void = () => {};
  let out: () => void = () => {};
  act.addEventListener('click', () => next());
  way.addEventListener('click', () => out());

  const showProblem = ({ view, problem: trouble, lock }: State) => {
    problem.hidden = trouble === null && lock === null;
    problem.className = `problem ${trouble ? 'unreadable' : (lock?.why ?? '')}`;
    act.hidden = false;
    next = ports.showProblem;
    setText(act, 'Show it in the text');
    if (trouble) {
      const more = trouble.count > 1 ? ` (the first of ${trouble.count} errors)` : '';
      const kept =
        view && view.lines.length > 0 ? ' What is shown is how it was when it could last be read.' : '';
      setText(words, `The text cannot be read. Line ${trouble.line}${more}: ${trouble.message}${kept}`);
    } else if (lock) {
      setText(words, lock.message);
      if (lock.why === 'published') {
        setText(act, 'Start the next version');
        next = ports.nextVersion;
      } else if (lock.why === 'readOnly') act.hidden = true;
    }
    act.className = lock?.why === 'published' && !trouble ? 'button' : 'link';
  };

  const showEmpty = ({ view, layout, lock, problem, filter }: State) => {
    const nothing = !layout || layout.items.length === 0;
    empty.hidden = !nothing;
    empty.classList.toggle('loading', !view);
    way.hidden = true;
    if (!view) setText(says, 'Reading the framework …');
    else if (isFiltering(filter)) {
      setText(says, 'No statement matches the filter.');
      setText(way, 'Clear the filter');
      out = ports.clearFilter;
      way.hidden = false;
    } else if (problem) setText(says, 'There is nothing to show until the text can be read.');
    else {
      setText(says, 'This framework has no areas yet. Add the first one here, or write it in the text.');
      setText(way, 'Add an area');
      out = ports.insertArea;
      way.hidden = lock !== null;
    }
  };

  return {
    above,
    empty,
    update(state) {
      showProblem(state);
      showEmpty(state);
    },
    late(isLate) {
      late.hidden = !isLate;
    },
    leftOver(draft, why) {
      const open = el('button', 'link', { type: 'button' }, 'Edit it again');
      const drop = el('button', 'link', { type: 'button' }, 'Give it up');
      const text = `Not written: “${firstWords(draft.text)}” (${plural(draft.text.length, 'letter')}). ${why}`;
      const notice = el('div', 'problem', {}, el('p', '', {}, text), open, drop);
      open.addEventListener('click', () => {
        notice.remove();
        ports.resume(draft, why);
      });
      drop.addEventListener('click', () => notice.remove());
      drafts.append(notice);
    },
  };
}

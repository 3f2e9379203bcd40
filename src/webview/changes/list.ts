import type { ChangeGroup, ChangeItem, ChangeTopic, Decision } from '../../protocol/changes.ts';
import { el } from '../shared/dom.ts';
import { decisionElement, itemElement } from './items.ts';
import { stepThrough } from './steps.ts';
import { accepted, acceptedOf, type State, shownGroups } from './store.ts';

/** The list itself: decisions and problems first, then the changes by area and topic. */
export interface List {
  readonly element: HTMLElement;
  /** Draws everything anew; the focus and the place stay. */
  draw(state: State): void;
  /** Brings the check boxes up to what is accepted. */
  check(state: State): void;
  /** Goes to the next (1) or previous (-1) change. */
  step(by: 1 | -1): void;
}

export function createList(): List {
  const element = el('main', 'list', { tabindex: -1 });
  let boxes: { readonly box: HTMLInputElement; readonly items: readonly ChangeItem[] }[] = [];

  const checkAll = (items: readonly ChangeItem[], label: string, look = 'for-readers'): HTMLElement => {
    const box = el('input', '', { type: 'checkbox', 'data-all': items.map(({ id }) => id).join('\n') });
    boxes.push({ box, items });
    return el('label', 'accept-all', {}, box, el('span', look, {}, label));
  };

  const topicElement = (topic: ChangeTopic, state: State): HTMLElement => {
    const { items } = topic;
    const section = el('section', 'topic');
    if (topic.title) {
      const title = el('h3', '', {}, topic.title);
      if (topic.section) title.append(' ', el('span', 'section-kind', {}, topic.section));
      const head = el('div', 'topic-head', {}, title);
      if (state.view?.mode === 'preview' && items.length > 1)
        head.prepend(checkAll(items, `Accept all changes in ${topic.title}`));
      section.append(head);
    }
    section.append(el('ul', '', {}, ...items.map(item => itemElement(item, state))));
    return section;
  };

  const groupElement = (group: ChangeGroup, state: State): HTMLElement => {
    const { topics } = group;
    const head = el('div', 'group-head', {}, el('h2', '', {}, group.title));
    const items = topics.flatMap(topic => topic.items);
    if (state.view?.mode === 'preview' && topics.length > 1)
      head.prepend(checkAll(items, `Accept all changes in ${group.title}`));
    return el('section', 'group', {}, head, ...topics.map(topic => topicElement(topic, state)));
  };

  const allElement = ({ view }: State, groups: readonly ChangeGroup[]): HTMLElement | undefined => {
    if (view?.mode !== 'preview' || view.groups.length < 2) return undefined;
    const items = groups.flatMap(group => group.topics.flatMap(topic => topic.items));
    if (items.length < 2) return undefined;
    const head = el('div', 'group-head', {}, checkAll(items, 'Accept all changes', 'all-words'));
    return el('div', 'all', {}, head);
  };

  const list: List = {
    element,
    draw(state) {
      const { view } = state;
      if (!view) return;
      const before = focusMark(element);
      const top = element.scrollTop;
      boxes = [];
      const groups = shownGroups(state);
      const parts = [
        decisions(
          'Conflicts',
          'The same was changed differently. Choose which holds.',
          view.conflicts,
          state,
        ),
        decisions('Questions', '', view.questions, state),
        problemsElement(state),
        notes(state),
        allElement(state, groups),
        ...groups.map(group => groupElement(group, state)),
      ].flatMap(part => part ?? []);
      if (groups.length === 0) parts.push(el('p', 'empty-words', {}, nothingWords(state)));
      element.replaceChildren(...parts);
      list.check(state);
      element.scrollTop = top;
      if (before) element.querySelector<HTMLElement>(before)?.focus({ preventScroll: true });
    },
    check(state) {
      const ids = new Set(accepted(state));
      for (const box of element.querySelectorAll<HTMLInputElement>('[data-accept]')) {
        box.checked = ids.has(box.dataset.accept ?? '');
        box.closest('.change')?.classList.toggle('refused', !box.checked);
      }
      for (const { box, items } of boxes) {
        const taken = acceptedOf(state, items);
        box.checked = taken === 'all';
        box.indeterminate = taken === 'some';
      }
    },
    step: by => stepThrough(element, by),
  };
  return list;
}

function nothingWords({ view }: State): string {
  if (view?.groups.length === 0)
    return view.mode === 'preview' ? 'There is nothing to change.' : 'There are no differences.';
  return 'No change matches the filters.';
}

function decisions(
  title: string,
  hint: string,
  all: readonly Decision[],
  state: State,
): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const head = el('div', 'group-head', {}, el('h2', '', {}, `${title} (${all.length})`));
  const section = el('section', 'group apart', {}, head);
  if (hint) section.append(el('p', 'hint', {}, hint));
  section.append(...all.map(decision => decisionElement(decision, state)));
  return section;
}

/** What the reader has to know of the list. */
export function problemsElement({ view }: State): HTMLElement | undefined {
  if (!view || view.problems.length === 0) return undefined;
  const head = el('div', 'group-head', {}, el('h2', '', {}, `To know (${view.problems.length})`));
  const items = view.problems.map(({ place, message }) =>
    el('li', 'problem-item', {}, el('span', 'place', {}, place), ' ', message),
  );
  return el('section', 'group apart', {}, head, el('ul', '', {}, ...items));
}

function notes({ view }: State): HTMLElement | undefined {
  if (!view || view.notes.length === 0) return undefined;
  const head = el('div', 'group-head', {}, el('h2', '', {}, `Notes of reviewers (${view.notes.length})`));
  const items = view.notes.map(({ place, author, date, text, about, isNew }) => {
    const who = date === undefined ? author : `${author}, ${date.slice(0, 10)}`;
    const where = about === undefined ? place : `${about} (${place})`;
    const item = el('li', 'note-item', {}, el('span', 'place', {}, where), ' ', el('b', '', {}, who), ': ');
    item.append(el('span', 'note-words', {}, text));
    if (!isNew) item.append(' ', el('span', 'hint', {}, '(kept already)'));
    return item;
  });
  return el('section', 'group apart', {}, head, el('ul', '', {}, ...items));
}

/** How to find what has the focus once the list is drawn anew. */
function focusMark(element: HTMLElement): string | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !element.contains(active)) return undefined;
  const { accept, decision, id } = active.dataset;
  if (accept !== undefined) return `[data-accept="${CSS.escape(accept)}"]`;
  if (decision !== undefined && active instanceof HTMLInputElement)
    return `[data-decision="${CSS.escape(decision)}"][value="${CSS.escape(active.value)}"]`;
  return id === undefined ? undefined : `[data-id="${CSS.escape(id)}"]`;
}

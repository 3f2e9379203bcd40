import type { ChangeItem, Decision, Wanted, WordPart } from '../../protocol/changes.ts';
import { el } from '../shared/dom.ts';
import { accepted, holds, kindOf, newNotes, type State } from './store.ts';
import { stepsElement, verdictElements } from './verdicts.ts';

/** A text with what changed in it: struck and underlined, and told as such to screen readers. */
export function wordsElement(words: readonly WordPart[]): HTMLElement {
  const element = el('p', 'words');
  for (const { text, kind } of words) {
    if (kind === 'same') element.append(text);
    else element.append(el(kind === 'removed' ? 'del' : 'ins', '', {}, text));
  }
  return element;
}

/** A change with its check box, kind, place, words and ways to the texts. */
export function itemElement(item: ChangeItem, state: State): HTMLElement {
  const { id, sentence, words, cells, wanted } = item;
  const kind = kindOf(item);
  const preview = state.view?.mode === 'preview';
  const element = el('li', 'change', { 'data-id': id, tabindex: -1 });
  const badge = el('span', 'kind', { 'data-kind': kind }, kind);
  const head = el('div', 'change-head');
  if (preview) {
    const box = el('input', '', { type: 'checkbox', 'data-accept': id });
    // Within the label, so that who wants it is heard with the change.
    const said = el('span', '', {}, sentence, ...(wanted ? [' ', wantedElement(wanted)] : []));
    head.append(el('label', 'change-title', {}, box, said), badge);
  } else head.append(el('span', 'change-title', {}, sentence), badge);
  if (item.steps) head.append(stepsElement(item.steps));
  element.append(head);
  if (words) element.append(wordsElement(words));
  if (cells && cells.length > 0) {
    const list = el('dl', 'cells');
    for (const { title, words, verdict } of cells)
      list.append(
        el('dt', '', {}, title),
        el('dd', '', {}, wordsElement(words), ...verdictElements(verdict, state)),
      );
    element.append(list);
  } else element.append(...verdictElements(item.verdict, state));
  const links = linksOf(item, state);
  if (links.length > 0) element.append(el('p', 'links', {}, ...links));
  return element;
}

/** Who of several reviewers wants a change; who counts them may see their names. */
function wantedElement({ words, reviewers, agreement }: Wanted): HTMLElement {
  return el(
    'span',
    'wanted',
    { 'data-agreement': agreement, title: agreement === 'all' && reviewers.join(', ') },
    `by ${words}`,
  );
}

function linksOf({ id, inFrom, inTo }: ChangeItem, { texts, view }: State): HTMLElement[] {
  const link = (side: 'from' | 'to') =>
    el(
      'button',
      'link',
      { type: 'button', 'data-open': side, 'data-of': id },
      `Show in ${(side === 'from' ? view?.from : view?.to) ?? 'the text'}`,
    );
  return [...(inFrom && texts.from ? [link('from')] : []), ...(inTo && texts.to ? [link('to')] : [])];
}

/** A conflict or a question with its options; none is chosen for the reader. */
export function decisionElement(decision: Decision, state: State): HTMLElement {
  const { id, place, message, options } = decision;
  const chosen = holds(state, decision);
  const legend = el('legend', '', {}, message);
  if (place !== undefined) legend.append(' ', el('span', 'place', {}, place));
  const element = el('fieldset', 'decision', {}, legend);
  for (const { value, label, words } of options) {
    const radio = el('input', '', {
      type: 'radio',
      name: `decision ${id}`,
      value,
      'data-decision': id,
      checked: value === chosen,
    });
    element.append(el('label', 'option', {}, radio, el('span', '', {}, label)));
    if (words && words.length > 0) element.append(wordsElement(words));
  }
  return element;
}

/** What the reader is about to do, and what they leave open. */
export function applyWords(state: State, open: number): { button: string; remark: string } {
  const count = accepted(state).length;
  const notes = newNotes(state);
  const changes = `Apply ${counted(count, 'change')}`;
  const kept = counted(notes, 'note');
  const button = notes === 0 ? changes : count === 0 ? `Keep ${kept}` : `${changes}, keep ${kept}`;
  const remark =
    open === 0
      ? ''
      : open === 1
        ? '1 decision is open: what it is about stays as it is.'
        : `${open} decisions are open: what they are about stays as it is.`;
  return { button, remark };
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}

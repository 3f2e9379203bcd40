import { el } from '../../shared/dom.ts';

/** Says what happened: to screen readers at once, and to everyone in the line below the grid. */
export interface Announcer {
  readonly element: HTMLElement;
  say(text: string): void;
  /** What is selected, at the other end of the line. */
  selected(text: string): void;
}

export function createAnnouncer(): Announcer {
  const said = el('p', 'said', { role: 'status' });
  const selection = el('p', 'selection-words');
  const element = el('footer', 'foot', {}, said, selection);
  return {
    element,
    say(text) {
      // The same words again are said again.
      said.replaceChildren(el('span', '', {}, text));
      said.title = text;
    },
    selected(text) {
      if (selection.textContent !== text) selection.textContent = text;
    },
  };
}

import { el, icon, setAttribute } from '../../shared/dom.ts';
import { type Action, whyNot } from '../edit/actions/action.ts';
import { shownKeys } from '../edit/keymap.ts';
import type { Scene } from '../edit/scene.ts';

const PATHS = {
  undo: 'M6.5 3 2.5 6.5l4 3.5V7.5h2.5a2.5 2.5 0 0 1 0 5H5V14h4a4 4 0 0 0 0-8H6.5z',
  redo: 'M9.5 3v3H7a4 4 0 0 0 0 8h4v-1.5H7a2.5 2.5 0 0 1 0-5h2.5V10l4-3.5z',
  up: 'm8 3 4.5 4.5-1 1L8.7 5.7V13H7.3V5.7L4.5 8.5l-1-1z',
  down: 'm8 13-4.5-4.5 1-1 2.8 2.8V3h1.4v7.3l2.8-2.8 1 1z',
  insert: 'M2 3h12v4H2zm1.2 1.2v1.6h9.6V4.2zM7.4 9h1.2v2h2v1.2h-2v2H7.4v-2h-2V11h2z',
  remove: 'M6 2h4l.5 1H14v1.2H2V3h3.5zM3.5 5.5h9L12 14H4zm1.3 1.2.4 6.1h5.6l.4-6.1z',
};

export interface BarButton {
  readonly icon: keyof typeof PATHS;
  readonly action: Action;
}

export interface BarMenu {
  readonly label: string;
  readonly title: string;
  open(button: Element): void;
}

/** The bar for editing: a visible way to what menus and keys do as well. */
export interface EditBar {
  readonly element: HTMLElement;
  update(scene: Scene | undefined): void;
}

/**
 * @param groups buttons and menus, set off from each other
 * @param run does what a button stands for
 */
export function createEditBar(
  groups: readonly (readonly (BarButton | BarMenu)[])[],
  run: (action: Action) => void,
): EditBar {
  const mac = /Mac/.test(navigator.platform);
  const element = el('div', 'edit-bar', { role: 'toolbar', 'aria-label': 'Edit' });
  const actions: { button: HTMLButtonElement; action: Action }[] = [];
  for (const group of groups) {
    const box = element.appendChild(el('div', 'edit-group'));
    for (const entry of group) box.append('action' in entry ? actionButton(entry) : menuButton(entry));
  }
  const buttons = [...element.querySelectorAll('button')];
  for (const button of buttons) setAttribute(button, 'tabindex', button === buttons[0] ? 0 : -1);

  function actionButton({ icon: name, action }: BarButton): HTMLElement {
    const keys = action.keys ? ` (${shownKeys(action.keys, mac)})` : '';
    const attributes = {
      type: 'button',
      'aria-label': action.title,
      title: `${action.title}${keys}`,
    } as const;
    const button = el('button', 'tool icon-only', attributes, icon(PATHS[name]));
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') run(action);
    });
    actions.push({ button, action });
    return button;
  }

  // One tab stop; the arrows go along the bar.
  element.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
  element.addEventListener('focusin', ({ target }) => {
    for (const button of buttons) setAttribute(button, 'tabindex', button === target ? 0 : -1);
  });
  // The selection that a button acts on keeps the focus.
  element.addEventListener('pointerdown', event => event.preventDefault());

  return {
    element,
    update(scene) {
      for (const { button, action } of actions) {
        const why = scene ? whyNot(action, scene) : 'Nothing is shown yet.';
        setAttribute(button, 'aria-disabled', why === undefined ? undefined : 'true');
        const keys = action.keys ? ` (${shownKeys(action.keys, mac)})` : '';
        setAttribute(button, 'title', `${action.title}${keys}${why === undefined ? '' : `: ${why}`}`);
      }
    },
  };
}

const ARROW = 'm4 6 4 4 4-4-.9-.9L8 8.2 4.9 5.1z';

function menuButton({ label, title, open }: BarMenu): HTMLElement {
  const button = el(
    'button',
    'tool menu-button',
    { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title },
    el('span', 'tool-words', {}, label),
    icon(ARROW),
  );
  button.addEventListener('click', () => open(button));
  return button;
}

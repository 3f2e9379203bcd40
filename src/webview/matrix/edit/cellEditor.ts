import { el } from '../../shared/dom.ts';

/** Where the focus goes once a text is taken over. */
export type Way = 'down' | 'right' | 'left' | 'up' | 'stay';

/** What is said about a text that is being edited, and what can be done about it. */
export interface EditorNotice {
  readonly text: string;
  readonly choices: readonly { readonly label: string; choose(): void }[];
}

export interface EditorEvents {
  commit(way: Way): void;
  cancel(): void;
  /** The text is to be parted where the cursor stands. */
  split(at: number): void;
  typed(): void;
}

export interface Opening {
  readonly label: string;
  readonly text: string;
  /** `replace`: typing began it, so that arrows take over and move on; `keep`: arrows move in the text. */
  readonly mode: 'replace' | 'keep';
  readonly multiline: boolean;
}

/** The box that a text is edited in. It lies above its cell, beside the grid's own elements: drawing leaves it alone. */
export interface CellEditor {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  text: string;
  open(opening: Opening): void;
  close(): void;
  focus(): void;
  notice(notice: EditorNotice | undefined): void;
  /** @param box where its cell is, within what scrolls; undefined leaves it where it was */
  place(box: { left: number; top: number; width: number; height: number } | undefined): void;
}

export function createCellEditor(events: EditorEvents): CellEditor {
  const area = el('textarea', 'editor-text', {
    rows: 1,
    'aria-describedby': 'editor-says',
    spellcheck: 'true',
  });
  const says = el('p', '', { id: 'editor-says', role: 'alert' });
  const choices = el('div', 'editor-choices');
  const message = el('div', 'editor-message', {}, says, choices);
  const element = el('div', 'editor', {}, area, message);
  let mode: Opening['mode'] = 'keep';
  let multiline = true;
  element.hidden = true;
  message.hidden = true;

  const insert = (text: string) => {
    // The one way to insert that Ctrl+Z in the box takes back; where it fails the text is set instead.
    if (!document.execCommand('insertText', false, text))
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    events.typed();
  };

  const taken = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };

  area.addEventListener('keydown', event => {
    // What an input method is at work on belongs to it, Enter included.
    if (event.isComposing || event.keyCode === 229) return event.stopPropagation();
    const control = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'Escape':
        taken(event);
        return events.cancel();
      case 'Enter':
        if (event.shiftKey || event.altKey) {
          taken(event);
          return multiline ? insert('\n') : undefined;
        }
        taken(event);
        return control && multiline ? events.split(area.selectionStart) : events.commit('down');
      case 'Tab':
        if (control) return;
        taken(event);
        return events.commit(event.shiftKey ? 'left' : 'right');
      case 'F2':
        taken(event);
        mode = 'keep';
        return;
    }
    if (mode === 'replace' && !control && !event.shiftKey && !event.altKey) {
      const way = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const;
      if (event.key in way) {
        taken(event);
        return events.commit(way[event.key as keyof typeof way]);
      }
    }
    // Undo in the box is the box's own; VS Code would undo in the document. Copying and pasting go by VS Code.
    if (!control || /^[zyad]$/i.test(event.key)) event.stopPropagation();
  });
  area.addEventListener('input', () => events.typed());
  element.addEventListener('pointerdown', () => {
    mode = 'keep';
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
    // Who looks at another window, or writes in the text beside, comes back to what was typed.
    setTimeout(() => {
      if (!element.hidden && document.hasFocus() && !element.contains(document.activeElement))
        events.commit('stay');
    });
  });

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    get text() {
      return area.value.replace(/\r\n?/g, '\n');
    },
    set text(text) {
      area.value = text;
    },
    open(opening) {
      mode = opening.mode;
      multiline = opening.multiline;
      area.value = opening.text;
      area.setAttribute('aria-label', opening.label);
      element.hidden = false;
      area.focus({ preventScroll: true });
      area.setSelectionRange(area.value.length, area.value.length);
    },
    close() {
      element.hidden = true;
      message.hidden = true;
      area.value = '';
    },
    focus: () => area.focus({ preventScroll: true }),
    notice(notice) {
      message.hidden = notice === undefined;
      says.textContent = notice?.text ?? '';
      choices.replaceChildren(
        ...(notice?.choices ?? []).map(({ label, choose }) => {
          const button = el('button', 'button secondary', { type: 'button' }, label);
          button.addEventListener('click', choose);
          return button;
        }),
      );
    },
    place(box) {
      if (!box) return;
      element.style.left = `${box.left}px`;
      element.style.top = `${box.top}px`;
      element.style.width = `${box.width}px`;
      area.style.minHeight = `${box.height}px`;
    },
  };
}

import { el } from '../../shared/dom.ts';

/** One thing that can be chosen. */
export interface DialogButton<T> {
  readonly label: string;
  readonly value: T;
  readonly primary?: boolean;
}

export interface DialogOptions<T> {
  readonly title: string;
  readonly text?: string;
  /** What stands between the text and the buttons: a field to fill in, say. */
  readonly body?: HTMLElement;
  readonly buttons: readonly DialogButton<T>[];
  /** Where the focus begins; else the first field or button. */
  readonly focus?: HTMLElement;
}

/** Asks, and waits for the answer. @returns undefined where the person left without one */
export function askDialog<T>({
  title,
  text,
  body,
  buttons,
  focus,
}: DialogOptions<T>): Promise<T | undefined> {
  const before = document.activeElement;
  const heading = el('h2', 'dialog-title', { id: 'dialog-title' }, title);
  const form = el('form', 'dialog-form', { method: 'dialog' }, heading);
  if (text !== undefined) form.append(el('p', 'dialog-text', {}, text));
  if (body) form.append(body);
  const row = el('div', 'dialog-buttons');
  const dialog = el('dialog', 'dialog', { 'aria-labelledby': 'dialog-title' }, form);
  return new Promise(resolve => {
    const end = (value: T | undefined) => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(value);
    };
    for (const { label, value, primary } of buttons) {
      const button = el(
        'button',
        primary ? 'button' : 'button secondary',
        { type: primary ? 'submit' : 'button' },
        label,
      );
      if (!primary) button.addEventListener('click', () => end(value));
      row.append(button);
    }
    const leave = el('button', 'button secondary', { type: 'button' }, 'Cancel');
    leave.addEventListener('click', () => end(undefined));
    row.append(leave);
    form.append(row);
    form.addEventListener('submit', event => {
      event.preventDefault();
      end(buttons.find(({ primary }) => primary)?.value);
    });
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      end(undefined);
    });
    // The grid's keys are not the dialog's.
    dialog.addEventListener('keydown', event => {
      if (!(event.ctrlKey || event.metaKey) || /^[zyafh]$/i.test(event.key)) event.stopPropagation();
    });
    document.body.append(dialog);
    dialog.showModal();
    focus?.focus();
  });
}

/** Asks for a text. @returns undefined where the person left without one */
export async function askText(
  title: string,
  label: string,
  {
    text = '',
    multiline = false,
    button = 'OK',
  }: { text?: string; multiline?: boolean; button?: string } = {},
): Promise<string | undefined> {
  const field = multiline
    ? el('textarea', 'field', { rows: 4 })
    : el('input', 'field', { type: 'text', autocomplete: 'off' });
  field.value = text;
  const body = el('label', 'dialog-label', {}, label, field);
  field.select();
  const buttons = [{ label: button, value: true, primary: true }];
  const answer = await askDialog({ title, body, buttons, focus: field });
  return answer ? field.value : undefined;
}

/** Asks to choose one of a list. @returns the value chosen; undefined where the person left without */
export async function askChoice(
  title: string,
  label: string,
  options: readonly { readonly value: string; readonly label: string; readonly group?: string }[],
  button: string,
): Promise<string | undefined> {
  const select = el('select', 'field', { size: Math.min(12, Math.max(2, options.length)) });
  const groups = new Map<string, HTMLElement>();
  for (const { value, label, group } of options) {
    const option = el('option', '', { value }, label);
    if (group === undefined) select.append(option);
    else {
      const box = groups.get(group) ?? select.appendChild(el('optgroup', '', { label: group }));
      groups.set(group, box);
      box.append(option);
    }
  }
  select.value = options[0]?.value ?? '';
  const body = el('label', 'dialog-label', {}, label, select);
  const buttons = [{ label: button, value: true, primary: true }];
  const answer = await askDialog({ title, body, buttons, focus: select });
  return answer && select.value !== '' ? select.value : undefined;
}

import { el, icon, setAttribute, setText } from '../../shared/dom.ts';

const CLOSE = 'm4.4 3.7-.7.7L7.3 8l-3.6 3.6.7.7L8 8.7l3.6 3.6.7-.7L8.7 8l3.6-3.6-.7-.7L8 7.3z';
const UP = 'm8 4 4.5 4.5-.9.9L8 5.8 4.4 9.4l-.9-.9z';
const DOWN = 'm8 12-4.5-4.5.9-.9L8 10.2l3.6-3.6.9.9z';

/** What somebody seeks, and what is to stand in its stead. */
export interface FindValues {
  readonly text: string;
  readonly by: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** An id; empty: all. */
  readonly level: string;
  readonly area: string;
}

export interface FindFieldsEvents {
  changed(): void;
  next(): void;
  before(): void;
  replaceOne(): void;
  replaceAll(): void;
  close(): void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The bar with the fields for find and replace. */
export interface FindFields {
  readonly element: HTMLElement;
  open(replace: boolean, text: string | undefined, editable: boolean): void;
  editable(editable: boolean): void;
  values(): FindValues;
  say(text: string): void;
  choices(levels: readonly Option[], areas: readonly Option[]): void;
}

export function createFindFields(events: FindFieldsEvents): FindFields {
  const field = (label: string) =>
    el('input', 'field', {
      type: 'text',
      'aria-label': label,
      placeholder: label,
      autocomplete: 'off',
      spellcheck: 'false',
    });
  const text = field('Find');
  const by = field('Replace with');
  const toggle = (label: string, title: string) =>
    el(
      'button',
      'tool',
      { type: 'button', 'aria-pressed': 'false', 'aria-label': `${label} ${title}`, title },
      label,
    );
  const matchCase = toggle('Aa', 'Match case');
  const wholeWord = toggle('ab|', 'Whole words only');
  const level = el('select', 'field', { 'aria-label': 'At which level' });
  const area = el('select', 'field', { 'aria-label': 'In which area' });
  const count = el('span', 'find-count', { role: 'status' });
  const pressed = (path: string, title: string) => {
    const button = el('button', 'tool icon-only', { type: 'button', 'aria-label': title, title });
    button.append(icon(path));
    return button;
  };
  const before = pressed(UP, 'Previous match (Shift+Enter)');
  const next = pressed(DOWN, 'Next match (Enter)');
  const close = pressed(CLOSE, 'Close (Escape)');
  const one = el('button', 'tool', { type: 'button' }, 'Replace');
  const all = el('button', 'tool', { type: 'button' }, 'Replace all');
  const finding = el(
    'div',
    'find-line',
    {},
    text,
    matchCase,
    wholeWord,
    level,
    area,
    before,
    next,
    count,
    close,
  );
  const replacing = el('div', 'find-line', {}, by, one, all);
  const element = el(
    'div',
    'find-bar',
    { role: 'search', 'aria-label': 'Find and replace' },
    finding,
    replacing,
  );

  const isOn = (button: Element) => button.getAttribute('aria-pressed') === 'true';
  for (const button of [matchCase, wholeWord])
    button.addEventListener('click', () => {
      setAttribute(button, 'aria-pressed', String(!isOn(button)));
      events.changed();
    });
  text.addEventListener('input', events.changed);
  level.addEventListener('change', events.changed);
  area.addEventListener('change', events.changed);
  before.addEventListener('click', events.before);
  next.addEventListener('click', events.next);
  one.addEventListener('click', events.replaceOne);
  all.addEventListener('click', events.replaceAll);
  close.addEventListener('click', events.close);
  element.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const inText = event.target === text;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') events.close();
    else if (event.key === 'Enter' && inText) (event.shiftKey ? events.before : events.next)();
    else if (event.key === 'Enter' && event.target === by)
      (control ? events.replaceAll : events.replaceOne)();
    else {
      // What is typed and taken back in the fields is theirs.
      if (!control || /^[zya]$/i.test(event.key)) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  const fill = (select: HTMLSelectElement, none: string, options: readonly Option[]) => {
    const before = select.value;
    select.replaceChildren(
      ...[{ value: '', label: none }, ...options].map(({ value, label }) =>
        el('option', '', { value }, label),
      ),
    );
    select.value = options.some(({ value }) => value === before) ? before : '';
  };

  return {
    element,
    open(replace, sought, editable) {
      element.dataset.replace = String(replace);
      this.editable(editable);
      if (sought !== undefined) text.value = sought;
      const first = replace && editable && text.value !== '' && sought === undefined ? by : text;
      first.focus();
      first.select();
    },
    editable(editable) {
      replacing.hidden = element.dataset.replace !== 'true';
      for (const input of [by, one, all]) input.disabled = !editable;
    },
    values: () => ({
      text: text.value,
      by: by.value,
      matchCase: isOn(matchCase),
      wholeWord: isOn(wholeWord),
      level: level.value,
      area: area.value,
    }),
    say: words => setText(count, words),
    choices(levels, areas) {
      fill(level, 'All levels', levels);
      fill(area, 'All areas', areas);
    },
  };
}

/** Keys as they are written in menus, `Ctrl+Shift+Enter`, and as they are pressed. */

/** What of a keyboard event tells which keys were pressed. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const NAMES: Record<string, string> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** Whether keys as written were pressed. Ctrl stands for ⌘ as well. */
export function matches(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): boolean {
  const parts = keys.split('+');
  const name = parts.pop() ?? '';
  return (
    key.toLowerCase() === (NAMES[name] ?? name).toLowerCase() &&
    (ctrlKey || metaKey) === parts.includes('Ctrl') &&
    shiftKey === parts.includes('Shift') &&
    altKey === parts.includes('Alt')
  );
}

/** The letter that was typed to replace what a cell says; undefined for keys that type nothing. */
export function typedBy({ key, ctrlKey, metaKey, altKey }: Pressed): string | undefined {
  // AltGr types letters; it is reported as Ctrl and Alt together.
  if ((ctrlKey || metaKey) && !(ctrlKey && altKey)) return undefined;
  return [...key].length === 1 && key !== ' ' && !(altKey && !ctrlKey) ? key : undefined;
}

/** Whether a key begins something that an input method composes. */
export function composes({ key }: Pressed): boolean {
  return key === 'Process' || key === 'Dead' || key === 'Unidentified';
}

const SYMBOLS: Record<string, string> = {
  Ctrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
};

/** Keys as they are named on this kind of keyboard. */
export function shownKeys(keys: string, mac: boolean): string {
  if (!mac) return keys.replace(/\b(?:Up|Down|Left|Right)$/, name => SYMBOLS[name]!);
  return keys
    .split('+')
    .map(part => SYMBOLS[part] ?? part)
    .join('');
}

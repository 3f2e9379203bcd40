import { describe, expect, it } from 'vitest';
import {
  composes,
  matches,
  type Pressed,
  shownKeys,
  typedBy,
} from '../../../src/webview/matrix/edit/keymap.ts';

const pressed = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
});

describe('Keys', () => {
  it('are those that are written, no more and no fewer held', () => {
    expect(matches('Ctrl+Shift+Enter', pressed('Enter', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matches('Ctrl+Enter', pressed('Enter', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('Alt+Up', pressed('ArrowUp', { altKey: true }))).toBe(true);
    expect(matches('Ctrl+D', pressed('D', { ctrlKey: true }))).toBe(true);
    expect(matches('Ctrl+.', pressed('.', { ctrlKey: true }))).toBe(true);
    expect(matches('F2', pressed('F2'))).toBe(true);
    expect(matches('Delete', pressed('d'))).toBe(false);
  });

  it('with Ctrl are those with ⌘ on a Mac', () => {
    expect(matches('Ctrl+D', pressed('d', { metaKey: true }))).toBe(true);
    expect(shownKeys('Ctrl+Shift+Enter', true)).toBe('⌘⇧Enter');
    expect(shownKeys('Alt+Up', false)).toBe('Alt+↑');
  });

  it('that type a letter begin a text; shortcuts do not', () => {
    expect(typedBy(pressed('a'))).toBe('a');
    expect(typedBy(pressed('Ä', { shiftKey: true }))).toBe('Ä');
    expect(typedBy(pressed('€', { ctrlKey: true, altKey: true }))).toBe('€');
    expect(typedBy(pressed('𝔸'))).toBe('𝔸');
    for (const [key, held] of [
      ['a', { ctrlKey: true }],
      ['a', { metaKey: true }],
      ['a', { altKey: true }],
      ['F2', {}],
      ['Enter', {}],
      [' ', {}],
    ] as const)
      expect(typedBy(pressed(key, held)), key).toBeUndefined();
  });

  it('of input methods begin one too', () => {
    expect(composes(pressed('Process'))).toBe(true);
    expect(composes(pressed('Dead'))).toBe(true);
    expect(composes(pressed('a'))).toBe(false);
  });
});

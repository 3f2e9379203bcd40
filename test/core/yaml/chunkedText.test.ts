import { describe, expect, it } from 'vitest';
import { parseYaml, updateYaml } from '../../../src/core/yaml/document.ts';
import { bigFramework } from '../../helpers/bigFramework.ts';

/** A text of several runs of chunks that was edited, and so was not put together; and what it is. */
function edited(mark: string) {
  const before = mark + bigFramework(400);
  const at = before.indexOf('row-200');
  const document = updateYaml(parseYaml(before), { start: at, end: at + 7 }, 'row-two-hundred');
  return { source: document.source, text: `${before.slice(0, at)}row-two-hundred${before.slice(at + 7)}` };
}

describe.each([
  ['with a byte order mark', '\uFEFF'],
  ['without one', ''],
])('A text of an edited file, %s', (_, mark) => {
  const { source, text } = edited(mark);
  const places = [0, 1, 2, 97, text.indexOf('row-two') - 3, text.indexOf('row-two') + 500, text.length - 1];

  it('was not put together for this', () => {
    expect(typeof source).toBe('object');
  });

  it('has the length of the whole', () => {
    expect(source.length).toBe(text.length);
  });

  it('gives any part', () => {
    for (const start of [...places, text.length])
      for (const end of [start, start + 1, start + 40, start + 5_000, text.length, undefined])
        expect(source.slice(start, end)).toBe(text.slice(start, end));
  });

  it('finds a character before and behind any place', () => {
    for (const char of ['\n', ':', 'w', '\uFEFF', 'ß'])
      for (const place of places) {
        expect(source.indexOf(char, place)).toBe(text.indexOf(char, place));
        expect(source.lastIndexOf(char, place)).toBe(text.lastIndexOf(char, place));
      }
    expect(source.indexOf('\n')).toBe(text.indexOf('\n'));
    expect(source.lastIndexOf('\n')).toBe(text.lastIndexOf('\n'));
  });
});

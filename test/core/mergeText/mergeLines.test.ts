import { describe, expect, it } from 'vitest';
import { hunksBetween, linesOf, mergeLines } from '../../../src/core/mergeText/mergeLines.ts';

const merged = (base: string, ours: string, theirs: string) =>
  mergeLines([...base], [...ours], [...theirs])
    .map(part => ('lines' in part ? part.lines.join('') : `<${part.ours.join('')}|${part.theirs.join('')}>`))
    .join('');

describe('Merging lines', () => {
  it('takes what one side changed, and once what both changed alike', () => {
    expect(merged('abcde', 'aBcde', 'abcdE')).toBe('aBcdE');
    expect(merged('abcde', 'abXde', 'abXde')).toBe('abXde');
    expect(merged('abc', 'xabc', 'abcy')).toBe('xabcy');
    expect(merged('abc', 'ac', 'abc')).toBe('ac');
  });

  it('leaves changes that overlap or touch to be decided, and no more than these', () => {
    expect(merged('abc', 'aXc', 'aYc')).toBe('a<X|Y>c');
    expect(merged('abcd', 'aXcd', 'abYd')).toBe('a<Xc|bY>d');
    expect(merged('ab', 'a1b', 'a2b')).toBe('a<1|2>b');
    expect(merged('ab', 'a1=b', 'a2=b')).toBe('a<1|2>=b');
    expect(merged('abc', 'ac', 'aYc')).toBe('a<|Y>c');
  });

  it('holds each line against itself, however many go', () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [
      `row ${at}`,
      'says',
      `low ${at}`,
      `high ${at % 7}`,
    ]);
    const without = rows.map(row => row.slice(0, 3));
    const hunks = hunksBetween(rows.flat(), without.flat());
    expect(hunks).toEqual(rows.map((_, at) => ({ from: 4 * at + 3, to: 4 * at + 4, lines: [] })));
  });

  it('merges what has no common base', () => {
    expect(merged('', 'ab', 'ac')).toBe('a<b|c>');
    expect(merged('', '', '')).toBe('');
  });

  it('gives one side where that is asked for', () => {
    const parts = mergeLines([...'abc'], [...'aXc'], [...'aYc']);
    expect(linesOf(parts, 'ours').join('')).toBe('aXc');
    expect(linesOf(parts, 'theirs').join('')).toBe('aYc');
  });
});

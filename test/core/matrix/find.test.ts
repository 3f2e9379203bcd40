import { describe, expect, it } from 'vitest';
import { type FindQuery, findInMatrix } from '../../../src/core/matrix/find.ts';
import { area, framework, row, section, topic } from '../changes/small.ts';
import { act, texts } from './commands/act.ts';

const f = framework([
  area('a', [
    section('functions', [
      topic('t', [
        row('r1', { '1st': 'Check the checklist', '2nd': 'check it\nCheck' }),
        row('r2', { '1st': 'Re-check' }, { withdrawn: { since: '1.1' } }),
      ]),
      topic('u', [row('r3', { '1st': 'check' })], { withdrawn: { since: '1.1' } }),
    ]),
  ]),
  area('b', [section('functions', [topic('v', [row('r4', { '3rd': 'Überchecken (a+b)' })])])]),
]);
const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWord: false,
  withdrawn: false,
  ...more,
});
const found = (text: string, more: Partial<FindQuery> = {}) =>
  findInMatrix(f, query(text, more)).found.flatMap(cell =>
    cell.at.map(([from]) => `${cell.row} ${cell.level} ${from}`),
  );

describe('Finding in the matrix', () => {
  it('finds every occurrence in order, in any case', () => {
    expect(found('check')).toEqual(['r1 1st 0', 'r1 1st 10', 'r1 2nd 0', 'r1 2nd 9', 'r4 3rd 4']);
    expect(findInMatrix(f, query('check'))).toMatchObject({ matches: 5, cells: 3 });
  });

  it('heeds case, whole words, levels, areas and withdrawn rows', () => {
    expect(found('Check', { matchCase: true })).toEqual(['r1 1st 0', 'r1 2nd 9']);
    expect(found('check', { wholeWord: true })).toEqual(['r1 1st 0', 'r1 2nd 0', 'r1 2nd 9']);
    expect(found('check', { levels: ['2nd', '9th'] })).toEqual(['r1 2nd 0', 'r1 2nd 9']);
    expect(found('check', { areas: ['b'] })).toEqual(['r4 3rd 4']);
    expect(found('check', { withdrawn: true, levels: ['1st'] })).toEqual([
      'r1 1st 0',
      'r1 1st 10',
      'r2 1st 3',
      'r3 1st 0',
    ]);
  });

  it('takes every character at its word, and letters of any script as letters', () => {
    expect(found('(a+b)')).toEqual(['r4 3rd 12']);
    expect(found('(a+b)', { wholeWord: true })).toEqual(['r4 3rd 12']);
    expect(found('berchecken', { wholeWord: true })).toEqual([]);
    expect(found('ÜBER')).toEqual(['r4 3rd 0']);
    expect(found('.')).toEqual([]);
    expect(found('')).toEqual([]);
    for (const text of ['\\', '[', '\ud800', '$&', '/', '-', '\n']) expect(() => found(text)).not.toThrow();
    expect(found('it\ncheck')).toEqual(['r1 2nd 6']);
  });

  it('lists no more cells than a page can use, and counts them all', () => {
    const many = framework([
      area('a', [
        section('functions', [
          topic(
            't',
            Array.from({ length: 6000 }, (_, n) => row(`r${n}`, { '1st': 'x x' })),
          ),
        ]),
      ]),
    ]);
    const { found, ...counts } = findInMatrix(many, query('x'));
    expect([counts, found.length]).toEqual([{ matches: 12000, cells: 6000 }, 5000]);
  });
});

describe('Replacing', () => {
  it('replaces as much as was found, letter by letter', () => {
    const acted = act(f, { type: 'replace', query: query('check'), replacement: '$& $1\\' });
    expect(acted.told).toBe('5 matches replaced in 3 cells.');
    expect(texts(acted.row('r1'))).toEqual({
      '1st': '$& $1\\ the $& $1\\list',
      '2nd': '$& $1\\ it\n$& $1\\',
    });
    expect(findInMatrix(acted.after, query('check')).matches).toBe(0);
  });

  it('replaces one match, and refuses one that is no longer there', () => {
    const one = (nth: number) =>
      act(f, {
        type: 'replace',
        query: query('check'),
        replacement: 'test',
        only: { row: 'r1', level: '1st', nth },
      });
    expect(one(1).row('r1')?.statements.get('1st')).toBe('Check the testlist');
    expect(one(2).reasons).toEqual(['What was found here is no longer there. Look for it again.']);
  });

  it('clears a cell of which nothing remains, and says nothing was done where nothing was', () => {
    const acted = act(f, { type: 'replace', query: query('Re-check', { withdrawn: true }), replacement: '' });
    expect(acted.row('r2')?.statements.size).toBe(0);
    expect(act(f, { type: 'replace', query: query('nowhere'), replacement: 'x' }).changes).toEqual([]);
    const same = query('Check', { matchCase: true });
    expect(act(f, { type: 'replace', query: same, replacement: 'Check' }).changes).toEqual([]);
  });
});

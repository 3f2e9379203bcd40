import { describe, expect, it } from 'vitest';
import { diff } from '../../../src/core/changes/diff.ts';
import type { Framework, Row } from '../../../src/core/model/types.ts';
import { judgedCrosswalk } from '../../../src/core/versions/judge.ts';
import { area, framework, row, section, topic, withRows } from '../changes/small.ts';

/** Each line as `row@level: class, reason`, what is unchanged left out. */
function judged(older: Framework, newer: Framework): string[] {
  return judgedCrosswalk({ from: older, to: newer, changes: diff(older, newer) }).flatMap(
    ({ from, to, judgement }) => {
      const cell = (to ?? from)!;
      return judgement
        ? [`${cell.row.id}@${cell.level}: ${judgement.class}, ${judgement.because[0]?.reason}`]
        : [];
    },
  );
}

const inSections = (functions: Row[], knowledge: Row[]) =>
  framework([
    area('a', [section('functions', [topic('t', functions)]), section('knowledge', [topic('u', knowledge)])]),
  ]);

describe('what a change does to the bar', () => {
  it('is nothing where nothing changed', () => {
    const same = withRows(row('r', { '1st': 'A' }));
    expect(judged(same, same)).toEqual([]);
  });

  it('raises it by what is new, lowers it by what goes', () => {
    expect(judged(withRows(row('r', { '1st': 'A' })), withRows(row('s', { '2nd': 'B' })))).toEqual([
      'r@1st: lowers, no longer asked',
      's@2nd: raises, newly asked',
    ]);
  });

  it('raises it at the lower level that a statement comes to, and lowers it where one goes up', () => {
    const [low, high] = [withRows(row('r', { '1st': 'A' })), withRows(row('r', { '3rd': 'A' }))];
    expect(judged(high, low)).toEqual(['r@1st: raises, asked at a lower level now']);
    expect(judged(low, high)).toEqual(['r@3rd: lowers, asked only at a higher level now']);
  });

  it('lowers it where a statement is merged into one of a higher level, and not where a lower one asks the same', () => {
    const older = withRows(row('r', { '2nd': 'A' }), row('s', { '1st': 'A' }), row('t', { '3rd': 'A' }));
    const gone = { withdrawn: { since: '1.3', replacedBy: ['r'] } };
    const newer = withRows(
      row('r', { '2nd': 'A' }),
      row('s', { '1st': 'A' }, gone),
      row('t', { '3rd': 'A' }, gone),
    );
    expect(judged(older, newer)).toEqual([
      'r@2nd: lowers, asked only at a higher level now',
      'r@2nd: clarifies, asked at a lower level already',
    ]);
  });

  it('is editorial for the same words in another topic, undecided in another section', () => {
    const [a, b] = [row('r', { '1st': 'A' }), row('s', { '1st': 'B' })];
    expect(judged(inSections([a], [b]), inSections([], [b, a]))).toEqual([
      'r@1st: undecided, the same words in another section',
    ]);
  });

  it('weighs the parts of a split statement together', () => {
    const older = withRows(row('r', { '1st': 'Sweep the yard and mend the gate.' }));
    const newer = withRows(
      row('r', { '1st': 'Sweep the yard.' }),
      row('s', { '1st': 'Mend the gate.' }, { splitFrom: 'r' }),
    );
    expect(judged(older, newer).map(line => line.replace(/,.*/, ''))).toEqual([
      'r@1st: clarifies',
      's@1st: clarifies',
    ]);
  });

  it('weighs merged statements together', () => {
    const older = withRows(row('r', { '1st': 'Sweep the yard.' }), row('s', { '1st': 'Mend the gate.' }));
    const newer = withRows(
      row('r', { '1st': 'Sweep the yard and mend the gate.' }),
      row('s', { '1st': 'Mend the gate.' }, { withdrawn: { since: '2', replacedBy: ['r'] } }),
    );
    expect(judged(older, newer).map(line => line.replace(/,.*/, ''))).toEqual([
      'r@1st: clarifies',
      'r@1st: clarifies',
    ]);
  });

  it('takes nothing for raised at a level that is new', () => {
    const older = withRows(row('r', { '1st': 'A' }));
    const newer: Framework = {
      ...withRows(row('r', { '1st': 'A', '4th': 'B' })),
      levels: [...older.levels, { id: '4th', title: '4th line', extra: new Map() }],
    };
    expect(judged(older, newer)).toEqual(['r@4th: clarifies, a new level, at which nobody was assessed']);
  });
});

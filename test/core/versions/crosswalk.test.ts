import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/changes/compare.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { crosswalk } from '../../../src/core/versions/crosswalk.ts';
import { area, framework, row, section, topic, withRows, withTopics } from '../changes/small.ts';

/** The lines as `old row@level text → new row@level text: disposition`. */
function lines(older: Framework, newer: Framework): string[] {
  return crosswalk(compare(older, newer)).map(({ disposition, from, to }) => {
    const [left, right] = [from, to].map(cell => (cell ? `${cell.row.id}@${cell.level} ${cell.text}` : '–'));
    return `${left} → ${right}: ${disposition}`;
  });
}

describe('a crosswalk', () => {
  it('has a line for each statement that stayed, was reworded, went or came', () => {
    const older = withRows(row('r', { '1st': 'Stay', '2nd': 'Old words', '3rd': 'Gone' }));
    const newer = withRows(row('r', { '1st': 'Stay', '2nd': 'New words' }), row('s', { '3rd': 'Came' }));
    expect(lines(older, newer)).toEqual([
      'r@1st Stay → r@1st Stay: unchanged',
      'r@2nd Old words → r@2nd New words: reworded',
      'r@3rd Gone → –: removed',
      '– → s@3rd Came: added',
    ]);
  });

  it('follows a row to another topic and to another id', () => {
    const older = withTopics(topic('t', [row('r', { '1st': 'A' })]), topic('u', [row('s', { '1st': 'B' })]));
    const newer = withTopics(
      topic('t', []),
      topic('u', [row('s', { '1st': 'B' }), row('new', { '1st': 'A' }, { formerIds: ['r'] })]),
    );
    expect(lines(older, newer)).toEqual(['r@1st A → new@1st A: moved', 's@1st B → s@1st B: unchanged']);
  });

  it('does not call a statement moved whose topic was only renamed', () => {
    const older = withTopics(topic('t', [row('r', { '1st': 'A' })]));
    const newer = withTopics({ ...topic('renamed', [row('r', { '1st': 'A' })]), formerIds: ['t'] });
    expect(lines(older, newer)).toEqual(['r@1st A → r@1st A: unchanged']);
  });

  it('calls a statement relevelled that went to another level of its row', () => {
    expect(
      lines(withRows(row('r', { '1st': 'A', '2nd': 'B' })), withRows(row('r', { '2nd': 'A', '3rd': 'B' }))),
    ).toEqual(['r@1st A → r@2nd A: relevelled', 'r@2nd B → r@3rd B: relevelled']);
  });

  it('sees a statement that took the place of another one of its row, and two that changed places', () => {
    const older = withRows(row('r', { '1st': 'A', '2nd': 'B' }), row('s', { '1st': 'C', '2nd': 'D' }));
    const newer = withRows(row('r', { '1st': 'B' }), row('s', { '1st': 'D', '2nd': 'C' }));
    expect(lines(older, newer)).toEqual([
      'r@1st A → –: removed',
      'r@2nd B → r@1st B: relevelled',
      's@1st C → s@2nd C: relevelled',
      's@2nd D → s@1st D: relevelled',
    ]);
    const shifted = withRows(row('r', { '1st': 'B', '2nd': 'New' }), row('s', { '1st': 'C', '2nd': 'D' }));
    expect(lines(older, shifted).slice(0, 3)).toEqual([
      'r@1st A → –: removed',
      'r@2nd B → r@1st B: relevelled',
      's@1st C → s@1st C: unchanged',
    ]);
    expect(lines(older, shifted).at(-1)).toBe('– → r@2nd New: added');
  });

  it('leads to the same words in another row, at the same level or another one', () => {
    const long = (name: string) => `${name} the yard every day.`;
    const older = withRows(row('r', { '1st': long('Sweep'), '2nd': 'B' }), row('s', { '2nd': long('Mend') }));
    const newer = withRows(row('r', { '2nd': 'B', '3rd': long('Mend') }), row('s', { '1st': long('Sweep') }));
    expect(lines(older, newer).map(line => line.replaceAll(' the yard every day.', ''))).toEqual([
      'r@1st Sweep → s@1st Sweep: moved',
      'r@2nd B → r@2nd B: unchanged',
      's@2nd Mend → r@3rd Mend: relevelled',
    ]);
  });

  it('finds the parts of a split row whose id is another one now', () => {
    const whole = 'Sweep the yard with a broom and mend the gate at the end of it';
    const older = withRows(
      row('r', { '1st': whole }),
      row('q', { '1st': 'Paint the fence along the road.' }),
    );
    const newer = withRows(
      row('R1', { '1st': 'Sweep the yard with a broom' }),
      row('R2', { '1st': 'Mend the gate at the end of it' }),
      row('R3', { '1st': 'Paint the fence along the road.' }),
    );
    const found = crosswalk(compare(older, newer)).map(
      ({ disposition, to }) => `${to?.row.id}: ${disposition}`,
    );
    expect(found.some(line => line.endsWith('split'))).toBe(true);
    expect(found.some(line => line.endsWith('added'))).toBe(false);
  });

  it('says why, and what is there instead, where a whole topic or area was withdrawn', () => {
    const gone = { withdrawn: { since: '1.3', replacedBy: ['u'], reason: 'Done by others now.' } };
    const older = withTopics(topic('t', [row('r', { '1st': 'A' })]), topic('u', []));
    const newer = withTopics({ ...topic('t', [row('r', { '1st': 'A' })]), ...gone }, topic('u', []));
    expect(crosswalk(compare(older, newer))).toMatchObject([
      { disposition: 'withdrawn', why: 'Done by others now.', instead: [{ what: 'topic', id: 'u' }] },
    ]);
  });

  it('leads from a split statement to each of its parts', () => {
    const older = withRows(row('r', { '1st': 'Do this and that' }));
    const newer = withRows(
      row('r', { '1st': 'Do this' }),
      row('s', { '1st': 'Do that', '2nd': 'More' }, { splitFrom: 'r' }),
    );
    expect(lines(older, newer)).toEqual([
      'r@1st Do this and that → r@1st Do this: reworded',
      'r@1st Do this and that → s@1st Do that: split',
      '– → s@2nd More: added',
    ]);
  });

  it('leads from a merged statement to the one that took it in', () => {
    const older = withRows(row('r', { '1st': 'This' }), row('s', { '1st': 'That', '2nd': 'Only here' }));
    const newer = withRows(
      row('r', { '1st': 'This and that' }),
      row('s', { '1st': 'That', '2nd': 'Only here' }, { withdrawn: { since: '1.3', replacedBy: ['r'] } }),
    );
    expect(lines(older, newer)).toEqual([
      'r@1st This → r@1st This and that: reworded',
      's@1st That → r@1st This and that: merged',
      's@2nd Only here → –: withdrawn',
    ]);
  });

  it('leaves out what was withdrawn before, and adds what is in force again', () => {
    const gone = row('r', { '1st': 'A' }, { withdrawn: { since: '1.1' } });
    expect(lines(withRows(gone), withRows(gone))).toEqual([]);
    expect(lines(withRows(gone), withRows(row('r', { '1st': 'A' })))).toEqual(['– → r@1st A: added']);
  });

  it('takes the statements of a withdrawn area for withdrawn', () => {
    const sections = [section('functions', [topic('t', [row('r', { '1st': 'A' })])])];
    const older = framework([area('a', sections)]);
    const newer = framework([{ ...area('a', sections), withdrawn: { since: '1.3' } }]);
    expect(lines(older, newer)).toEqual(['r@1st A → –: withdrawn']);
  });

  it('leads from a merged statement to the level of its heir that says the same, if one does', () => {
    const older = withRows(row('r', { '1st': 'Other', '2nd': 'Same' }), row('s', { '1st': 'Same' }));
    const gone = { withdrawn: { since: '1.3', replacedBy: ['r'], reason: 'Asked for twice.' } };
    const newer = withRows(row('r', { '1st': 'Other', '2nd': 'Same' }), row('s', { '1st': 'Same' }, gone));
    expect(lines(older, newer).at(-1)).toBe('s@1st Same → r@2nd Same: merged');
    expect(crosswalk(compare(older, newer)).at(-1)?.why).toBe('Asked for twice.');
  });
});

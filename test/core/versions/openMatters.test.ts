import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/core/model/types.ts';
import { openMatters } from '../../../src/core/versions/openMatters.ts';
import { row, withRows } from '../changes/small.ts';

const open = (
  before: Framework | undefined,
  now: Framework,
  reasons: Parameters<typeof openMatters>[2] = [],
) => openMatters(now, before, reasons, 'a.changes.yaml');

describe('What is open about a version', () => {
  const older = withRows(row('r', { '1st': 'Sweep the yard.' }));
  const newer = withRows(row('r', { '1st': 'Paint the fence.' }));
  const said = {
    from: '1.2',
    to: '1.2',
    row: 'r',
    level: '1st',
    after: 'Paint the fence.',
    class: 'raises' as const,
    reason: 'Painting is new.',
  };

  it('is every change that nobody has decided on', () => {
    const [matter, ...others] = open(older, newer);
    expect(others).toEqual([]);
    expect(matter).toMatchObject({ what: 'undecided', row: 'r', level: '1st' });
    expect(matter!.message).toMatch(/^Row r, .*nobody has decided.*a\.changes\.yaml\.$/);
  });

  it('is no change that somebody has decided on, as long as its words stay', () => {
    expect(open(older, newer, [said])).toEqual([]);
    expect(open(older, newer, [{ ...said, after: 'Paint the gate.' }])).toHaveLength(1);
  });

  it('is nothing that the rules can tell', () => {
    expect(open(older, withRows(row('r', { '1st': 'Sweep the yard!' })))).toEqual([]);
    expect(open(undefined, newer)).toEqual([]);
  });

  it('is a statement that is still to be written, in a row that is in force', () => {
    const gap = { blank: new Map([['2nd', 'missing' as const]]) };
    expect(open(undefined, withRows({ ...row('r', { '1st': 'One.' }), ...gap }))).toMatchObject([
      { what: 'unwritten', row: 'r', level: '2nd' },
    ]);
    const gone = { ...row('r', { '1st': 'One.' }), ...gap, withdrawn: { since: '1.2' } };
    expect(open(undefined, withRows(gone))).toEqual([]);
  });
});

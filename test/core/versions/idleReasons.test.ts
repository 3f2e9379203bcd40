import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/changes/compare.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { idleReasons } from '../../../src/core/versions/idleReasons.ts';
import { judgedCrosswalk } from '../../../src/core/versions/judge.ts';
import { type ChangeReason, withReasons } from '../../../src/core/versions/reasons.ts';
import { row, withRows } from '../changes/small.ts';

const VERSIONS = { from: '1.2', to: '1.3' };

function versioned(framework: Framework, version: string): Framework {
  return { ...framework, details: { ...framework.details, version } };
}

/** Which reasons count for nothing: as asked of one version, and as found by comparing the two. */
function idle(older: Framework, newer: Framework, reasons: readonly ChangeReason[]) {
  const [from, to] = [versioned(older, VERSIONS.from), versioned(newer, VERSIONS.to)];
  const { outdated } = withReasons(judgedCrosswalk(compare(from, to)), reasons, VERSIONS);
  return {
    asked: idleReasons(reasons, to, [from]).map(({ at }) => at),
    compared: outdated.map(({ reason }) => reasons.findIndex(each => each.reason === reason)),
  };
}

const said = (level: string, reason: string, after?: string): ChangeReason => ({
  ...VERSIONS,
  row: 'r',
  level,
  reason,
  ...(after !== undefined && { after }),
});

describe('What is said of a change counts', () => {
  it('where the statement is gone, because it was taken out or its row is withdrawn', () => {
    const older = withRows(row('r', { '1st': 'A', '2nd': 'B' }));
    const gone = withRows(row('r', { '1st': 'A' }));
    const withdrawn = withRows(row('r', { '1st': 'A', '2nd': 'B' }, { withdrawn: { since: '1.3' } }));
    for (const newer of [gone, withdrawn])
      expect(idle(older, newer, [said('2nd', 'Nobody does it.')])).toEqual({ asked: [], compared: [] });
  });

  it('of a statement that is gone as of the one of its row that stands in its place', () => {
    const older = withRows(row('r', { '1st': 'A', '2nd': 'B' }));
    const newer = withRows(row('r', { '1st': 'B' }));
    const reasons = [said('1st', 'Nobody does A.'), said('1st', 'B is done sooner.', 'B')];
    expect(idle(older, newer, reasons)).toEqual({ asked: [], compared: [] });
    const { lines } = withReasons(judgedCrosswalk(compare(older, newer)), reasons, VERSIONS);
    expect(lines.map(line => line.said?.reason)).toEqual(['Nobody does A.', 'B is done sooner.']);
  });

  it('no more where the words are others now, or nothing is gone', () => {
    const older = withRows(row('r', { '1st': 'A', '2nd': 'B' }));
    const newer = withRows(row('r', { '1st': 'New', '2nd': 'B' }));
    const reasons = [said('1st', 'Said of other words.', 'Old'), said('2nd', 'It is not gone.')];
    expect(idle(older, newer, reasons)).toEqual({ asked: [0, 1], compared: [0, 1] });
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diff } from '../../src/core/changes/diff.ts';
import { merge } from '../../src/core/changes/merge.ts';
import { withoutSharedRows } from '../../src/core/changes/sharedRows.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { eachRow } from '../../src/core/model/index.ts';
import { shareWith } from '../../src/core/model/shareWith.ts';
import type { Framework } from '../../src/core/model/types.ts';
import { families } from '../helpers/arbitraries.ts';

/** Of the same meaning, without a node of the other. */
function apart(framework: Framework): Framework {
  return structuredClone(framework);
}

it('sharing the nodes of another version keeps what a version means', () => {
  fc.assert(
    fc.property(families(1), ([base, a]) => {
      expect(sameMeaning(shareWith(apart(a!), base), a!)).toBe(true);
      const rows = new Set([...eachRow(base)].map(({ row }) => row));
      for (const { row } of eachRow(shareWith(apart(base), base))) expect(rows.has(row)).toBe(true);
    }),
  );
});

it('versions that share nodes differ, and merge, as versions that share none', () => {
  let lighter = 0;
  fc.assert(
    fc.property(families(2), ([base, first, second]) => {
      const [a, b] = [first!, second!].map(each => shareWith(each, base));
      if (withoutSharedRows([base, a!, b!])) lighter++;
      expect(diff(base, a!)).toEqual(diff(base, apart(first!)));
      expect(diff(a!, b!)).toEqual(diff(a!, apart(second!)));
      const shared = merge(base, [
        { name: 'a', framework: a! },
        { name: 'b', framework: b! },
      ]);
      const parted = merge(base, [
        { name: 'a', framework: apart(first!) },
        { name: 'b', framework: apart(second!) },
      ]);
      expect(shared.conflicts).toEqual(parted.conflicts);
      if (!sameMeaning(shared.framework, parted.framework))
        expect(shared.framework).toEqual(parted.framework);
      expect(sameMeaning(shared.framework, parted.framework)).toBe(true);
    }),
  );
  expect(lighter, 'cases in which rows were left out').toBeGreaterThan(10);
});

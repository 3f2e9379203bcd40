import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/core/changes/applyChanges.ts';
import { type Comparison, compare, toldChanges } from '../../src/core/changes/compare.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { eachRow } from '../../src/core/model/index.ts';
import { families, frameworks } from '../helpers/arbitraries.ts';
import { type History, history } from '../helpers/histories.ts';
import { withOtherIds } from '../helpers/otherIds.ts';

/** How many changes of a kind were made, told, and told rightly. */
interface Count {
  readonly made: number;
  readonly told: number;
  readonly right: number;
}
type Counts = Readonly<Record<string, Count>>;

/** How well what was found agrees with what was done, kind by kind. Rows that say the same are interchangeable. */
function countsOf(
  { before, after, done }: History,
  comparison: Comparison,
  idOf: (id: string) => string,
): Counts {
  const says = new Map<string, string>();
  for (const framework of [after, before])
    for (const { row } of eachRow(framework)) says.set(row.id, JSON.stringify([...row.statements]));
  const key = (row: string, level = '') => `${says.get(row) ?? row} ${level}`;
  const found: Record<string, string[]> = {};
  const { changes, kinds } = toldChanges(comparison);
  changes.forEach((change, at) => {
    if (change.what === 'framework') return;
    const row = 'row' in change ? change.row : 'id' in change ? change.id : change.to.row;
    const level = 'row' in change ? idOf(change.level) : '';
    const list = found[kinds[at]!] ?? [];
    found[kinds[at]!] = [...list, key(idOf(row), level)];
  });
  const counts: Record<string, Count> = {};
  for (const kind of new Set([...Object.keys(done), ...Object.keys(found)])) {
    const open = (done[kind] ?? []).map(each => key(...(each.split(' ') as [string, string?])));
    const made = open.length;
    let right = 0;
    for (const each of found[kind] ?? []) {
      const place = open.indexOf(each);
      if (place < 0) continue;
      open.splice(place, 1);
      right++;
    }
    counts[kind] = { made, told: found[kind]?.length ?? 0, right };
  }
  return counts;
}

/** Precision and recall for each kind over several histories; fails where one is less than this. */
function expectGood(histories: readonly Counts[], least: number): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const kind of new Set(histories.flatMap(counts => Object.keys(counts)))) {
    const sum = (of: keyof Count) =>
      histories.reduce((total, counts) => total + (counts[kind]?.[of] ?? 0), 0);
    const [precision, recall] = [sum('right') / sum('told'), sum('right') / sum('made')];
    shown[kind] = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${sum('made')}`;
    expect(precision, `precision of ${kind}`).toBeGreaterThanOrEqual(least);
    expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(least);
  }
  return shown;
}

const SEEDS = [11, 12, 13, 14, 15, 16];

describe('histories of 2,000 rows', () => {
  it('are told with 0.98 precision and recall for each kind of change, where ids are kept', () => {
    const all = SEEDS.map(seed => {
      const made = history(seed);
      return countsOf(made, compare(made.before, made.after), id => id);
    });
    console.info('ids kept', expectGood(all, 0.98));
  });

  it('are told with 0.95 where all ids are other ones', () => {
    const all = SEEDS.map(seed => {
      const made = history(seed);
      const { framework, before } = withOtherIds(made.after);
      return countsOf(made, compare(made.before, framework), id => before.get(id) ?? id);
    });
    console.info('ids stripped', expectGood(all, 0.95));
  });

  it('say truly how sure a pair is: of those said to be 0.9 or surer, 99 in 100 are right', () => {
    let sure = 0;
    let right = 0;
    for (const seed of SEEDS) {
      const made = history(seed, 2000, { ...SHARES, reworded: 0.5 });
      const { framework, before } = withOtherIds(made.after);
      for (const pair of compare(made.before, framework).matching.same)
        if (pair.what === 'row' && pair.confidence >= 0.9 && pair.confidence < 1) {
          sure++;
          if (before.get(pair.after) === pair.before) right++;
        }
    }
    expect(sure).toBeGreaterThan(1000);
    expect(right / sure).toBeGreaterThanOrEqual(0.99);
  });
});

const SHARES = { moved: 0.02, added: 0.02, withdrawn: 0.02, removed: 0.01, split: 0.01, merged: 0.01 };

describe('the laws of a comparison', () => {
  it('leads from the older version to the newer one, whatever ids they have', () => {
    fc.assert(
      fc.property(families(1), fc.boolean(), ([a, b], strip) => {
        const newer = strip ? withOtherIds(b!).framework : b!;
        const { from, to, changes } = compare(a, newer);
        const applied = applyChanges(from, changes);
        expect(applied.refused).toEqual([]);
        expect(sameMeaning(applied.framework, to)).toBe(true);
        expect(sameMeaning(from, a)).toBe(true);
        expect([...eachRow(to)].length).toBe([...eachRow(newer)].length);
      }),
    );
  });

  it('finds nothing between a framework and itself', () => {
    fc.assert(
      fc.property(frameworks, a => {
        expect(compare(a, a).changes).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/core/changes/diff.ts';
import { merge } from '../../src/core/changes/merge.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { loadFramework } from '../../src/core/model/load.ts';
import { hasPrivate, withoutPrivate, withPrivateOf } from '../../src/core/model/private.ts';
import { travellingBase } from '../../src/core/sheet/travelling.ts';
import { atOnce } from '../../src/core/slices.ts';
import { parseYaml } from '../../src/core/yaml/document.ts';
import { families, frameworks } from '../helpers/arbitraries.ts';

describe('the laws of what is for the maintainers only', () => {
  it('goes and comes back: what went out bare means the same when it has its private parts again', () => {
    fc.assert(
      fc.property(frameworks, framework => {
        const bare = withoutPrivate(framework);
        expect(hasPrivate(bare)).toBe(false);
        expect(JSON.stringify(bare)).not.toMatch(/"note":/);
        expect(sameMeaning(withPrivateOf(bare, framework), framework)).toBe(true);
      }),
    );
  });

  it('is never removed by an import: an untouched workbook changes nothing in any later version', () => {
    fc.assert(
      fc.property(families(1), ([base, today]) => {
        const sent = withPrivateOf(withoutPrivate(base), today!);
        const { framework, conflicts } = merge(sent, [
          { name: 'today', framework: today! },
          { name: 'reviewer', framework: sent },
        ]);
        expect(conflicts).toEqual([]);
        expect(diff(today!, framework)).toEqual([]);
      }),
    );
  });

  it('leaves a base that can be read whole, and means the framework without it', () => {
    fc.assert(
      fc.property(frameworks, framework => {
        const { whole, framework: read } = loadFramework(
          parseYaml(atOnce(travellingBase(framework, '# private'))),
        );
        expect(whole).toBe(true);
        expect(sameMeaning(read, withoutPrivate(framework))).toBe(true);
      }),
    );
  });
});

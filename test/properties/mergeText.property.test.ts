import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge } from '../../src/core/changes/merge.ts';
import { decidedFor } from '../../src/core/mergeText/decided.ts';
import { mergeTexts } from '../../src/core/mergeText/mergeTexts.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import type { Loaded } from '../../src/core/model/load.ts';
import type { Framework } from '../../src/core/model/types.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { editsTo } from '../../src/core/write/writer.ts';
import { families } from '../helpers/arbitraries.ts';
import { load } from '../helpers/loaded.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

const MARKING = { ours: 'ours', theirs: 'theirs', size: 7 };
/** Each case reads and writes six files. */
const FEWER = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) };
const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** Three files that people edited in the same style, some lines with a comment of their own. */
function files([base, a, b]: readonly Framework[], seed: number) {
  const text = styledYaml(base!, seed).text;
  const loaded = load(text);
  const edited = (framework: Framework, name: string) => {
    const own = applyEdits(text, editsTo(loaded, framework));
    const lines = own.split('\n');
    const at = lines.findIndex((line, index) => index >= seed % lines.length && /^ *- id: \S+$/.test(line));
    if (at >= 0) lines[at] += ` # from ${name}`;
    const commented = load(lines.join('\n'));
    return sameMeaning(commented.framework, framework) ? commented : load(own);
  };
  return { base: loaded, ours: edited(a!, 'ours'), theirs: edited(b!, 'theirs') };
}

function expectMeans(text: string, wanted: Framework) {
  const { framework, problems } = load(text);
  expect(problems.filter(({ code }) => code !== 'unknown-id')).toEqual([]);
  if (!sameMeaning(framework, wanted)) expect(framework).toEqual(wanted);
}

/** The text as somebody who always takes one side would make it. */
function taken(text: string, side: 'ours' | 'theirs'): string {
  const kept: string[] = [];
  let part: 'both' | 'ours' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    if (/^<{7} ours\r?$/.test(line)) part = 'ours';
    else if (/^={7}\r?$/.test(line) && part === 'ours') part = 'theirs';
    else if (/^>{7} theirs\r?$/.test(line)) part = 'both';
    else if (part === 'both' || part === side) kept.push(line);
  }
  return kept.join('\n');
}

function sides({ ours, theirs }: { ours: Loaded; theirs: Loaded }) {
  return [
    { name: 'ours', framework: ours.framework },
    { name: 'theirs', framework: theirs.framework },
  ] as const;
}

describe('merging files', () => {
  it('means what the merge of their frameworks means, and marks what is in conflict', () => {
    fc.assert(
      fc.property(families(2, 4), seeds, (family, seed) => {
        const three = files(family, seed);
        const [ours, theirs] = sides(three);
        const wanted = merge(three.base.framework, [ours, theirs]);
        const { text, conflicts } = mergeTexts(three, MARKING);
        expect(conflicts).toEqual(wanted.conflicts);
        if (conflicts.length === 0) {
          expectMeans(text, wanted.framework);
          return;
        }
        expect(text, JSON.stringify(conflicts)).toMatch(/^<{7} ours\r?$/m);
        // What one side removed and something still needs cannot be taken away without it: that is no valid file.
        if (conflicts.some(({ what }) => what === 'level' || what === 'sectionKind')) return;
        const other = merge(three.base.framework, [theirs, ours]);
        expectMeans(taken(text, 'ours'), decidedFor('ours', wanted.framework, conflicts));
        expectMeans(taken(text, 'theirs'), decidedFor('theirs', other.framework, other.conflicts));
      }),
      FEWER,
    );
  });

  it('gives the one side that changed anything, byte for byte', () => {
    fc.assert(
      fc.property(families(1, 4), seeds, ([base, a], seed) => {
        const { base: before, ours } = files([base, a!, base], seed);
        for (const three of [
          { base: before, ours, theirs: before },
          { base: before, ours: before, theirs: ours },
          { base: before, ours, theirs: ours },
        ])
          expect(mergeTexts(three, MARKING)).toEqual({
            text: ours.document.text,
            conflicts: [],
            lostComments: [],
          });
      }),
      FEWER,
    );
  });

  it('keeps every comment of theirs, or says that it is lost', () => {
    let lost = 0;
    fc.assert(
      fc.property(families(2, 4), seeds, (family, seed) => {
        const three = files(family, seed);
        const merged = mergeTexts(three, MARKING);
        if (!three.theirs.document.text.includes('# from theirs')) return;
        const told = merged.lostComments.filter(({ comment }) => comment === '# from theirs');
        lost += told.length;
        expect(merged.text.includes('# from theirs')).toBe(told.length === 0);
        for (const { line, comment } of told)
          expect(three.theirs.document.text.split('\n')[line - 1]).toContain(comment);
      }),
      FEWER,
    );
    expect(lost).toBeGreaterThan(0);
  });
});

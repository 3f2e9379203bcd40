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

/** What each side has where they clash. */
function hunksIn(text: string): { ours: string; theirs: string }[] {
  const hunks = text.matchAll(/^<{7} ours\r?\n(.*?)^={7}\r?\n(.*?)^>{7} theirs\r?$/gms);
  return [...hunks].map(([, ours, theirs]) => ({ ours: ours!, theirs: theirs! }));
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
        for (const { ours, theirs } of hunksIn(text)) expect(ours).not.toBe(theirs);
        // A section kind that one side removed and something still needs cannot be taken away without it, nor can
        // an id be given that something else has: those are no valid files.
        if (conflicts.some(({ what, field }) => what === 'sectionKind' || field === 'id')) return;
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

  it('keeps every comment of one side, or says that it is lost', () => {
    const lost = { ours: 0, theirs: 0 };
    fc.assert(
      fc.property(families(2, 4), seeds, (family, seed) => {
        const three = files(family, seed);
        const merged = mergeTexts(three, MARKING);
        for (const side of ['ours', 'theirs'] as const) {
          const own = `# from ${side}`;
          if (!three[side].document.text.includes(own)) continue;
          const told = merged.lostComments.filter(({ comment }) => comment === own);
          lost[side] += told.length;
          expect(merged.text.includes(own)).toBe(told.length === 0);
          for (const { side: of, line, comment } of told) {
            expect(of).toBe(side);
            expect(three[side].document.text.split('\n')[line - 1]).toContain(comment);
          }
        }
      }),
      FEWER,
    );
    expect(lost.ours).toBeGreaterThan(0);
    expect(lost.theirs).toBeGreaterThan(0);
  });
});

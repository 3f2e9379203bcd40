import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, mergeInFavour } from '../../src/core/changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../../src/core/changes/tree.ts';
import { mergeTexts } from '../../src/core/mergeText/mergeTexts.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { indexFramework } from '../../src/core/model/index.ts';
import type { Loaded } from '../../src/core/model/load.ts';
import type { Framework } from '../../src/core/model/types.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { editsTo } from '../../src/core/write/writer.ts';
import { families, familiesWithRemovals } from '../helpers/arbitraries.ts';
import { load } from '../helpers/loaded.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

const MARKING = { ours: 'ours', theirs: 'theirs', size: 7 };
/** Each case reads and writes six files. */
const FEWER = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) };
/** Any two versions, and as often such as remove what the other may have changed. */
const threes = fc.oneof(
  families(2, 4),
  familiesWithRemovals(),
  familiesWithRemovals().map(([base, ours, theirs]): Framework[] => [base, theirs, ours]),
);
const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** Three files that people edited in the same style, with comments, some lines with a comment of their own. */
function files([base, a, b]: readonly Framework[], seed: number) {
  const { text, comments } = styledYaml(base!, seed);
  const loaded = load(text);
  const edited = (framework: Framework, name: string) => {
    const own = applyEdits(text, editsTo(loaded, framework));
    const lines = own.split('\n');
    const at = lines.findIndex((line, index) => index >= seed % lines.length && /^ *- id: \S+$/.test(line));
    if (at >= 0) lines[at] += ` # from ${name}`;
    const commented = load(lines.join('\n'));
    return sameMeaning(commented.framework, framework) ? commented : load(own);
  };
  return { base: loaded, ours: edited(a!, 'ours'), theirs: edited(b!, 'theirs'), comments };
}

function expectMeans(text: string, wanted: Framework) {
  const { framework, problems } = load(text);
  // Two sides may take away all levels or kinds together, which is then said of the result.
  const isBare = wanted.levels.length === 0 || wanted.sectionKinds.length === 0;
  const expected = ['unknown-id', ...(isBare ? ['missing-value'] : [])];
  expect(problems.filter(({ code }) => !expected.includes(code))).toEqual([]);
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
      fc.property(threes, seeds, (family, seed) => {
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
        // An id cannot be given that something else has: that is no valid file.
        if (conflicts.some(({ field }) => field === 'id')) return;
        const base = three.base.framework;
        expectMeans(taken(text, 'ours'), mergeInFavour(base, [ours, theirs]));
        expectMeans(taken(text, 'theirs'), mergeInFavour(base, [theirs, ours]));
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
    let lost = 0;
    fc.assert(
      fc.property(threes, seeds, (family, seed) => {
        const three = files(family, seed);
        const merged = mergeTexts(three, MARKING);
        for (const side of ['ours', 'theirs'] as const) {
          const own = `# from ${side}`;
          if (!three[side].document.text.includes(own)) continue;
          const told = merged.lostComments.filter(({ comment }) => comment === own);
          lost += told.length;
          expect(merged.text.includes(own)).toBe(told.length === 0);
          for (const { side: of, line, comment } of told) {
            expect(of).toBe(side);
            expect(three[side].document.text.split('\n')[line - 1]).toContain(comment);
          }
        }
      }),
      FEWER,
    );
    expect(lost).toBeGreaterThan(0);
  });

  it('keeps the comments of what one side removed and the other needs, or says that they are lost', () => {
    let kept = 0;
    let lost = 0;
    fc.assert(
      fc.property(familiesWithRemovals(), seeds, (family, seed) => {
        const { comments, ...three } = files(family, seed);
        const { base, ours: remover, theirs: other } = three;
        const [ours, theirs] = sides(three);
        const stays = indexFramework(mergeInFavour(base.framework, [theirs, ours]));
        const gone = indexFramework(remover.framework);
        const merges = {
          theirs: mergeTexts(three, MARKING),
          ours: mergeTexts({ base, ours: other, theirs: remover }, MARKING),
        };
        for (const { text: comment, node } of comments) {
          const [list, id] = [node.slice(0, node.indexOf(':')), node.slice(node.indexOf(':') + 1)];
          const kind = LISTED_KINDS.find(each => `${each}s` === list);
          if (!kind || !nodeAt(stays, kind, id) || nodeAt(gone, kind, id)) continue;
          if (!commented(other.document.text, comment)) continue;
          for (const side of ['ours', 'theirs'] as const) {
            const told = merges[side].lostComments.filter(each => each.comment === comment);
            for (const each of told) expect(each.side).toBe(side);
            expect(commented(merges[side].text, comment) || told.length > 0, comment).toBe(true);
            if (told.length === 0) kept++;
            else lost++;
          }
        }
      }),
      FEWER,
    );
    // Only where the lines of both sides are mixed can they not be kept.
    expect(kept).toBeGreaterThan(lost);
  });
});

function commented(text: string, comment: string): boolean {
  return text.split(/\r?\n/).some(line => line.trimEnd().endsWith(comment));
}

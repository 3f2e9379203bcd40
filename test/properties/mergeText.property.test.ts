import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, mergeInFavour } from '../../src/core/changes/merge.ts';
import { LISTED_KINDS, nodeAt } from '../../src/core/changes/tree.ts';
import { mergeTexts } from '../../src/core/mergeText/mergeTexts.ts';
import { sameMeaning } from '../../src/core/model/equal.ts';
import { eachRow, indexFramework } from '../../src/core/model/index.ts';
import type { Loaded } from '../../src/core/model/load.ts';
import type { Framework, Row } from '../../src/core/model/types.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { editsTo } from '../../src/core/write/writer.ts';
import { families, familiesInConflict, familiesWithRemovals } from '../helpers/arbitraries.ts';
import { hunksIn, mixed, mixesOf, taken } from '../helpers/conflictMarkers.ts';
import { load } from '../helpers/loaded.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

const MARKING = { ours: 'ours', theirs: 'theirs', size: 7 };
/** Each case reads and writes six files. */
const FEWER = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) };
/** Any two versions, and as often such as remove what the other may have changed, or clash otherwise. */
const threes = fc.oneof(
  familiesInConflict(),
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

/** Whether a text is a framework, with nothing missing and no id twice. */
function expectReadable({ framework, problems }: Loaded, hint: string) {
  // Two sides may take away all levels or kinds together, which is then said of the result.
  const isBare = framework.levels.length === 0 || framework.sectionKinds.length === 0;
  const expected = ['unknown-id', 'misread-value', ...(isBare ? ['missing-value'] : [])];
  const found = problems.filter(({ code }) => !expected.includes(code)).map(({ message }) => message);
  expect(found, hint).toEqual([]);
}

type Rows = ReadonlyMap<string, Row>;

function rowsIn(framework: Framework): Rows {
  return new Map([...eachRow(framework)].map(({ row }) => [row.id, row]));
}

/** Holds what came of a mix of two sides against what each has. */
function expectMixOf(sides: readonly Rows[], mix: Rows, hint: string) {
  const [ours, theirs] = sides as [Rows, Rows];
  for (const id of ours.keys()) if (theirs.has(id)) expect([...mix.keys()], hint).toContain(id);
  for (const [id, row] of mix)
    for (const [level, text] of row.statements)
      expect(
        sides.map(side => side.get(id)?.statements.get(level)),
        hint,
      ).toContain(text);
  const [our, their, made] = [ours, theirs, mix].map(statementsIn) as [Counts, Counts, Counts];
  for (const [text, times] of our)
    if (their.has(text)) {
      expect(made.get(text) ?? 0, `${text}\n${hint}`).toBeGreaterThanOrEqual(
        Math.min(times, their.get(text)!),
      );
    }
}

type Counts = ReadonlyMap<string, number>;

function statementsIn(rows: Rows): Counts {
  const counts = new Map<string, number>();
  for (const { statements } of rows.values())
    for (const text of statements.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
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
        const base = three.base.framework;
        expectMeans(taken(text, 'ours'), mergeInFavour(base, [ours, theirs]));
        expectMeans(taken(text, 'theirs'), mergeInFavour(base, [theirs, ours]));
      }),
      FEWER,
    );
  });

  it('gives a whole file for every mix of choices, in which nothing that both sides have is lost or doubled', () => {
    fc.assert(
      fc.property(threes, seeds, (family, seed) => {
        const { text, conflicts } = mergeTexts(files(family, seed), MARKING);
        if (conflicts.length === 0) return;
        const count = hunksIn(text).length;
        const all = (['ours', 'theirs'] as const).map(side => rowsIn(load(taken(text, side)).framework));
        for (const choices of mixesOf(count, seed)) {
          const made = mixed(text, choices);
          expectReadable(load(made), `${choices.join()}\n${text}`);
          expectMixOf(all, rowsIn(load(made).framework), `${choices.join()}\n${text}`);
        }
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

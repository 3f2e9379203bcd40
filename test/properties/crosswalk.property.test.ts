import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/core/changes/compare.ts';
import { comparisonView } from '../../src/core/comparisonView/build.ts';
import { releaseOf } from '../../src/core/release/releaseOf.ts';
import { judgedCrosswalk } from '../../src/core/versions/judge.ts';
import { sameWords } from '../../src/core/versions/words/normal.ts';
import { families } from '../helpers/arbitraries.ts';

describe('the laws of a crosswalk', () => {
  it('judges whatever is not unchanged, and nothing else', () => {
    fc.assert(
      fc.property(families(1), ([a, b]) => {
        for (const { disposition, judgement } of judgedCrosswalk(compare(a, b!)))
          expect(judgement === undefined).toBe(disposition === 'unchanged');
      }),
    );
  });

  it('calls a rewording editorial only where the words are the same', () => {
    fc.assert(
      fc.property(families(1), ([a, b]) => {
        const lines = judgedCrosswalk(compare(a, b!));
        for (const { disposition, judgement, from, to } of lines) {
          // The parts of a split statement are judged together.
          const isAlone = lines.filter(line => line.from === from || line.to === to).length === 1;
          if (disposition === 'reworded' && isAlone && judgement?.class === 'editorial')
            expect(sameWords(from!.text, to!.text)).toBe(true);
        }
      }),
    );
  });

  it('is told whole in what is published and in the table: every judged line is in both', () => {
    fc.assert(
      fc.property(families(1), ([a, b]) => {
        const comparison = compare(a, b!);
        const release = releaseOf(comparison);
        const judged = release.crosswalk.filter(({ judgement }) => judgement).length;
        const told = release.areas.flatMap(area => area.topics.flatMap(topic => topic.items));
        expect(told.filter(({ isEcho }) => !isEcho)).toHaveLength(judged);
        // Those of another level are told there, too.
        const elsewhere = release.crosswalk.filter(({ disposition }) => disposition === 'relevelled');
        expect(told.filter(({ isEcho }) => isEcho)).toHaveLength(elsewhere.length);
        expect(Object.values(release.counts).reduce((sum, count) => sum + count, 0)).toBe(judged);
        const view = comparisonView({ title: '', from: 'a', to: 'b', comparison, release, canJudge: false });
        const { areas } = view.compared!.table;
        const shown = new Set(
          areas.flatMap(area =>
            area.topics.flatMap(({ rows }) =>
              rows.flatMap(({ cells }) =>
                cells.flatMap(({ verdict }) => (verdict ? [`${verdict.row}@${verdict.level}`] : [])),
              ),
            ),
          ),
        );
        for (const { from, to, judgement } of release.crosswalk) {
          const cell = (to ?? from)!;
          if (judgement) expect(shown).toContain(`${cell.row.id}@${cell.level}`);
        }
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import {
  diff as byIds,
  type Change,
  type Framework,
  loadFramework,
  parseYaml,
  wordDiff,
} from '../../src/core/index.ts';
import { compare, toldChanges } from '../../src/core/publishing.ts';
import { type History, history } from '../../test/helpers/histories.ts';
import { withOtherIds } from '../../test/helpers/otherIds.ts';
import { KINDS, kindOf, type Scores, scoresOf, sum, type Told, worth } from '../diff/answers.ts';
import * as daff from '../diff/daff.ts';
import * as jsondiffpatch from '../diff/jsondiffpatch.ts';
import { type Plain, plainOf } from '../diff/plain.ts';
import { frameworkText } from '../frameworks.ts';
import {
  alternating,
  heads,
  type LineResult,
  type Measured,
  milliseconds,
  ratio,
  rowOf,
  sizesAsked,
  type Table,
  timed,
} from '../measure.ts';

/** Two versions are compared, with ids and without; and how right the answers are. */
export async function diff(rounds: number): Promise<LineResult> {
  const sizes = sizesAsked();
  const results = [];
  for (const rows of sizes) results.push(await times(versions(rows), rounds, rows < 1_000 ? 100 : 2));
  const row = rowOf(results);
  return {
    title: 'Comparing two versions',
    about:
      'Two versions, read already, in which 5 % of the rows are reworded, 2 % each moved, added and withdrawn, some removed, split and merged (74 rows: V1.2 and the sample draft); from models, or parsed JSON, to the changes and the words or letters that differ. With ids, against jsondiffpatch 0.7.7 (`objectHash` by id, text diff by diff-match-patch, the lists nested as in the file) and daff 1.4.2 (one table of all rows, the id its key, and the table of differences that it shows). Without ids, which is with all ids other ones for us, jsondiffpatch goes by the words of a row, and the table of daff has no ids.',
    heads: heads(sizes),
    rows: [
      row('By ids', ({ ids }) => milliseconds(ids)),
      row('jsondiffpatch', ({ jsonIds }) => milliseconds(jsonIds)),
      row('daff', ({ daffIds }) => milliseconds(daffIds)),
      row('We take as long as jsondiffpatch (goal: at most × 1)', ({ ids, jsonIds }) => ratio(ids / jsonIds)),
      row('… as daff', ({ ids, daffIds }) => ratio(ids / daffIds)),
      row('By ids, then by words: what was split, merged or given another id', ({ both }) =>
        milliseconds(both),
      ),
      row('… against jsondiffpatch, which does not look for that', ({ both, jsonIds }) =>
        ratio(both / jsonIds),
      ),
      row('Without ids (goal: 1 s at 2,000 rows, 10 s at 20,000)', ({ none }) => milliseconds(none)),
      row('jsondiffpatch, which pairs rows only if they say the same', ({ jsonNone }) =>
        milliseconds(jsonNone),
      ),
      row('daff', ({ daffNone }) => milliseconds(daffNone)),
      row('We take as long as daff', ({ none, daffNone }) => ratio(none / daffNone)),
    ],
    more: [answers()],
  };
}

function versions(rows: number): Pick<History, 'before' | 'after'> {
  if (rows !== 74) return history(1, rows);
  const draft = new URL('../../samples/iteps-1.3-draft.framework.yaml', import.meta.url);
  const [before, after] = [frameworkText(74), readFileSync(draft, 'utf8')].map(
    text => loadFramework(parseYaml(text)).framework,
  );
  return { before: before!, after: after! };
}

function times(made: Pick<History, 'before' | 'after'>, rounds: number, warm: number) {
  const { before, after } = made;
  const other = withOtherIds(after).framework;
  /** Two files that were just read: they share nothing, and no index of them is kept. */
  const read = (newer: Framework, compared: (a: Framework, b: Framework) => unknown) => {
    const copy = structuredClone(newer);
    return () => {
      const [one, two] = [{ ...before }, { ...copy }];
      return timed(() => compared(one, two));
    };
  };
  const [a, b, c, d] = [
    plainOf(before, true),
    apart(plainOf(after, true)),
    plainOf(before, false),
    apart(plainOf(after, false)),
  ] as const;
  const withIds = jsondiffpatch.differ('ids', 'nested');
  const byWords = jsondiffpatch.differ('words', 'nested');
  return alternating(
    rounds,
    {
      ids: read(after, (one, two) => showWords(byIds(one, two))),
      jsonIds: () => timed(() => withIds(a, b)),
      daffIds: () => timed(() => daff.differences(a, b, true)),
      both: read(after, (one, two) => showWords(compare(one, two).changes)),
      none: read(other, (one, two) => showWords(compare(one, two).changes)),
      jsonNone: () => timed(() => byWords(c, d)),
      daffNone: () => timed(() => daff.differences(c, d, false)),
    },
    warm,
  );
}

function apart(plain: Plain): Plain {
  const { nested, flat, table } = plain;
  return { ...plain, ...JSON.parse(JSON.stringify({ nested, flat, table })) };
}

/** The words that differ in each statement. */
function showWords(changes: readonly Change[]): void {
  for (const change of changes)
    if (change.what === 'statement' && change.op === 'set') wordDiff(change.before ?? '', change.after ?? '');
}

/** Other histories than those that the tests look at. */
const SEEDS = [41, 42, 43, 44, 45, 46];
const ROWS = 2_000;

function answers(): Table {
  const histories = SEEDS.map(seed => history(seed, ROWS));
  const parts = [
    { name: 'with ids', hasIds: true },
    { name: 'without ids', hasIds: false },
  ].flatMap(({ name, hasIds }) => {
    const ours = sum(histories.map(made => scoresOf(made, toldByUs(made, hasIds))));
    const [ofJson, ofDaff] = theirs(histories, hasIds);
    return KINDS.map(
      (kind): Measured => ({
        what: `${WORDS[kind]}, ${name}: of ${ours[kind].made.toLocaleString('en-GB')}`,
        cells: [ours, ofJson, ofDaff].map(scores => cell(scores, kind)),
      }),
    );
  });
  return {
    about: `How right the answers are: what was found of what was done, and what was said beside, in ${SEEDS.length} histories of ${ROWS.toLocaleString('en-GB')} rows that the tests do not look at. Two rows that somebody takes for the same are a rewording where a statement differs, a move where area, section or topic do, a withdrawal where that key is new; to say of one row that it is deleted and inserted elsewhere is no move. A row that was split off counts as added, one that was merged into another as withdrawn; rows that say the same are interchangeable. Of jsondiffpatch the best of its ways is shown: the rows nested or in one flat list (which it cannot do with 20,000 rows), without ids by words or by place.`,
    heads: ['Ours', 'jsondiffpatch', 'daff'],
    rows: parts,
  };
}

const WORDS = {
  reworded: 'Rewordings',
  moved: 'Moves',
  added: 'Added',
  removed: 'Removed',
  withdrawn: 'Withdrawn',
} as const;

function cell(scores: Scores, kind: (typeof KINDS)[number]): string {
  const { right, wrong } = scores[kind];
  const number = (value: number) => value.toLocaleString('en-GB');
  return wrong === 0 ? number(right) : `${number(right)}, ${number(wrong)} false`;
}

function theirs(histories: readonly History[], hasIds: boolean): [json: Scores, daff: Scores] {
  const plain = histories.map(made => [plainOf(made.before, hasIds), plainOf(made.after, hasIds)] as const);
  const scored = (toldBy: (before: Plain, after: Plain) => Told[]) =>
    sum(histories.map((made, at) => scoresOf(made, toldBy(...plain[at]!))));
  const ways = (['nested', 'flat'] as const).flatMap(shape =>
    (hasIds ? (['ids'] as const) : (['words', 'places'] as const)).map(by => {
      const differ = jsondiffpatch.differ(by, shape);
      return scored((a, b) => jsondiffpatch.toldIn(differ(a, b), a, b, shape));
    }),
  );
  ways.sort((a, b) => worth(b) - worth(a));
  return [ways[0]!, scored((a, b) => daff.toldIn(daff.differences(a, b, hasIds), a, b))];
}

function toldByUs({ before, after }: History, hasIds: boolean): Told[] {
  const { framework, before: idBefore } = hasIds
    ? { framework: after, before: new Map<string, string>() }
    : withOtherIds(after);
  const trueId = (id: string) => idBefore.get(id) ?? id;
  const { changes, kinds } = toldChanges(compare(before, framework));
  return changes.flatMap((change, at): Told[] => {
    const kind = kindOf(kinds[at]!);
    if (!kind || change.what === 'framework') return [];
    if ('row' in change) return [{ kind, row: trueId(change.row), level: trueId(change.level) }];
    return [{ kind, row: trueId('id' in change ? change.id : change.to.row) }];
  });
}

import { comparing } from '../changes/compare.ts';
import { eachRow } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { isLiving } from './cells.ts';
import { judging } from './judge.ts';
import type { Because } from './judgement.ts';
import { addressOf, type ChangeReason, withReasons } from './reasons.ts';

/** What is still open about a version, so that it is not ready to be published. */
export interface OpenMatter {
  readonly what: 'unwritten' | 'undecided';
  readonly row: string;
  readonly level: string;
  /** In a sentence or two, with what to do. */
  readonly message: string;
}

/**
 * What the maintainer has to decide or to write before a version is published: statements that are marked as still
 * to be written, and changes of which nobody has said whether they ask more.
 * @param before the version that it supersedes, if there is one to compare it with
 * @param reasons what the maintainer said of the changes
 * @param reasonsFile the file that such reasons are kept in, for what to do
 */
export function openMatters(
  framework: Framework,
  before: Framework | undefined,
  reasons: readonly ChangeReason[],
  reasonsFile: string,
): OpenMatter[] {
  return atOnce(findingOpenMatters(framework, before, reasons, reasonsFile));
}

/** The same in slices. */
export function* findingOpenMatters(
  framework: Framework,
  before: Framework | undefined,
  reasons: readonly ChangeReason[],
  reasonsFile: string,
): Sliced<OpenMatter[]> {
  const open = before ? yield* undecided(framework, before, reasons, reasonsFile) : [];
  return [...unwritten(framework), ...open];
}

function unwritten(framework: Framework): OpenMatter[] {
  const titles = titlesOf(framework);
  return [...eachRow(framework)].filter(isLiving).flatMap(({ row }) =>
    [...row.blank].flatMap(([level, blank]): OpenMatter[] =>
      blank === 'missing' && !row.statements.has(level)
        ? [
            {
              what: 'unwritten',
              row: row.id,
              level,
              message: `Row ${row.id}, ${titles.get(level) ?? level}: this statement is still to be written (blank: missing). Write it, or say that it is not-applicable or as-below.`,
            },
          ]
        : [],
    ),
  );
}

function* undecided(
  framework: Framework,
  before: Framework,
  reasons: readonly ChangeReason[],
  reasonsFile: string,
): Sliced<OpenMatter[]> {
  const titles = titlesOf(before, framework);
  const versions = { from: before.details.version, to: framework.details.version };
  const compared = yield* comparing(before, framework);
  const { lines } = withReasons(yield* judging(compared), reasons, versions);
  const open = new Map<string, OpenMatter>();
  for (const line of lines) {
    if (line.judgement?.class !== 'undecided') continue;
    const { row, level } = addressOf(line);
    // The parts of a split statement share a judgement, but each is decided on under its own address.
    open.set(JSON.stringify([row, level]), {
      what: 'undecided',
      row,
      level,
      message: `Row ${row}, ${titles.get(level) ?? level}: nobody has decided yet whether this asks more than version ${versions.from} did${why(line.judgement.because)}. Give its class and a reason in ${reasonsFile}.`,
    });
  }
  return [...open.values()];
}

function why(because: readonly Because[]): string {
  const [first] = because;
  if (!first) return '';
  return ` (${first.words === undefined ? first.reason : `${first.reason}: “${first.words}”`})`;
}

function titlesOf(...frameworks: readonly Framework[]): ReadonlyMap<string, string> {
  return new Map(frameworks.flatMap(({ levels }) => levels.map(({ id, title }) => [id, title] as const)));
}

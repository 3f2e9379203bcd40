import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Framework, withPrivateOf } from '../../core/index.ts';
import type { Comparison, Release } from '../../core/publishing.ts';
import type { ReviewProblem } from '../../core/reviewing.ts';
import { type Done, FILE_HELP, refuseOtherForm } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { writeFiles } from '../files.ts';
import { changesText, countsText, decisionsText } from '../format/changesText.ts';
import { refuseOutput } from '../overwrite.ts';
import { inForm, loadPublishing, reasonsFor } from '../publishing.ts';
import { versioningFor } from '../settings.ts';
import { readComparable, type Source } from '../source.ts';
import { isColoured, palette, progress, remark } from '../terminal.ts';

const FORMS = ['text', 'json', 'markdown', 'html', 'xlsx', 'crosswalk'] as const;
type Form = (typeof FORMS)[number];

/** The endings that say a form. */
const ENDINGS: ReadonlyMap<string, Form> = new Map([
  ['.md', 'markdown'],
  ['.html', 'html'],
  ['.xlsx', 'xlsx'],
  ['.json', 'json'],
  ['.csv', 'crosswalk'],
  ['.txt', 'text'],
]);

/** Endings of files that no form is: text in them could not be opened. */
const NO_FORM = /\.(?:docx?|odt|rtf|pdf|xls[bm]?|ods)$/i;

interface Options {
  readonly format?: Form;
  readonly out: string;
}

/** `framework diff` */
export function addDiff(program: Command, done: Done): void {
  program
    .command('diff')
    .summary('show what changed between two versions')
    .description(
      'Shows what changed between two versions, by meaning: layout and comments of the files do not matter.\nA workbook stands for the framework as it is in the workbook.',
    )
    .argument('<old>', FILE_HELP)
    .argument('<new>', FILE_HELP)
    .addOption(
      new Option('--format <form>', 'how to print it: text, or what the ending of OUT says').choices([
        ...FORMS,
      ]),
    )
    .option('--out <out>', 'where to write it', '-')
    .addHelpText('after', '\nStatus: 0 no differences; 1 differences; 2 it could not be done.')
    .action(async (older: string, newer: string, options: Options) =>
      done(await showDifferences(older, newer, options)),
    );
}

async function showDifferences(older: string, newer: string, options: Options): Promise<number> {
  const { out } = options;
  const said = ENDINGS.get(path.extname(out).toLowerCase());
  if (NO_FORM.test(out))
    throw new Failure(
      out,
      `no form has this ending: choose ${[...ENDINGS.keys()].slice(0, -1).join(', ')} or .txt for --out.`,
    );
  const form = options.format ?? said ?? 'text';
  // A crosswalk may be JSON; and every form but a workbook is a text, whatever a text is called.
  if (form === 'xlsx' || said === 'xlsx') refuseOtherForm(out, said, form);
  await refuseOutput(out, [older, newer]);
  const [from, to] = [await readComparable(older), await readComparable(newer)];
  const ids = [from, to].map(({ loaded }) => loaded.framework.details.id);
  if (ids[0] !== ids[1])
    remark(
      `${to.name}: holds another framework (${ids[1]}) than ${from.name} (${ids[0]}), so little will agree.`,
    );
  progress('Comparing');
  const [before, after] = [asFullAs(from, to), asFullAs(to, from)];
  const { compare } = await loadPublishing();
  const comparison = compare(before, after);
  const compared: Compared = { from, to, comparison };
  await writeFiles([{ file: out, data: await dataOf(compared, form, out) }]);
  return comparison.changes.length > 0 ? 1 : 0;
}

/** Two versions and how they differ. */
interface Compared {
  readonly from: Source;
  readonly to: Source;
  readonly comparison: Comparison;
}

async function dataOf(compared: Compared, form: Form, out: string): Promise<string | Uint8Array> {
  const { from, to, comparison } = compared;
  const { differencesJson, doubts, releaseOf, whyOutdated } = await loadPublishing();
  const release = releaseOf(comparison, await reasonsFor(to), await versioningFor(to));
  const problems = [
    ...[from, to].flatMap(source =>
      source.problems.map(problem => ({ ...problem, place: `${source.name}: ${problem.place}` })),
    ),
    ...doubts(comparison, to.name),
    ...release.outdated.map(reason => ({
      code: 'outdated-reason',
      place: `${to.name}: row ${reason.row}, level ${reason.level}`,
      message: whyOutdated(reason),
    })),
  ];
  if (form === 'text') return textOf(compared, release, problems, out === '-' && isColoured());
  if (form === 'json') return differencesJson(comparison, release, problems);
  for (const { place, message } of problems) remark(`${place}: ${message}`);
  return inForm(release, form, comparison.to, out);
}

async function textOf(
  { from, to, comparison }: Compared,
  release: Release,
  problems: readonly ReviewProblem[],
  coloured: boolean,
): Promise<string> {
  const { changesView, proposalSentence, toldChanges, undecidedSentence, withVerdicts } =
    await loadPublishing();
  const list = changesView({
    mode: 'comparison',
    title: titleOf(from, to),
    from: { name: from.name, framework: comparison.from },
    to: { name: to.name, framework: comparison.to },
    ...toldChanges(comparison),
  });
  const view = withVerdicts(list, comparison, release.crosswalk);
  const outcome = [undecidedSentence(release), proposalSentence(release)].filter(Boolean);
  const paint = palette(coloured);
  const end =
    comparison.changes.length === 0
      ? 'no differences'
      : view.groups.length === 0
        ? 'no differences but in ids or the fingerprint'
        : countsText(view);
  return `${changesText(view, paint)}${decisionsText([], [], problems, paint)}${[`${view.title}: ${end}.`, ...outcome].join('\n')}\n`;
}

/** A workbook holds nothing that is for the maintainers only, which is no difference. */
function asFullAs({ kind, loaded }: Source, other: Source): Framework {
  const isBare = kind === 'workbook' && other.kind !== 'workbook';
  return isBare ? withPrivateOf(loaded.framework, other.loaded.framework) : loaded.framework;
}

/** By versions where they tell the two apart, else by names of files. */
function titleOf(from: Source, to: Source): string {
  const [before, after] = [from, to].map(({ loaded }) => loaded.framework.details.version);
  return before === after
    ? `Changes from ${from.name} to ${to.name}`
    : `Changes from version ${before} to version ${after}`;
}

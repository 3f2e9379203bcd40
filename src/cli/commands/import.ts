import process from 'node:process';
import type { Command } from 'commander';
import { editsTo, type Loaded, publishedRows, readBack } from '../../core/index.ts';
import {
  answerTo,
  changesView,
  ImportError,
  type ImportOptions,
  type ImportPlan,
  importReviews,
  type Returned,
} from '../../core/reviewing.ts';
import { type Answer, checkAnswers, type Deletes, isDelete, readForm } from '../answers.ts';
import { choice, type Done } from '../arguments.ts';
import { ask } from '../ask.ts';
import { Failure, nextCommand } from '../failure.ts';
import { type Output, writeFiles } from '../files.ts';
import { changesJson } from '../format/changesJson.ts';
import { changesText, countsText, decisionsText } from '../format/changesText.ts';
import { visible } from '../format/visible.ts';
import { counted } from '../format/words.ts';
import { type KeptNotes, notesBeside } from '../notes.ts';
import { type RefusedPlan, withoutRefused } from '../refusals.ts';
import { readReturned } from '../returned.ts';
import { refuseSummary, summaryOf } from '../roundSummary.ts';
import { sentVersion } from '../sentVersion.ts';
import { siblingFrameworks } from '../siblings.ts';
import { readSent, readWhole, type SentText, type Source } from '../source.ts';
import { canAsk, clearProgress, isColoured, palette, print, progress, remark } from '../terminal.ts';

interface Options {
  readonly into?: string;
  readonly base?: string;
  readonly dryRun?: true;
  readonly deletes?: Deletes;
  readonly resolve?: string;
  readonly as?: string;
  readonly summary?: string;
  readonly format: 'text' | 'json';
}

/** `framework import` */
export function addImport(program: Command, done: Done): void {
  program
    .command('import')
    .summary('bring what reviewers changed in workbooks into a framework file')
    .description(
      'Brings what reviewers changed in workbooks into a framework file, by a merge with the version that was sent.\nOnly what changed is touched in the file. Where there is something to decide, nothing is written.',
    )
    .argument(
      '<workbook...>',
      'what came back: .xlsx, .ods or .csv files; several CSV files are one reviewer',
    )
    .option('--into <file>', 'the framework file')
    .option('--base <old>', 'the version that was sent, if a workbook has lost it')
    .option('--dry-run', 'show what would change, and write nothing')
    .addOption(
      choice(
        '--deletes <how>',
        'rows that did not come back, or came back empty: ask, keep or delete them (default: ask at a terminal, else keep)',
        ['ask', 'keep', 'apply'],
        undefined,
      ),
    )
    .option('--resolve <file>', 'the JSON of a dry run, with "answer" filled in for questions and conflicts')
    .option('--summary <out>', 'also make a workbook (.xlsx) for the meeting: who wants what, side by side')
    .option('--as <name>', 'what to call the reviewer')
    .addOption(choice('--format <form>', 'how to print it', ['text', 'json'], 'text'))
    .addHelpText(
      'after',
      '\nStatus: 0 done, or a dry run with nothing to decide; 1 something is to be decided, and nothing was written;\n2 it could not be done.',
    )
    .action(async (workbooks: string[], options: Options) => done(await importInto(workbooks, options)));
}

async function importInto(workbooks: readonly string[], options: Options): Promise<number> {
  if (options.into === undefined)
    throw new Failure(
      undefined,
      'Say which framework file to change with --into, for example --into draft.framework.yaml.',
    );
  await refuseSummary(workbooks, options.into, options);
  const source = await readTarget(options.into, options.dryRun === true);
  const today = source.loaded;
  const base = options.base === undefined ? undefined : await readSent(options.base);
  const returned = await readReturned(workbooks, today, options.as);
  progress('Comparing');
  const { plan, given } = await decided(source, returned, base, options);
  const kept = await notesBeside(source.name, plan.notes);
  const writes = plan.settled && !options.dryRun && (plan.changes.length > 0 || kept !== undefined);
  const outputs: Output[] = [];
  if (options.summary !== undefined)
    outputs.push({ file: options.summary, data: await summaryOf(today, returned, given) });
  if (writes) {
    const { text } = today.document;
    if (plan.changes.length > 0)
      outputs.push({ file: source.name, data: textOf(today, plan, source.name), expected: text });
    if (kept) outputs.push(kept.output);
  }
  await writeFiles(outputs);
  if (options.summary !== undefined) remark(`${options.summary}: the summary of this round was written.`);
  clearProgress();
  if (options.format === 'json') await print(changesJson({ ...plan, written: writes }));
  else await print(planText(source, returned, plan, kept, writes));
  return plan.settled ? 0 : 1;
}

async function readTarget(file: string, isDryRun: boolean): Promise<Source> {
  const source = await readWhole(file);
  if (source.kind !== 'file')
    throw new Failure(source.name, 'is no framework file on disk: name one after --into.');
  const { status, version } = source.loaded.framework.details;
  if (status === 'published' && !isDryRun)
    throw new Failure(
      file,
      `version ${version} is published and not changed any more: start the next version with ${nextCommand(file)}, and import into that.`,
    );
  return source;
}

/** The plan with all answers there are: out of `--resolve`, else by `--deletes`. */
async function decided(
  source: Source,
  returned: readonly Returned[],
  base: SentText | undefined,
  options: Options,
): Promise<{ readonly plan: RefusedPlan; readonly given: ImportOptions }> {
  const published = publishedRows(source.loaded.framework.details.id, await siblingFrameworks(source));
  const version = await sentVersion(source.name, returned);
  const planned = (answers: readonly Answer[]) => {
    const given = {
      ...(base && { base: base.text, ...(base.stamp !== undefined && { baseStamp: base.stamp }) }),
      ...(version !== undefined && { versions: [version] }),
      ...(published && { published }),
      answers: new Map(answers),
    };
    try {
      return { plan: importReviews(source.loaded, returned, given), given };
    } catch (error) {
      throw error instanceof ImportError
        ? new Failure(error.about === 'base' ? `--base ${options.base}` : source.name, error.message)
        : error;
    }
  };
  const form = options.resolve === undefined ? undefined : await readForm(options.resolve);
  const resolved = (form?.answers ?? []).map(({ id, answer }): Answer => [id, answer]);
  let made = planned(resolved);
  if (form) checkAnswers(made.plan, form.answers, form.name, () => planned([]).plan);
  const open = made.plan.questions.filter(
    question => isDelete(question) && answerTo(question, new Map(resolved)) === undefined,
  );
  const answers = await deletesOf(open, options);
  if (answers.length > 0) made = planned([...resolved, ...answers]);
  return {
    given: made.given,
    plan: withoutRefused(made.plan, source, form?.refused ?? [], form?.name ?? ''),
  };
}

async function deletesOf(open: ImportPlan['questions'], options: Options): Promise<Answer[]> {
  const terminal = canAsk();
  const how = options.deletes ?? (terminal ? 'ask' : 'keep');
  if (how === 'ask') {
    // Where nobody is to be asked, the questions stay open, to be answered with --resolve.
    if (!terminal || options.dryRun) return [];
    clearProgress();
    return ask(open, process.stdin, process.stderr);
  }
  // Two reviewers may ask the same.
  return open.map(({ id }) => [id, how === 'apply' ? 'delete' : 'keep'] as const);
}

/** The text of the file with the changes in it. */
function textOf(today: Loaded, { framework }: ImportPlan, name: string): string {
  const text = readBack(today, editsTo(today, framework), framework);
  if (text === undefined)
    throw new Failure(
      name,
      'nothing was written, for the changes did not come out right: this is a fault of the program, so please report it.',
    );
  return text;
}

function planText(
  source: Source,
  returned: readonly Returned[],
  plan: RefusedPlan,
  kept: KeptNotes | undefined,
  written: boolean,
): string {
  const paint = palette(isColoured());
  const view = changesView({
    mode: 'preview',
    title: source.name,
    from: { name: source.name, framework: source.loaded.framework },
    to: { name: returned.map(({ name }) => name).join(', '), framework: plan.framework },
    changes: plan.changes,
    ...(plan.who && { who: plan.who }),
  });
  const outcome = view.round?.outcome ? `${visible(view.round.outcome)}\n\n` : '';
  const { conflicts, questions, problems } = plan;
  const open = [
    ...openCount(conflicts.filter(({ answer }) => answer === undefined).length, 'conflict'),
    ...openCount(
      questions.filter(question => (question.answer ?? question.default) === undefined).length,
      'question',
    ),
  ].join(' and ');
  const refused = plan.refused.length > 0 ? `, ${counted(plan.refused.length, 'change')} refused` : '';
  const notes = kept ? `, ${counted(kept.count, 'new note')} for ${kept.output.file}` : '';
  const end = written
    ? 'written.'
    : open === ''
      ? plan.changes.length === 0 && !kept
        ? 'nothing to write.'
        : 'a dry run, so nothing was written.'
      : `${open} open, so nothing was written; --resolve takes the answers.`;
  return `${changesText(view, paint)}${decisionsText(conflicts, questions, problems, paint)}${outcome}${source.name}: ${countsText(view)}${refused}${notes}; ${end}\n`;
}

function openCount(count: number, what: string): string[] {
  return count === 0 ? [] : [counted(count, what)];
}

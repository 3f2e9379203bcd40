import path from 'node:path';
import { type Command, Option } from 'commander';
import { eachRow, type Framework, frameworkJson } from '../../core/index.ts';
import { notCarried, toCsv } from '../../core/reviewing.ts';
import { type Done, FILE_HELP, refuseOtherForm } from '../arguments.ts';
import { workbookOf } from '../exportWorkbook.ts';
import { Failure } from '../failure.ts';
import { writeFiles } from '../files.ts';
import { counted } from '../format/words.ts';
import { refuseOutput } from '../overwrite.ts';
import { scopeOf } from '../scope.ts';
import { readWhole, type Source } from '../source.ts';
import { print, progress, remark } from '../terminal.ts';

const FORMS = ['xlsx', 'csv', 'json'] as const;
type Form = (typeof FORMS)[number];

interface Options {
  readonly out?: string;
  readonly format?: Form;
  readonly reviewer?: string;
  readonly scope?: string;
  readonly since?: string;
}

/** `framework export` */
export function addExport(program: Command, done: Done): void {
  program
    .command('export')
    .summary('make a workbook for reviewers, a CSV table or JSON')
    .description('Makes a workbook for reviewers (.xlsx), a table of all statements (.csv), or JSON (.json).')
    .argument('<file>', FILE_HELP)
    .option('--out <out>', 'where to write it; its ending says the form; - for standard output')
    .addOption(
      new Option('--format <form>', 'the form, where the ending does not say it').choices([...FORMS]),
    )
    .option('--reviewer <name>', 'whom the workbook is for')
    .option('--since <old>', 'an earlier version: what changed since then is marked and listed (.xlsx)')
    .option('--scope <ids>', 'only these areas and levels, by id, parted by commas (.xlsx and .csv)')
    .addHelpText(
      'after',
      '\nA file that is there already is replaced, but not a workbook that a reviewer has worked in.\nWhat a form cannot carry is named on standard error.\nStatus: 0 done; 2 it could not be done.',
    )
    .action(async (file: string, options: Options) => done(await exportFile(file, options)));
}

async function exportFile(file: string, options: Options): Promise<number> {
  const { out } = options;
  if (out === undefined)
    throw new Failure(undefined, 'Say where to write with --out, for example --out review.xlsx.');
  const form = options.format ?? formOf(out);
  refuseOtherForm(out, saidBy(out), form);
  for (const option of ['reviewer', 'since'] as const)
    if (form !== 'xlsx' && options[option] !== undefined)
      throw new Failure(
        `--${option}`,
        `is for workbooks: leave it out, or export to .xlsx instead of .${form}.`,
      );
  if (form === 'json' && options.scope !== undefined)
    throw new Failure('--scope', 'JSON holds the whole framework: leave it out, or export to .xlsx or .csv.');
  await refuseOutput(out, options.since === undefined ? [file] : [file, options.since]);
  const source = await readWhole(file);
  progress(`Making ${out}`);
  await writeFiles([{ file: out, data: await dataOf(source, form, options) }]);
  for (const { place, message } of source.problems) remark(`${source.name}: ${place}: ${message}`);
  if (form !== 'json')
    for (const { message } of notCarried(source.loaded.framework, form === 'csv' ? 'csv' : 'workbook'))
      remark(`${out === '-' ? source.name : out}: ${message}`);
  if (out !== '-') await print(`${out}: ${contents(source.loaded.framework, options.scope)}.\n`);
  return 0;
}

/** The form that the ending of a name says. */
function saidBy(out: string): Form | undefined {
  const ending = path.extname(out).slice(1).toLowerCase();
  return FORMS.find(each => each === ending);
}

function formOf(out: string): Form {
  const form = saidBy(out);
  if (form) return form;
  if (out === '-') throw new Failure('--out -', 'does not say the form: add --format xlsx, csv or json.');
  throw new Failure(out, 'the ending of the name does not say the form: use .xlsx, .csv or .json.');
}

async function dataOf(source: Source, form: Form, options: Options): Promise<string | Uint8Array> {
  const { framework } = source.loaded;
  const scope = options.scope === undefined ? undefined : scopeOf(framework, options.scope, source.name);
  switch (form) {
    case 'json':
      return frameworkJson(framework);
    case 'csv':
      return toCsv(framework, scope);
    case 'xlsx':
      return workbookOf(source, {
        ...(options.reviewer !== undefined && { reviewer: options.reviewer }),
        ...(options.since !== undefined && { since: options.since }),
        ...(scope && { scope }),
      });
  }
}

/** What a form holds of a framework, in numbers. */
function contents(framework: Framework, scope: string | undefined): string {
  const { details } = framework;
  const whole = `version ${details.version} of ${details.title}`;
  if (scope !== undefined) return `a part of ${whole}`;
  let rows = 0;
  let statements = 0;
  for (const { area, topic, row } of eachRow(framework)) {
    if (area.withdrawn || topic.withdrawn || row.withdrawn) continue;
    rows++;
    statements += row.statements.size;
  }
  const areas = framework.areas.filter(area => !area.withdrawn).length;
  return `${whole}, ${counted(areas, 'area')}, ${counted(rows, 'row')}, ${counted(statements, 'statement')}`;
}

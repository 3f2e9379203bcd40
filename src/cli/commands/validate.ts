import { type Command, InvalidArgumentError } from 'commander';
import type { RunOptions } from '../../core/index.ts';
import { choice, type Done, FILE_HELP } from '../arguments.ts';
import { Failure, nextCommand } from '../failure.ts';
import { type Output, writeFiles } from '../files.ts';
import { findingsJson } from '../format/findingsJson.ts';
import { findingsText } from '../format/findingsText.ts';
import { githubAnnotations } from '../format/github.ts';
import { countOf, type Report, reportOf } from '../format/report.ts';
import { sarif } from '../format/sarif.ts';
import { counted } from '../format/words.ts';
import { mend } from '../mend.ts';
import { idleReasonsOf } from '../publishing.ts';
import { ruleOptionsFor } from '../ruleOptions.ts';
import { siblingFrameworks } from '../siblings.ts';
import { readSource, type Source } from '../source.ts';
import { isColoured, palette, print, remark } from '../terminal.ts';

interface Options {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly maxWarnings?: number;
  readonly fix?: true;
}

/** `framework validate` */
export function addValidate(program: Command, done: Done): void {
  program
    .command('validate')
    .summary('find what is wrong in framework files')
    .description('Finds what is wrong in framework files: what cannot be read, and what the rules find.')
    .argument('<file...>', FILE_HELP)
    .addOption(choice('--format <form>', 'how to print it', ['text', 'json', 'sarif', 'github'], 'text'))
    .option(
      '--max-warnings <n>',
      'more warnings than this count as an error (default: no limit)',
      wholeNumber,
    )
    .option('--fix', 'mend what can be mended safely, in the files themselves')
    .addHelpText('after', '\nStatus: 0 no errors; 1 errors, or too many warnings; 2 it could not be done.')
    .action(async (files: string[], options: Options) => done(await validate(files, options)));
}

async function validate(files: readonly string[], options: Options): Promise<number> {
  const outputs: Output[] = [];
  const reports: Report[] = [];
  let unread = 0;
  for (const file of new Set(files)) {
    const source = await readSource(file);
    for (const { place, message } of source.problems) remark(`${source.name}: ${place}: ${message}`);
    const settings = await ruleOptionsFor(source);
    unread += await tellReasons(source);
    reports.push(options.fix ? mendSource(source, outputs, settings) : reportOf(source, undefined, settings));
  }
  await writeFiles(outputs);
  await print(formatted(reports, options.format));
  const [errors, warnings] = [countOf(reports, 'error'), countOf(reports, 'warning')];
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (tooMany)
    remark(
      `${counted(warnings, 'warning')}, where --max-warnings allows ${options.maxWarnings}: mend some of them.`,
    );
  return errors > 0 || unread > 0 || tooMany ? 1 : 0;
}

/**
 * Says what is wrong with what the maintainer said of the changes, in the file beside.
 * @returns how many files of that kind cannot be read
 */
async function tellReasons(source: Source): Promise<number> {
  try {
    for (const idle of await idleReasonsOf(source, await siblingFrameworks(source))) remark(idle);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    remark(error.message);
    return 1;
  }
}

/** @param outputs what is to be written is added to it */
function mendSource(source: Source, outputs: Output[], settings?: RunOptions): Report {
  const { name, kind, loaded } = source;
  if (kind !== 'file')
    throw new Failure(name, 'only framework files on disk can be mended: name one, or leave --fix out.');
  const { text } = loaded.document;
  const after = mend(loaded, settings);
  if (after.mended.length === 0) return reportOf(source, [], settings);
  if (loaded.framework.details.status === 'published') {
    remark(
      `${name}: is published, so nothing was mended in it: start the next version with ${nextCommand(name)}.`,
    );
    return reportOf(source, [], settings);
  }
  outputs.push({ file: name, data: after.loaded.document.text, expected: text });
  return reportOf({ ...source, loaded: after.loaded }, after.mended, settings);
}

function formatted(reports: readonly Report[], form: Options['format']): string {
  switch (form) {
    case 'json':
      return findingsJson(reports);
    case 'sarif':
      return sarif(reports);
    case 'github':
      return githubAnnotations(reports);
    case 'text':
      return findingsText(reports, palette(isColoured()));
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number, such as 0 or 20.');
  return Number(text);
}

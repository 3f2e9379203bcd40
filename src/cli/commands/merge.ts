import type { Command } from 'commander';
import { loadFramework, mergeTextLines, mergeTexts, parseYaml } from '../../core/index.ts';
import { looksLikeWorkbook } from '../../core/reviewing.ts';
import type { Done } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { decode, readBytes, STDIN, writeFiles } from '../files.ts';
import { installMergeDriver } from '../mergeDriver.ts';
import { refuseOutput } from '../overwrite.ts';
import { print, progress, remark } from '../terminal.ts';

interface Options {
  readonly out: string;
  readonly markerSize: number;
  readonly name?: string;
  readonly install?: true;
}

const FILE = 'a framework file, git:REV:PATH, or - for standard input';

/** `framework merge` */
export function addMerge(program: Command, done: Done): void {
  program
    .command('merge')
    .summary('merge two versions of a file that go back to the same one; git can use it')
    .description(
      'Merges two versions of a framework file by what they mean: edits of different cells, rows and orders never clash.\nWhat both sides changed differently stands between the markers of git. "framework merge --install" makes git use it.',
    )
    .argument('[base]', `what both come from: ${FILE}`)
    .argument('[ours]', `the version to merge into: ${FILE}`)
    .argument('[theirs]', `the version to merge: ${FILE}`)
    .option('--out <out>', 'where to write the result; it may be OURS', '-')
    .option('--marker-size <n>', 'how long the markers of a conflict are', markerSize, 7)
    .option('--name <name>', 'what messages call the file')
    .option(
      '--install',
      'make git use this command for the framework files of the repository around the present folder',
    )
    .addHelpText(
      'after',
      '\nStatus: 0 merged; 1 there are conflicts, and the result was written with markers; 2 it could not be done.',
    )
    .action(
      async (
        base: string | undefined,
        ours: string | undefined,
        theirs: string | undefined,
        options: Options,
      ) => {
        if (options.install) {
          if (base !== undefined)
            throw new Failure('--install', 'takes no files: run "framework merge --install" by itself.');
          await print(await installMergeDriver());
          return done(0);
        }
        if (base === undefined || ours === undefined || theirs === undefined)
          throw new Failure(
            undefined,
            'Name three files: the one that both versions come from, ours and theirs. "framework merge --help" shows how it is used.',
          );
        return done(await mergeFiles({ base, ours, theirs }, options));
      },
    );
}

function markerSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw new Failure(
      `--marker-size ${text}`,
      'is not a length of markers: write a whole number, such as 7.',
    );
  return size;
}

interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

async function mergeFiles(files: Three<string>, options: Options): Promise<number> {
  const { out } = options;
  await refuseOutput(out, [files.base, files.theirs], { isFramework: true });
  const texts: Three<string> = {
    base: await textOf(files.base),
    ours: await textOf(files.ours),
    theirs: await textOf(files.theirs),
  };
  progress('Merging');
  const name = options.name ?? (files.ours === '-' ? STDIN : files.ours);
  const marking = { ours: 'ours', theirs: 'theirs', size: options.markerSize };
  const loaded = {
    base: loadFramework(parseYaml(texts.base)),
    ours: loadFramework(parseYaml(texts.ours)),
    theirs: loadFramework(parseYaml(texts.theirs)),
  };
  const broken = (['base', 'ours', 'theirs'] as const).find(side => !loaded[side].whole);
  if (broken !== undefined) {
    const { text, hasConflicts } = mergeTextLines(texts.base, texts.ours, texts.theirs, marking);
    await writeFiles([{ file: out, data: text }]);
    const why =
      texts[broken] === ''
        ? 'there is no version that both come from'
        : `${broken === 'base' ? 'the version that both come from' : broken} cannot be read whole`;
    const left = hasConflicts ? 'Settle the conflicts that are marked, and check' : 'Check';
    remark(
      `${name}: ${why}, so the file was merged by its lines only. ${left} it with "framework validate".`,
    );
    return 1;
  }
  const merged = mergeTexts(loaded, marking);
  await writeFiles([{ file: out, data: merged.text }]);
  for (const { side, line, comment } of merged.lostComments)
    remark(
      `${name}: the comment "${comment}" in line ${line} of ${side} could not be kept: write it in again where it belongs.`,
    );
  for (const { message } of merged.conflicts) remark(`${name}: ${message}`);
  return merged.conflicts.length > 0 ? 1 : 0;
}

async function textOf(file: string): Promise<string> {
  const name = file === '-' ? STDIN : file;
  const bytes = await readBytes(file);
  if (looksLikeWorkbook(bytes))
    throw new Failure(
      name,
      'is a workbook, and merge takes framework files: bring what was changed in it into one with "framework import".',
    );
  return decode(bytes, name);
}

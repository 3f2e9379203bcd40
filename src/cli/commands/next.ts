import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  loadFramework,
  nextVersion,
  nextVersionText,
  parseYaml,
  sameMeaning,
  VersionError,
} from '../../core/index.ts';
import { type Done, FILE_HELP } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { writeFiles } from '../files.ts';
import { refuseOutput } from '../overwrite.ts';
import { readWhole } from '../source.ts';
import { print, remark } from '../terminal.ts';

interface Options {
  readonly version?: string;
  readonly out?: string;
}

/** `framework next` */
export function addNext(program: Command, done: Done): void {
  program
    .command('next')
    .summary('start the next version')
    .description(
      'Starts the draft of the next version: the same text, ids and words, with a new version number.',
    )
    .argument('<file>', FILE_HELP)
    .option('--version <version>', 'the number of the next version, such as 1.3')
    .option('--out <out>', 'the new file, which must not be there yet; - for standard output')
    .addHelpText('after', '\nStatus: 0 done; 2 it could not be done.')
    .action(async (file: string, options: Options) => done(await next(file, options)));
}

async function next(file: string, { version, out }: Options): Promise<number> {
  if (version === undefined)
    throw new Failure(
      undefined,
      'Say the number of the next version with --version, for example --version 1.3.',
    );
  if (out === undefined)
    throw new Failure(undefined, 'Say where to write with --out, for example --out next.framework.yaml.');
  await refuseOutput(out, [file], { isFramework: true });
  if (out !== '-' && (await stat(out).catch(() => undefined))?.isFile())
    throw new Failure(out, 'is there already and may hold work: choose another name for --out.');
  const { loaded, name } = await readWhole(file);
  const { status, version: now } = loaded.framework.details;
  try {
    const text = nextVersionText(loaded, version);
    const draft = loadFramework(parseYaml(text));
    if (!draft.whole || !sameMeaning(draft.framework, nextVersion(loaded.framework, version)))
      throw new Failure(
        name,
        'the next version did not come out right: this is a fault of the program, so please report it.',
      );
    await writeFiles([{ file: out, data: text }]);
  } catch (error) {
    throw error instanceof VersionError ? new Failure(name, error.message) : error;
  }
  if (out !== '-')
    await print(`${out}: version ${version}, a draft that follows ${loaded.framework.details.version}.\n`);
  if (status === 'draft')
    remark(
      `${name}: version ${now} is a draft that was never published, and the next one will say that it supersedes it: publish it first, or go on in it.`,
    );
  return 0;
}

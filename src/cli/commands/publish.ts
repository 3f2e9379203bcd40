import type { Command } from 'commander';
import {
  compareVersions,
  type Framework,
  isVersionNumber,
  LineIndex,
  loadFramework,
  openPlaces,
  parseYaml,
  publicationDay,
  publishedText,
  reasonsFileOf,
  supersededOf,
  VersionError,
} from '../../core/index.ts';
import type { Done } from '../arguments.ts';
import { today } from '../date.ts';
import { Failure } from '../failure.ts';
import { writeFiles } from '../files.ts';
import { counted } from '../format/words.ts';
import { idleReasonsOf, loadPublishing, reasonsFor } from '../publishing.ts';
import { ruleOptionsFor } from '../ruleOptions.ts';
import { siblingsOf } from '../siblings.ts';
import { placeIn, readComparable, readWhole, type Source } from '../source.ts';
import { isColoured, palette, print, progress, remark } from '../terminal.ts';

interface Options {
  readonly date?: string;
  readonly since?: string;
}

/** `framework publish` */
export function addPublish(program: Command, done: Done): void {
  program
    .command('publish')
    .summary('mark a version as published')
    .description(
      'Marks the version in a framework file as published, with the day and a fingerprint of its words.\nIf anything is still open, it is listed, and nothing is written.',
    )
    .argument('<file>', 'a framework file, or - for standard input')
    .option('--date <date>', 'the day of publication, such as 2026-01-31 (default: today)')
    .option('--since <old>', 'the version that it supersedes, where its file does not stand beside it')
    .addHelpText(
      'after',
      '\nStatus: 0 published; 1 something is open, and nothing was written;\n2 it could not be done.',
    )
    .action(async (file: string, options: Options) => done(await publish(file, options)));
}

async function publish(file: string, options: Options): Promise<number> {
  const source = await readWhole(file);
  const { name, kind, loaded } = source;
  if (kind !== 'file' && kind !== 'stdin')
    throw new Failure(
      name,
      'only a framework file on disk can be published: name one, or - for standard input.',
    );
  const date = options.date ?? publicationDay(loaded.framework.details, today());
  const text = textOf(source, date);
  progress('Looking for what is open');
  const open = await openIn(source, text, options.since);
  if (open.length > 0) {
    const paint = palette(isColoured());
    const lines = open.map(({ at, message }) => `${paint.bold(`${at}:`)} ${message}\n`).join('');
    const rest = `${counted(open.length, 'thing')} to attend to before version ${loaded.framework.details.version} can be published; nothing was written.`;
    // Standard output is for the text, where that is asked for.
    if (kind === 'stdin') for (const line of [...lines.trimEnd().split('\n'), rest]) remark(line);
    else await print(`${lines}\n${name}: ${rest}\n`);
    return 1;
  }
  if (kind === 'stdin') await print(text);
  else {
    await writeFiles([{ file: name, data: text, expected: loaded.document.text }]);
    await print(`${name}: version ${loaded.framework.details.version} is published, on ${date}.\n`);
  }
  return 0;
}

/** @throws Failure if it is published already, or if the date is none */
function textOf({ name, loaded }: Source, date: string): string {
  let text: string;
  try {
    text = publishedText(loaded, date);
  } catch (error) {
    throw error instanceof VersionError ? new Failure(name, error.message) : error;
  }
  if (!loadFramework(parseYaml(text)).whole)
    throw new Failure(
      name,
      'the published version did not come out right: this is a fault of the program, so please report it.',
    );
  return text;
}

/** Something to attend to, and where: `file.yaml:12:3`. */
interface Open {
  readonly at: string;
  readonly message: string;
}

async function openIn(source: Source, text: string, since: string | undefined): Promise<Open[]> {
  const { name, kind, loaded } = source;
  const siblings = await siblingsOf(source);
  const settings = await ruleOptionsFor(source, siblings);
  const before = await supersededBy(
    source,
    since,
    siblings.map(({ framework }) => framework),
  );
  const others = siblings.map(({ framework }) => framework);
  for (const idle of await idleReasonsOf(source, before ? [...others, before] : others)) remark(idle);
  const { openMatters } = await loadPublishing();
  const reasonsFile = kind === 'file' ? reasonsFileOf(name) : 'NAME.changes.yaml beside the framework file';
  const matters = openMatters(loaded.framework, before, await reasonsFor(source), reasonsFile);
  const index = new LineIndex(loaded.document.text);
  return openPlaces(loaded, text, settings, matters).map(({ start, message }) => ({
    at: `${name}:${placeIn(loaded.document.text, start, index).join(':')}`,
    message,
  }));
}

/** The version that this one supersedes: as given, else from beside it. */
async function supersededBy(
  { name, loaded }: Source,
  since: string | undefined,
  beside: readonly Framework[],
): Promise<Framework | undefined> {
  const { version, supersedes, status } = loaded.framework.details;
  if (since !== undefined) return given(await readComparable(since), loaded.framework);
  const found = supersededOf(loaded.framework, beside);
  if (found && supersedes === undefined)
    remark(
      `${name}: does not say which version it supersedes, so it was compared with ${found.details.version}, the newest that is published beside it.`,
    );
  // What is published already only gets its fingerprint: nobody looks at its changes any more.
  else if (!found && supersedes === undefined && status === 'draft')
    remark(
      `${name}: does not say which version it supersedes, and no earlier one stands published beside it, so nobody looked at what changed in version ${version}. If it is not the first, name the file of the one before it with --since to have that checked.`,
    );
  else if (!found && supersedes !== undefined)
    remark(
      `${name}: version ${supersedes} does not stand beside it, so nobody looked at what changed since in version ${version}. Name its file with --since to have that checked.`,
    );
  return found;
}

/**
 * The version that `--since` names.
 * @throws Failure if it cannot be the one that is superseded
 */
function given({ name, loaded }: Source, framework: Framework): Framework {
  const { id, version, supersedes } = framework.details;
  const before = loaded.framework.details;
  if (before.id !== id)
    throw new Failure(
      name,
      `holds another framework ("${before.id}") than the one that is published ("${id}"): name the version that it supersedes.`,
    );
  if (before.version === version)
    throw new Failure(name, `holds version ${version} itself: name the version that it supersedes.`);
  if (supersedes !== undefined && before.version !== supersedes)
    throw new Failure(
      name,
      `holds version ${before.version}, but version ${version} supersedes ${supersedes}: name the file of that, or correct "supersedes".`,
    );
  const areNumbers = isVersionNumber(version) && isVersionNumber(before.version);
  if (areNumbers && compareVersions(before.version, version) > 0)
    throw new Failure(
      name,
      `holds version ${before.version}, which comes after ${version}: name the one before.`,
    );
  return loaded.framework;
}

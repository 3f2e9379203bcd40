import path from 'node:path';
import {
  CONFIG_NAME,
  LineIndex,
  type Loaded,
  lacksOnlyIds,
  loadFramework,
  parseYaml,
} from '../core/index.ts';
import { frameworkIn, looksLikeWorkbook, type ReviewProblem } from '../core/reviewing.ts';
import { asFailure, readWorkbookReview } from './excel.ts';
import { Failure, typed } from './failure.ts';
import { decode, readBytes, STDIN } from './files.ts';
import { isGitFile } from './git.ts';
import { progress } from './terminal.ts';

/** A framework that a FILE of the command line stands for. */
export interface Source {
  /** As messages name it. */
  readonly name: string;
  /** `file`: a framework file on disk. */
  readonly kind: 'file' | 'git' | 'stdin' | 'workbook';
  readonly loaded: Loaded;
  /** Of a workbook: what was not understood. */
  readonly problems: readonly ReviewProblem[];
  /** Of a workbook: the version that it was made from. */
  readonly sent?: SentText;
}

/** The text of a version that was sent to reviewers. */
export interface SentText {
  readonly text: string;
  /** What their workbooks are known by, where it is not that of the text: private parts do not travel. */
  readonly stamp?: string;
}

/**
 * Reads a FILE: a framework file, a workbook, `git:REV:PATH` or `-`. What is wrong in a framework file is in what
 * is loaded.
 * @throws Failure if it cannot be read at all
 */
export async function readSource(file: string): Promise<Source> {
  const name = file === '-' ? STDIN : file;
  if (path.basename(name) === CONFIG_NAME)
    throw new Failure(
      name,
      'holds the settings of the rules, not a framework: name framework files; the settings beside them are read as well.',
    );
  progress(`Reading ${name}`);
  const bytes = await readBytes(file);
  if (looksLikeWorkbook(bytes)) return readWorkbookSource(bytes, name);
  if (/\.csv$/i.test(file))
    throw new Failure(name, 'a CSV file holds rows, not a whole framework: import it into a framework file.');
  const kind = file === '-' ? 'stdin' : isGitFile(file) ? 'git' : 'file';
  return { name, kind, loaded: loadFramework(parseYaml(decode(bytes, name))), problems: [] };
}

/**
 * Reads a FILE whose every word is needed.
 * @throws Failure if it cannot be read, or only in part
 */
export async function readWhole(file: string): Promise<Source> {
  const source = await readSource(file);
  refuseBroken(source);
  return source;
}

/**
 * Reads a FILE that is compared with another one: its ids may be missing.
 * @throws Failure if it cannot be read, or only in part
 */
export async function readComparable(file: string): Promise<Source> {
  const source = await readSource(file);
  if (!lacksOnlyIds(source.loaded)) refuseBroken(source);
  return source;
}

/**
 * Reads a FILE that was sent to reviewers; a workbook stands for the version that it was made from.
 * @throws Failure if it cannot be read, or only in part
 */
export async function readSent(file: string): Promise<SentText> {
  const { sent, loaded } = await readWhole(file);
  return sent ?? { text: loaded.document.text };
}

function refuseBroken({ name, kind, loaded }: Source): void {
  if (loaded.whole) return;
  const text = loaded.document.text;
  const places = loaded.problems.map(({ spot }) => spot.chunk.start + spot.from).sort((a, b) => a - b);
  const count =
    places.length === 1 ? 'an error stands here' : `here stands the first of ${places.length} errors`;
  const list = kind === 'file' ? `framework validate ${typed(name)}` : 'framework validate';
  throw new Failure(
    `${name}:${placeIn(text, places[0] ?? 0).join(':')}`,
    `${count}, so that the file cannot be read whole: mend what "${list}" lists.`,
  );
}

/**
 * Line and column of an offset, both from 1; a byte order mark is no column.
 * @param index of the text, if there is one already
 */
export function placeIn(text: string, offset: number, index = new LineIndex(text)): [number, number] {
  const { line, character } = index.positionAt(offset);
  const mark = line === 0 && character > 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return [line + 1, character + 1 - mark];
}

/** The framework as it stands in a workbook: the version that was sent, with everything that was done to it. */
async function readWorkbookSource(bytes: Uint8Array, name: string): Promise<Source> {
  const review = await readWorkbookReview(bytes, name);
  const { base, text, problems } = await asFailure(name, () => frameworkIn(review, name));
  const sent = { text: base, ...(review.stamp !== undefined && { stamp: review.stamp }) };
  return { name, kind: 'workbook', loaded: loadFramework(parseYaml(text)), problems, sent };
}

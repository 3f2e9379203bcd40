import * as z from 'zod/mini';
import { LineIndex } from '../text/lines.ts';
import { layoutOf } from '../write/layout.ts';
import { indent, itemLines, pairLines } from '../write/render.ts';
import { parseYaml } from '../yaml/document.ts';
import { endOf, pairOf, startOf, type YamlNode } from '../yaml/nodes.ts';

/** Goes up when such a file can no longer be understood by an older version of this product. */
const FORMAT = '1';

/**
 * A kind of file that stands beside a framework file and only ever grows: a list of entries, each with texts
 * under a few keys.
 */
export interface BesideFile<Entry> {
  /** `reviews` for `NAME.reviews.yaml` */
  readonly ending: string;
  /** The key that the list stands under. */
  readonly list: string;
  /** What the file holds, for sentences: `review notes`. */
  readonly holds: string;
  /** The keys of an entry, in the order in which they are written. */
  readonly keys: readonly (keyof Entry & string)[];
  readonly entry: z.ZodMiniType<Entry>;
}

/** Why such a file cannot be read or added to: one sentence for people, with the place and the remedy. */
export class BesideError extends Error {
  override readonly name = 'BesideError';
}

/** The name of the file beside a framework file: `a.framework.yaml` → `a.reviews.yaml`. */
export function besideName(framework: string, { ending }: { readonly ending: string }): string {
  return `${framework.replace(/(?:\.framework)?\.ya?ml$/i, '')}.${ending}.yaml`;
}

/**
 * Reads the entries of a file.
 * @param name what messages call the file
 * @throws BesideError if the text is no such file, or one of a newer version of this product
 */
export function readBeside<Entry>(file: BesideFile<Entry>, fileText: string, name: string): Entry[] {
  const { root, problems } = parseYaml(fileText);
  const index = new LineIndex(fileText);
  const wrong = (offset: number, message: string) => {
    const { line, character } = index.positionAt(offset);
    return new BesideError(`${name}:${line + 1}:${character + 1}: ${message}`);
  };
  // A date is text here, however it is written.
  const problem = problems.find(({ code }) => code !== 'misread-value');
  if (problem) throw wrong(problem.spot.chunk.start + problem.spot.from, problem.message);
  // An empty file holds nothing yet.
  if (!root) return [];
  const format = root.kind === 'map' ? pairOf(root, 'format')?.value : undefined;
  if (format?.kind === 'scalar' && /^\d+$/.test(format.text) && Number(format.text) > Number(FORMAT))
    throw wrong(
      startOf(format),
      'the file was made by a newer version of Framework Workbench: update this one, then try again.',
    );
  const list = root.kind === 'map' ? pairOf(root, file.list) : undefined;
  const isBegun = list !== undefined && list.value === null;
  const raw = isBegun ? { ...(plain(root) as object), [file.list]: [] } : plain(root);
  const shape = z.object({ format: z.literal(FORMAT), [file.list]: z.array(file.entry) });
  const read = shape.safeParse(raw);
  if (read.success) return (read.data[file.list] as Entry[]).map(entry => inOrder(file, entry));
  const path = read.error.issues[0]?.path ?? [];
  throw wrong(
    placeOf(root, path),
    `this is no file of ${file.holds} as they are kept here: ${whatIsWrong(file, path, read.error.issues[0])}. Mend it, or move it away to begin a new one.`,
  );
}

/** Where each entry of such a file stands, by line and column from 1. */
export function entryPlaces<Entry>(
  file: BesideFile<Entry>,
  fileText: string,
): { readonly line: number; readonly column: number }[] {
  const { root } = parseYaml(fileText);
  const list = root?.kind === 'map' ? pairOf(root, file.list)?.value : undefined;
  if (list?.kind !== 'seq') return [];
  const index = new LineIndex(fileText);
  return list.items.map(({ dash }) => {
    const { line, character } = index.positionAt(startOf(dash));
    return { line: line + 1, column: character + 1 };
  });
}

/** What is wrong at a path, in a few words. */
function whatIsWrong<Entry>(
  { list }: BesideFile<Entry>,
  path: readonly PropertyKey[],
  issue: z.core.$ZodIssue | undefined,
): string {
  const [top, at, key] = path.map(String);
  if (top === 'format') return `it needs the line \`format: "${FORMAT}"\``;
  if (top === undefined || at === undefined) return `it needs a list under the key \`${list}\``;
  if (key === undefined) return `each entry under \`${list}\` is a set of keys after a dash`;
  if (issue?.code === 'invalid_value')
    return `\`${key}\` must be one of: ${issue.values.map(value => `\`${String(value)}\``).join(', ')}`;
  return `this entry needs \`${key}\` with a fitting text`;
}

/**
 * Adds entries at the end of their file. What stands there stays byte for byte.
 * @param fileText the file as it is; undefined if there is none yet
 * @returns the new text
 * @throws BesideError as {@link readBeside}, and if nothing can be added to the text as it is written
 */
export function addBeside<Entry>(
  file: BesideFile<Entry>,
  fileText: string | undefined,
  entries: readonly Entry[],
  name: string,
): string {
  const before = fileText === undefined ? [] : readBeside(file, fileText, name);
  const added = entries.map(entry => inOrder(file, entry));
  const text = appended(file, fileText ?? `format: "${FORMAT}"\n${file.list}:\n`, added, name);
  if (!holds(file, text, [...before, ...added]))
    throw new BesideError(
      `${name}: ${file.holds} cannot be added to the file as it is written. Write its key "${file.list}" last, with a list below it.`,
    );
  return text;
}

function holds<Entry>(file: BesideFile<Entry>, text: string, entries: readonly Entry[]): boolean {
  try {
    return JSON.stringify(readBeside(file, text, '')) === JSON.stringify(entries);
  } catch (error) {
    if (error instanceof BesideError) return false;
    throw error;
  }
}

/** The keys of an entry in the order in which they are written; absent ones left out. */
function inOrder<Entry>({ keys }: BesideFile<Entry>, entry: Entry): Entry {
  const pairs = keys.flatMap(key => (entry[key] === undefined ? [] : [[key, entry[key]] as const]));
  return Object.fromEntries(pairs) as Entry;
}

function appended<Entry>(
  file: BesideFile<Entry>,
  fileText: string,
  entries: readonly Entry[],
  name: string,
): string {
  const document = parseYaml(fileText);
  const layout = layoutOf(document);
  const { root } = document;
  const list = root?.kind === 'map' ? pairOf(root, file.list) : undefined;
  if (list?.value && (list.value.kind !== 'seq' || list.value.flow))
    throw new BesideError(`${name}: "${file.list}" holds no list below it. Write each entry after a dash.`);
  const first = list?.value?.kind === 'seq' ? list.value.items[0] : undefined;
  const column = first ? columnAt(fileText, startOf(first.dash)) : layout.dash;
  const lines = entries.flatMap(entry =>
    itemLines(
      Object.entries(entry as Readonly<Record<string, string>>).flatMap(([key, value]) =>
        pairLines(key, value, layout),
      ),
      layout,
    ),
  );
  const end = fileText === '' || fileText.endsWith('\n') ? '' : layout.eol;
  const head = [...(root ? [] : [`format: "${FORMAT}"`]), ...(list ? [] : [`${file.list}:`])];
  return fileText + end + [...head, ...indent(lines, column)].map(line => line + layout.eol).join('');
}

function columnAt(fileText: string, offset: number): number {
  return offset - (fileText.lastIndexOf('\n', offset - 1) + 1);
}

function plain(node: YamlNode | null): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'seq') return node.items.map(item => plain(item.value));
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, plain(value)]));
}

function placeOf(root: YamlNode | null, path: readonly PropertyKey[]): number {
  let node = root;
  let place = 0;
  for (const step of path) {
    if (node?.kind === 'map') node = pairOf(node, String(step))?.value ?? null;
    else if (node?.kind === 'seq') node = node.items[Number(step)]?.value ?? null;
    if (!node) break;
    place = startOf(node);
  }
  return node ? Math.min(place, endOf(node)) : place;
}

import * as z from 'zod/mini';
import { LineIndex } from '../text/lines.ts';
import { layoutOf } from '../write/layout.ts';
import { indent, itemLines, pairLines } from '../write/render.ts';
import { parseYaml } from '../yaml/document.ts';
import { endOf, pairOf, startOf, type YamlNode } from '../yaml/nodes.ts';
import type { ReviewNote } from './notes.ts';

/** Goes up when the file can no longer be understood by an older version of this product. */
const FORMAT = '1';

const text = z.string().check(z.minLength(1));

/** The shape of `NAME.reviews.yaml`. Every scalar of it is text, as in a framework file. */
const NotesShape = z.object({
  format: z.literal(FORMAT),
  notes: z.array(
    z.object({
      id: text,
      area: z.optional(text),
      topic: z.optional(text),
      row: z.optional(text),
      level: z.optional(text),
      author: text,
      date: z.optional(text),
      place: text,
      text,
    }),
  ),
});

/** Why the file of notes cannot be read or added to: one sentence for people, with the place and the remedy. */
export class NotesError extends Error {
  override readonly name = 'NotesError';
}

/** The name of the file that keeps the reviewers' notes on a framework file: `a.framework.yaml` → `a.reviews.yaml`. */
export function notesFileOf(framework: string): string {
  return `${framework.replace(/(?:\.framework)?\.ya?ml$/i, '')}.reviews.yaml`;
}

/**
 * Reads the notes that are kept beside a framework file.
 * @param name what messages call the file
 * @throws NotesError if the text is no such file, or one of a newer version of this product
 */
export function readNotes(fileText: string, name: string): ReviewNote[] {
  return parse(fileText, name).notes;
}

/**
 * Adds notes at the end of their file. What stands there stays byte for byte; a note that is there already is
 * not added again.
 * @param fileText the file as it is; undefined if there is none yet
 * @returns the new text and how many notes were added to it; undefined if there is nothing to add
 * @throws NotesError as {@link readNotes}, and if notes cannot be added to the text as it is written
 */
export function addNotes(
  fileText: string | undefined,
  notes: readonly ReviewNote[],
  name: string,
): { readonly text: string; readonly added: readonly ReviewNote[] } | undefined {
  const before = fileText === undefined ? [] : readNotes(fileText, name);
  const known = new Set(before.map(({ id }) => id));
  const added = notes.filter(({ id }) => !known.has(id));
  if (added.length === 0) return undefined;
  const text = appended(fileText ?? `format: "${FORMAT}"\nnotes:\n`, added, name);
  if (!holdsJust(text, [...before, ...added]))
    throw new NotesError(
      `${name}: notes cannot be added to the file as it is written. Write its key "notes" last, with a list below it.`,
    );
  return { text, added };
}

function holdsJust(fileText: string, notes: readonly ReviewNote[]): boolean {
  try {
    return JSON.stringify(readNotes(fileText, '')) === JSON.stringify(notes.map(inOrder));
  } catch {
    return false;
  }
}

function parse(fileText: string, name: string): { notes: ReviewNote[] } {
  const { root, problems } = parseYaml(fileText);
  const index = new LineIndex(fileText);
  const wrong = (offset: number, message: string) => {
    const { line, character } = index.positionAt(offset);
    return new NotesError(`${name}:${line + 1}:${character + 1}: ${message}`);
  };
  // A date is text here, however it is written.
  const problem = problems.find(({ code }) => code !== 'misread-value');
  if (problem) throw wrong(problem.spot.chunk.start + problem.spot.from, problem.message);
  const raw = plain(root);
  const format = (raw as { format?: unknown } | undefined)?.format;
  if (typeof format === 'string' && /^\d+$/.test(format) && Number(format) > Number(FORMAT))
    throw new NotesError(
      `${name} was made by a newer version of Framework Workbench: update this one, then try again.`,
    );
  const read = NotesShape.safeParse(raw);
  if (read.success) return { notes: read.data.notes.map(inOrder) };
  const [issue] = read.error.issues;
  throw wrong(
    placeOf(root, issue?.path ?? []),
    `this is no file of review notes as they are kept here (${(issue?.path ?? []).join('.') || 'its keys'}). Mend it, or move it away to begin a new one.`,
  );
}

const KEYS = ['id', 'area', 'topic', 'row', 'level', 'author', 'date', 'place', 'text'] as const;

/** The keys of a note in the order in which they are written. */
function inOrder(note: ReviewNote): ReviewNote {
  const pairs = KEYS.flatMap(key => (note[key] === undefined ? [] : [[key, note[key]] as const]));
  return Object.fromEntries(pairs) as unknown as ReviewNote;
}

function appended(fileText: string, notes: readonly ReviewNote[], name: string): string {
  const document = parseYaml(fileText);
  const layout = layoutOf(document);
  const { root } = document;
  const list = root?.kind === 'map' ? pairOf(root, 'notes') : undefined;
  if (list?.value && (list.value.kind !== 'seq' || list.value.flow))
    throw new NotesError(`${name}: "notes" holds no list below it. Write each note after a dash.`);
  const first = list?.value?.kind === 'seq' ? list.value.items[0] : undefined;
  const column = first ? columnAt(fileText, startOf(first.dash)) : layout.dash;
  const lines = notes.flatMap(note =>
    itemLines(
      Object.entries(note).flatMap(([key, value]) => pairLines(key, value, layout)),
      layout,
    ),
  );
  const end = fileText === '' || fileText.endsWith('\n') ? '' : layout.eol;
  const head = list ? [] : ['notes:'];
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

import { diffing } from '../changes/diff.ts';
import { layingOutChanges } from '../changesView/build.ts';
import type { ChangeItem, ChangesView } from '../changesView/view.ts';
import { withoutPrivate } from '../model/private.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { OUR_AUTHOR } from './names.ts';
import { printable } from './unwritable.ts';

/** An earlier version, against which a workbook shows what changed. */
export interface Since {
  /** As a sentence names it: `version 1.2`. */
  readonly name: string;
  readonly framework: Framework;
}

/** How a cell of a table is marked as changed. */
export interface Mark {
  readonly look: 'changed' | 'new';
  readonly note: string;
}

/** What changed since an earlier version: as a list, and by cell. */
export interface Changed {
  readonly name: string;
  readonly view: ChangesView;
  /** The mark of a statement; without a level that of the row's topic cell. */
  mark(row: string, level?: string): Mark | undefined;
}

/** Of what a cell said; the sheet of changes has all of it. */
const LONGEST_NOTE = 800;

/** What changed since an earlier version, in slices. @param now what the workbook shows */
export function* tellingChanges(now: Framework, since: Since): Sliced<Changed> {
  const { name } = since;
  // What is for the maintainers only does not leave the house.
  const [from, to] = [withoutPrivate(since.framework), withoutPrivate(now)];
  const view = yield* layingOutChanges({
    mode: 'comparison',
    title: `Changes since ${name}`,
    from: { name, framework: from },
    to: { name: `version ${to.details.version}`, framework: to },
    changes: yield* diffing(from, to),
  });
  const marks = new Map<string, Mark>();
  const put = (row: string, level: string | undefined, mark: Mark) => {
    const key = keyOf(row, level);
    if (!marks.has(key)) marks.set(key, { ...mark, note: printable(mark.note, LONGEST_NOTE) });
  };
  const firstRows = firstRowsOf(to);
  for (const { topics } of view.groups)
    for (const { items } of topics)
      for (const item of items) {
        if (isStatement(item)) {
          put(item.row, item.level, statementMark(item, name));
          const left = item.inFrom;
          if (item.kind === 'relevelled' && left?.level !== undefined)
            put(item.row, left.level, { look: 'changed', note: `Since ${name}: ${item.sentence}.` });
        } else if (item.id.startsWith('add:row:') && item.row !== undefined)
          for (const { level } of item.cells ?? [])
            put(item.row, level, { look: 'new', note: `New since ${name}.` });
        else if (item.inTo && (item.kind === 'moved' || item.kind === 'renamed' || item.kind === 'split')) {
          const { what, id } = item.inTo;
          const row = what === 'row' ? id : what === 'topic' ? firstRows.get(id) : undefined;
          if (row !== undefined)
            put(row, undefined, { look: 'changed', note: `Since ${name}: ${item.sentence}.` });
        }
      }
  return { name, view, mark: (row, level) => marks.get(keyOf(row, level)) };
}

function keyOf(row: string, level: string | undefined): string {
  return level === undefined ? row : `${row} ${level}`;
}

function isStatement(
  item: ChangeItem,
): item is ChangeItem & { readonly row: string; readonly level: string } {
  return /^(?:set|move):statement:/.test(item.id) && item.row !== undefined && item.level !== undefined;
}

function statementMark({ kind, words = [], sentence }: ChangeItem, name: string): Mark {
  const before = words.map(part => (part.kind === 'added' ? '' : part.text)).join('');
  switch (kind) {
    case 'added':
      return { look: 'new', note: `New since ${name}.` };
    case 'removed':
      return { look: 'changed', note: itSaid(`Taken out since ${name}.`, before) };
    case 'reworded':
      return { look: 'changed', note: itSaid(`Reworded since ${name}.`, before) };
    default:
      return { look: 'changed', note: `Since ${name}: ${sentence}.` };
  }
}

/** Where a text has several paragraphs, its end is marked, so that what somebody adds to the note is told from it. */
function itSaid(what: string, before: string): string {
  const first = `${what} It said:\n`;
  const isPlain = !before.includes('\n') && !before.startsWith('“');
  return first + (isPlain ? before : `“${printable(before, Math.max(1, LONGEST_NOTE - first.length - 2))}”`);
}

/** The first lines of marks: those that nobody else writes, and those that a person might. */
const OURS_BY_FORM = /^(?:(?:Taken out|Reworded) since .+\. It said:|Since .+: (?:Row|Topic) .+\.)$/;
const OURS_BY_NAME = /^(?:New since .+\.|Since .+: .+\.)$/;

/**
 * How much of a note is a mark of a change, for workbooks that do not say any more which notes were sent.
 * @param author by the file
 * @returns the length of the mark; 0: the note is none of ours
 */
export function lengthOfMark(note: string, author: string | undefined): number {
  const [first = '', ...more] = note.split('\n');
  const isOurs = OURS_BY_FORM.test(first) || (author === OUR_AUTHOR && OURS_BY_NAME.test(first));
  if (!isOurs) return 0;
  if (!first.endsWith(' It said:') || more.length === 0) return first.length;
  const before = more.slice(0, more[0]!.startsWith('“') ? quotedParagraphs(more) : 1);
  return [first, ...before].join('\n').length;
}

/** How many of these paragraphs a quotation takes that begins with the first: 1 if its end cannot be found. */
function quotedParagraphs(paragraphs: readonly string[]): number {
  let open = 0;
  const balanced = paragraphs.findIndex(paragraph => {
    open += count(paragraph, '“') - count(paragraph, '”');
    return open <= 0 && paragraph.endsWith('”');
  });
  if (balanced >= 0) return balanced + 1;
  return (
    1 +
    Math.max(
      0,
      paragraphs.findIndex(paragraph => paragraph.endsWith('”')),
    )
  );
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Topic → its first row that is shown. */
function firstRowsOf(framework: Framework): Map<string, string> {
  const rows = new Map<string, string>();
  for (const area of framework.areas)
    for (const { topics } of area.sections)
      for (const topic of topics) {
        const row = topic.rows.find(each => !each.withdrawn);
        if (row) rows.set(topic.id, row.id);
      }
  return rows;
}

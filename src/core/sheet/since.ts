import { diffing } from '../changes/diff.ts';
import type { Sliced } from '../changes/slices.ts';
import { layingOutChanges } from '../changesView/build.ts';
import type { ChangeItem, ChangesView } from '../changesView/view.ts';
import { withoutPrivate } from '../model/private.ts';
import type { Framework } from '../model/types.ts';
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
      return { look: 'changed', note: `Taken out since ${name}. It said:\n${before}` };
    case 'reworded':
      return { look: 'changed', note: `Reworded since ${name}. It said:\n${before}` };
    default:
      return { look: 'changed', note: `Since ${name}: ${sentence}.` };
  }
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

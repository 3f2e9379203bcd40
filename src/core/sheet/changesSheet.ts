import type { WordPart } from '../changes/words.ts';
import type { ChangeGroup, ChangeItem, ChangeTopic } from '../changesView/view.ts';
import type { BookCell, BookSheet } from './book.ts';
import type { CellFinder } from './cellFinder.ts';
import { readingTable, whereCell, wordsCell } from './readingTable.ts';
import type { LayoutOptions } from './scope.ts';
import type { Changed } from './since.ts';
import { LONGEST_CELL, printable } from './unwritable.ts';

/** One change, or one statement of a row that came or went. */
export interface ChangeLine {
  readonly group: ChangeGroup;
  readonly topic: ChangeTopic;
  readonly item: ChangeItem;
  /** Absent: the change is about no single statement. */
  readonly level?: string;
  /** Absent: the sentence says it all. */
  readonly words?: readonly WordPart[];
}

/** The changes that a workbook of this scope has to show, in document order. */
export function changeLines({ view }: Changed, scope: LayoutOptions['scope']): ChangeLine[] {
  const isSent = (wanted: readonly string[] | undefined, id: string | undefined) =>
    wanted === undefined || id === undefined || wanted.includes(id);
  const lines = view.groups
    .filter(({ area }) => isSent(scope?.areas, area))
    .flatMap(group =>
      group.topics.flatMap(topic => topic.items.flatMap(item => linesOf(group, topic, item))),
    );
  return lines.filter(({ level }) => isSent(scope?.levels, level));
}

function linesOf(group: ChangeGroup, topic: ChangeTopic, item: ChangeItem): ChangeLine[] {
  if (item.cells && item.cells.length > 0)
    return item.cells.map(({ level, words }) => ({ group, topic, item, level, words }));
  const { level, words } = item;
  return [{ group, topic, item, ...(level !== undefined && { level }), ...(words && { words }) }];
}

/**
 * The sheet of what changed since an earlier version, one change a row, with struck-out and underlined words.
 * @param finder tells where each stands now
 */
export function changesSheet(
  name: string,
  changed: Changed,
  lines: readonly ChangeLine[],
  finder: CellFinder,
  footer: string,
): BookSheet {
  const levels = new Map(changed.view.levels.map(({ id, title }) => [id, title]));
  return readingTable({
    name,
    tabColour: 'B58900',
    title: `Changes since ${changed.name}`,
    lead:
      lines.length === 0
        ? 'Nothing that this workbook shows has changed.'
        : 'Struck-out words are gone, underlined ones are new. This sheet is for reading; it can be sorted and filtered.',
    columns: [
      { head: 'Area', width: 28 },
      { head: 'Topic', width: 32 },
      { head: 'Change', width: 13 },
      { head: 'Level', width: 13 },
      { head: 'Words', width: 86 },
      { head: 'Where', width: 10 },
    ],
    rows: lines.map(line => cellsOf(line, levels, finder)),
    about: lines.map(({ item, level }) => ({ row: item.row, level })),
    footer,
  });
}

function cellsOf(
  { group, topic, item, level, words }: ChangeLine,
  levels: ReadonlyMap<string, string>,
  finder: CellFinder,
): BookCell[] {
  const plain = (text: string): BookCell => ({ text: printable(text, LONGEST_CELL), style: 'statement' });
  return [
    plain(group.title),
    plain(topic.title),
    plain(item.kind.charAt(0).toUpperCase() + item.kind.slice(1)),
    plain(level === undefined ? '' : (levels.get(level) ?? level)),
    words && item.kind !== 'relevelled' ? wordsCell(said(item, words)) : plain(`${item.sentence}.`),
    whereCell(placeOf(item, level, finder)),
  ];
}

/** What is no statement is named, too. */
function said({ row, sentence }: ChangeItem, words: readonly WordPart[]): readonly WordPart[] {
  return row === undefined ? [{ text: `${sentence}:\n`, kind: 'same' }, ...words] : words;
}

function placeOf(item: ChangeItem, level: string | undefined, finder: CellFinder): BookCell['link'] {
  const { inTo } = item;
  if (!inTo) return undefined;
  switch (inTo.what) {
    case 'row':
      return finder.row(inTo.id, level) ?? finder.row(inTo.id);
    case 'topic':
      return finder.topic(inTo.id);
    case 'area':
      return finder.area(inTo.id);
    case 'section':
      return undefined;
  }
}

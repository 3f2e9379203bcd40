import type { Loaded } from '../model/load.ts';
import { sourceOf } from '../model/source.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Row } from '../model/types.ts';
import { endOf, pairOf, startOf } from '../yaml/nodes.ts';

/** A thing of the outline. Offsets are of the whole text; the name's lie within the thing's. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'level' | 'area' | 'section' | 'topic' | 'row' | 'notice';
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly withdrawn: boolean;
  readonly children: readonly OutlineEntry[];
}

/** More rows than this make lists that nobody reads, and cost a while at each edit. */
const MOST_ROWS = 5_000;
const WORDS = 8;

/**
 * The levels, areas, sections, topics and rows of a file, in text order.
 * @param mostRows of the rows beyond this many only their number is told, by an entry at the end
 */
export function outline(loaded: Loaded, mostRows = MOST_ROWS): OutlineEntry[] {
  const { framework } = loaded;
  let rows = 0;
  const entries: OutlineEntry[] = framework.levels.flatMap(level =>
    entryOf(level, 'id', { name: level.title, detail: level.id, kind: 'level' }),
  );
  for (const area of framework.areas) {
    const sections = area.sections.flatMap(section => {
      const topics = section.topics.flatMap(topic => {
        const shown = topic.rows.slice(0, Math.max(0, mostRows - rows));
        rows += topic.rows.length;
        const children = shown.flatMap(row =>
          entryOf(row, 'id', {
            name: firstWords(row),
            detail: row.id,
            kind: 'row',
            withdrawn: row.withdrawn !== undefined,
          }),
        );
        return entryOf(topic, 'title', {
          name: topic.title ?? 'Untitled topic',
          detail: topic.id,
          kind: 'topic',
          withdrawn: topic.withdrawn !== undefined,
          children,
        });
      });
      const kind = framework.sectionKinds.find(({ id }) => id === section.kind);
      return entryOf(section, 'kind', {
        name: kind?.title ?? section.kind,
        detail: '',
        kind: 'section',
        children: topics,
      });
    });
    entries.push(
      ...entryOf(area, 'title', {
        name: area.title ?? 'Untitled area',
        detail: area.id,
        kind: 'area',
        withdrawn: area.withdrawn !== undefined,
        children: sections,
      }),
    );
  }
  entries.sort((a, b) => a.start - b.start);
  if (rows > mostRows) entries.push(notice(loaded, rows - mostRows));
  return entries;
}

/** What a row is called in a list: the first words of its lowest statement. */
export function firstWords(row: Row): string {
  const [text] = row.statements.values();
  if (text === undefined) return row.id;
  const words = normaliseStatement(text).split(/\s+/);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')} …` : words.join(' ');
}

type Said = Pick<OutlineEntry, 'name' | 'detail' | 'kind'> &
  Partial<Pick<OutlineEntry, 'withdrawn' | 'children'>>;

function entryOf(node: object, nameKey: string, said: Said): OutlineEntry[] {
  const map = sourceOf(node);
  if (!map) return [];
  const named = (pairOf(map, nameKey) ?? pairOf(map, 'id'))?.value ?? map.pairs[0]?.key;
  const [start, end] = [startOf(map), endOf(map)];
  const nameStart = named ? startOf(named) : start;
  return [
    {
      withdrawn: false,
      children: [],
      ...said,
      start,
      end,
      nameStart,
      nameEnd: Math.min(named ? endOf(named) : start, end),
    },
  ];
}

function notice({ document }: Loaded, more: number): OutlineEntry {
  const at = document.text.length;
  return {
    name: `… and ${more} more rows, which are not listed`,
    detail: '',
    kind: 'notice',
    start: at,
    end: at,
    nameStart: at,
    nameEnd: at,
    withdrawn: false,
    children: [],
  };
}

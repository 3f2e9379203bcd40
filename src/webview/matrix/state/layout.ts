import type {
  AreaLine,
  LineSplice,
  MatrixLine,
  MatrixView,
  RowLine,
  SectionLine,
  TopicLine,
} from '../../../protocol/matrix.ts';
import { type Filter, holds, isFiltering, passes, titlesOf, wordsOf } from './filter.ts';

/** What the grid draws: headings, and the rows of a topic in pieces small enough to draw at once. */
export type Item = AreaItem | SectionItem | TopicItem;

interface ItemBase {
  readonly key: string;
  /** Which row of the grid this begins at, from 1; the column heads are row 1. */
  readonly ordinal: number;
  /** Part of something withdrawn. */
  readonly withdrawn: boolean;
}

export interface AreaItem extends ItemBase {
  readonly kind: 'area';
  readonly line: AreaLine;
}

export interface SectionItem extends ItemBase {
  readonly kind: 'section';
  readonly line: SectionLine;
}

export interface TopicItem extends ItemBase {
  readonly kind: 'topic';
  readonly topic: TopicLine;
  readonly rows: readonly RowLine[];
  /** The piece that begins the topic; it draws the topic's head as a row of the grid. */
  readonly first: boolean;
  /** The piece that ends the topic. */
  readonly last: boolean;
}

/** What heads something that is shown. */
export interface Heading {
  readonly line: AreaLine | SectionLine | TopicLine;
  readonly withdrawn: boolean;
}

/** What is shown of a view, given a filter. */
export interface Layout {
  readonly items: readonly Item[];
  readonly headings: readonly Heading[];
  /** By the key of a line: the item that shows it. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The keys of the rows of statements that are shown, from top to bottom. */
  readonly rowKeys: readonly string[];
  /** By the key of such a row: its place among them. */
  readonly rowIndex: ReadonlyMap<string, number>;
  /** Rows of statements that are shown. */
  readonly shown: number;
  /** Rows of statements that would be without a filter. */
  readonly total: number;
  /** Rows of statements that are withdrawn, shown or not. */
  readonly withdrawn: number;
  /** Rows of the grid, the column heads included. */
  readonly gridRows: number;
}

/** Rows in one piece: few enough to be drawn within a frame. */
const PIECE = 4;

/**
 * Lays a view out.
 * @param filter which rows are shown; headings follow their rows
 * @param withWithdrawn whether what is withdrawn is shown
 */
export function layoutOf(view: MatrixView, filter: Filter, withWithdrawn: boolean): Layout {
  const filtered = isFiltering(filter);
  const words = wordsOf(filter.text);
  const items: Item[] = [];
  const headings: Heading[] = [];
  const indexOf = new Map<string, number>();
  let ordinal = 2;
  let shown = 0;
  let total = 0;
  let withdrawnRows = 0;
  let area: AreaLine | undefined;
  let section: SectionLine | undefined;
  /** Headings that are drawn once something below them is. */
  let pending: (AreaLine | SectionLine)[] = [];
  let areaWithdrawn = false;

  const flush = () => {
    for (const line of pending) {
      indexOf.set(line.key, items.length);
      const base = { key: line.key, ordinal: ordinal++, withdrawn: areaWithdrawn };
      items.push(line.type === 'area' ? { kind: 'area', line, ...base } : { kind: 'section', line, ...base });
      headings.push({ line, withdrawn: areaWithdrawn });
    }
    pending = [];
  };
  const addTopic = (topic: TopicLine, rows: readonly RowLine[], withdrawn: boolean) => {
    flush();
    headings.push({ line: topic, withdrawn });
    for (let at = 0; at === 0 || at < rows.length; at += PIECE) {
      const piece = rows.slice(at, at + PIECE);
      const first = at === 0;
      if (first) indexOf.set(topic.key, items.length);
      for (const row of piece) indexOf.set(row.key, items.length);
      const key = first ? topic.key : `${topic.key}+${at}`;
      const last = at + PIECE >= rows.length;
      items.push({ kind: 'topic', key, ordinal, withdrawn, topic, rows: piece, first, last });
      ordinal += piece.length + (first ? 1 : 0);
    }
  };

  const { lines, levels } = view;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++]!;
    if (line.type === 'area') {
      // Headings above nothing are shown where nothing is sought.
      if (!filtered && !(areaWithdrawn && !withWithdrawn)) flush();
      area = line;
      section = undefined;
      areaWithdrawn = line.withdrawn !== undefined;
      pending = [line];
    } else if (line.type === 'section') {
      if (section && pending.includes(section)) {
        if (!filtered && !(areaWithdrawn && !withWithdrawn)) flush();
        else pending = pending.filter(other => other !== section);
      }
      section = line;
      pending.push(line);
    } else if (line.type === 'topic') {
      const rows: RowLine[] = [];
      const withdrawn = areaWithdrawn || line.withdrawn !== undefined;
      const titles = words.length === 0 ? '' : titlesOf(line, section, area);
      const inArea = filter.area === '' || filter.area === area?.id;
      let any = false;
      for (; lines[at]?.type === 'row'; at++) {
        const row = lines[at] as RowLine;
        any = true;
        const gone = withdrawn || row.withdrawn !== undefined;
        if (gone) withdrawnRows++;
        if (gone && !withWithdrawn) continue;
        total++;
        if (filtered && !(inArea && passes(row, filter, levels) && holds(row, titles, words))) continue;
        shown++;
        rows.push(row);
      }
      const empty = !any && !filtered && (!withdrawn || withWithdrawn);
      if (rows.length > 0 || empty) addTopic(line, rows, withdrawn);
    }
  }
  if (!filtered && !(areaWithdrawn && !withWithdrawn)) flush();
  const rowKeys = items.flatMap(item => (item.kind === 'topic' ? item.rows.map(row => row.key) : []));
  const rowIndex = new Map(rowKeys.map((key, index) => [key, index]));
  const gridRows = ordinal - 1;
  const counts = { shown, total, withdrawn: withdrawnRows, gridRows };
  return { items, headings, indexOf, rowKeys, rowIndex, ...counts };
}

/**
 * The layout after lines gave way to others in the same places, at the cost of these lines and not of all.
 * @param layout of the lines before, without a filter
 * @param before the lines before
 * @returns undefined where more than words changed, so that all is to be laid out anew
 */
export function relaidOut(
  layout: Layout,
  before: readonly MatrixLine[],
  splices: readonly LineSplice[],
): Layout | undefined {
  const items = [...layout.items];
  let { headings } = layout;
  for (const { at, remove, lines } of splices) {
    if (remove !== lines.length) return undefined;
    for (const [nth, line] of lines.entries()) {
      const was = before[at + nth]!;
      if (was.key !== line.key || !was.withdrawn !== !line.withdrawn) return undefined;
      const index = layout.indexOf.get(line.key);
      // What is withdrawn may not be shown.
      if (index === undefined) continue;
      if (line.type !== 'row')
        headings = headings.map(each => (each.line === was ? { ...each, line } : each));
      for (let of = index; items[of] && shows(items[of]!, was); of++) items[of] = withLine(items[of]!, line);
    }
  }
  return { ...layout, items, headings };
}

function shows(item: Item, line: MatrixLine): boolean {
  if (item.kind !== 'topic') return item.line === line;
  return item.topic === line || (line.type === 'row' && item.rows.includes(line));
}

function withLine(item: Item, line: MatrixLine): Item {
  if (line.type === 'area') return item.kind === 'area' ? { ...item, line } : item;
  if (line.type === 'section') return item.kind === 'section' ? { ...item, line } : item;
  if (item.kind !== 'topic') return item;
  if (line.type === 'topic') return { ...item, topic: line };
  return { ...item, rows: item.rows.map(row => (row.key === line.key ? line : row)) };
}

/** Whether two items look the same, but for where they stand. */
export function sameItem(a: Item, b: Item): boolean {
  if (a.kind === 'topic')
    return (
      b.kind === 'topic' &&
      a.topic === b.topic &&
      a.first === b.first &&
      a.last === b.last &&
      a.withdrawn === b.withdrawn &&
      a.rows.length === b.rows.length &&
      a.rows.every((row, index) => row === b.rows[index])
    );
  return b.kind === a.kind && a.line === b.line && a.withdrawn === b.withdrawn;
}

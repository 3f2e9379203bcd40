import type {
  ComparedArea,
  ComparedCell,
  ComparedLink,
  ComparedRow,
  ComparedTable,
  ComparedTopic,
} from '../changesView/comparison.ts';
import { eachRow, type RowAt } from '../model/index.ts';
import type { Area, Framework, Section, Topic } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { isLiving } from '../versions/cells.ts';
import type { Compared } from '../versions/crosswalk.ts';
import { type Follow, follow } from '../versions/follow.ts';
import type { ReasonedCrossing } from '../versions/reasons.ts';
import { cellsOfNewer, cellsOfOlder, type Lines, rowKind } from './tableCells.ts';

/** With more rows than this, those in which nothing changed are left out. */
const MOST_ROWS = 2500;

/**
 * The changes in the places where they are: the rows of the newer version, and between them, where they stood, those
 * of the older one that are gone or went elsewhere.
 * @param lines the crosswalk that the changes make
 * @param stepsOf which of several versions changed what a line tells
 */
export function layingOutTable(
  { from: older, to: newer, changes }: Compared,
  lines: readonly ReasonedCrossing[],
  stepsOf: (line: ReasonedCrossing) => readonly string[] | undefined = () => undefined,
): Sliced<ComparedTable> {
  return new TableOf(older, newer, follow(changes), lines, stepsOf).table();
}

class TableOf {
  readonly #older: Framework;
  readonly #newer: Framework;
  readonly #follow: Follow;
  readonly #lines: Lines;
  readonly #levels: readonly { readonly id: string; readonly title: string }[];
  readonly #isWhole: boolean;
  /** The rows in force, by the id that they have in the newer version. */
  readonly #now = new Map<string, RowAt>();
  readonly #was = new Map<string, RowAt>();
  /** The rows in force of the older version, by the id that their topic has in the newer one. */
  readonly #wasIn = new Map<string, RowAt[]>();

  constructor(
    older: Framework,
    newer: Framework,
    followed: Follow,
    lines: readonly ReasonedCrossing[],
    stepsOf: (line: ReasonedCrossing) => readonly string[] | undefined,
  ) {
    this.#older = older;
    this.#newer = newer;
    this.#follow = followed;
    const levelNow = (id: string) => followed.id('level', id);
    this.#lines = { byNow: by(lines, 'to'), byWas: by(lines, 'from'), levelNow, stepsOf };
    const kept = new Set(newer.levels.map(({ id }) => id));
    const gone = older.levels.filter(({ id }) => !kept.has(levelNow(id)));
    this.#levels = [...newer.levels, ...gone].map(({ id, title }) => ({ id, title }));
    for (const at of eachRow(newer)) if (isLiving(at)) this.#now.set(at.row.id, at);
    for (const at of eachRow(older)) {
      if (!isLiving(at)) continue;
      this.#was.set(this.#idNow(at), at);
      const topic = followed.id('topic', at.topic.id);
      const list = this.#wasIn.get(topic);
      if (list) list.push(at);
      else this.#wasIn.set(topic, [at]);
    }
    this.#isWhole = this.#now.size <= MOST_ROWS;
  }

  *table(): Sliced<ComparedTable> {
    const areas = new Map<string, { id: string; title: string; topics: ComparedTopic[] }>();
    const seen = new Set<string>();
    const add = (framework: Framework, area: Area, section: Section, topic: Topic, id: string) => {
      if (seen.has(id)) return;
      seen.add(id);
      const found = this.#topic(framework, section, topic, id);
      if (!found) return;
      const areaId = framework === this.#newer ? area.id : this.#follow.id('area', area.id);
      const known = areas.get(areaId) ?? { id: areaId, title: area.title ?? 'Untitled area', topics: [] };
      known.topics.push(found);
      areas.set(areaId, known);
    };
    for (const [area, section, topic] of topicsOf(this.#newer)) {
      add(this.#newer, area, section, topic, topic.id);
      yield;
    }
    for (const [area, section, topic] of topicsOf(this.#older)) {
      add(this.#older, area, section, topic, this.#follow.id('topic', topic.id));
      yield;
    }
    return {
      levels: this.#levels,
      areas: [...areas.values()] satisfies ComparedArea[],
      isWhole: this.#isWhole,
    };
  }

  /** Undefined where nothing changed in it and such rows are left out, or where nothing is in it. */
  #topic(framework: Framework, section: Section, topic: Topic, id: string): ComparedTopic | undefined {
    const rows = this.#rows(id, framework === this.#newer ? topic : undefined);
    const unchanged = rows.filter(({ isChanged }) => !isChanged).length;
    if (rows.length === 0 || (!this.#isWhole && rows.length === unchanged)) return undefined;
    const kind = framework.sectionKinds.find(one => one.id === section.kind);
    return {
      id,
      title: topic.title ?? 'Untitled topic',
      section: kind?.title ?? section.kind,
      rows: this.#isWhole ? rows : rows.filter(({ isChanged }) => isChanged),
      unchanged,
    };
  }

  #rows(id: string, topic: Topic | undefined): ComparedRow[] {
    const rows = (topic?.rows ?? []).flatMap(row => {
      const at = this.#now.get(row.id);
      return at ? [this.#rowNow(at)] : [];
    });
    let last: string | undefined;
    for (const at of this.#wasIn.get(id) ?? []) {
      const now = this.#now.get(this.#idNow(at));
      if (now?.topic.id === id) {
        last = keyNow(now.row.id);
        continue;
      }
      const row = this.#rowWas(at, now);
      const after = last === undefined ? -1 : rows.findIndex(({ key }) => key === last);
      rows.splice(after + 1, 0, row);
      last = row.key;
    }
    return rows;
  }

  #rowNow(at: RowAt): ComparedRow {
    const { id } = at.row;
    const was = this.#was.get(id);
    const kind = rowKind(this.#lines.byNow.get(id) ?? []);
    const cells = cellsOfNewer(at, was, this.#levels, this.#lines).map(cell => this.#linked(cell, id));
    const moved = was !== undefined && this.#follow.id('topic', was.topic.id) !== at.topic.id;
    return {
      key: keyNow(id),
      row: id,
      ...(kind && { kind }),
      ...(moved && { link: { to: keyWas(was.row.id), label: `from ${titlesOf(was, this.#older)}` } }),
      isChanged: kind !== undefined || moved || cells.some(cell => cell.kind !== undefined),
      cells,
      ...(was && { inFrom: { what: 'row', id: was.row.id } as const }),
      inTo: { what: 'row', id },
    };
  }

  /** A row of the older version where it stood, and stands no more. @param now where it went */
  #rowWas(at: RowAt, now: RowAt | undefined): ComparedRow {
    const { id } = at.row;
    const lines = this.#lines.byWas.get(id) ?? [];
    const heir = lines.find(({ disposition, to }) => disposition === 'merged' && to)?.to;
    const kind = now ? 'moved' : (rowKind(lines) ?? 'removed');
    const link: ComparedLink | undefined = now
      ? { to: keyNow(now.row.id), label: `to ${titlesOf(now, this.#newer)}` }
      : heir && { to: keyNow(heir.row.id), label: `into row ${heir.row.id}` };
    return {
      key: keyWas(id),
      row: id,
      kind,
      ...(link && { link }),
      isChanged: true,
      cells: cellsOfOlder(at, now !== undefined, this.#levels, this.#lines),
      inFrom: { what: 'row', id },
    };
  }

  /** Names the row that a cell leads to, unless that is its own. */
  #linked({ link, ...cell }: ComparedCell, own: string): ComparedCell {
    if (!link) return cell;
    const to = this.#now.has(link.to) ? keyNow(link.to) : keyWas(link.to);
    return { ...cell, link: { ...link, to: link.to === own ? keyNow(own) : to } };
  }

  #idNow({ row }: RowAt): string {
    return this.#follow.id('row', row.id);
  }
}

/** @returns the lines by the row of a side */
function by(lines: readonly ReasonedCrossing[], side: 'from' | 'to'): Map<string, ReasonedCrossing[]> {
  const found = new Map<string, ReasonedCrossing[]>();
  for (const line of lines) {
    const id = line[side]?.row.id;
    if (id === undefined) continue;
    const list = found.get(id);
    if (list) list.push(line);
    else found.set(id, [line]);
  }
  return found;
}

function* topicsOf({ areas }: Framework): Generator<readonly [Area, Section, Topic]> {
  for (const area of areas)
    for (const section of area.sections) for (const topic of section.topics) yield [area, section, topic];
}

/** What a row stands in, from the area down. */
function titlesOf({ area, section, topic }: RowAt, { sectionKinds }: Framework): string {
  const kind = sectionKinds.find(({ id }) => id === section.kind)?.title ?? section.kind;
  return [area.title ?? 'Untitled area', kind, topic.title ?? 'Untitled topic'].join(' › ');
}

function keyNow(id: string): string {
  return `now:${id}`;
}

function keyWas(id: string): string {
  return `was:${id}`;
}

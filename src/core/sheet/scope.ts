import type { Area, Framework, Level, Row, SectionKind, Topic } from '../model/types.ts';
import type { Finding } from '../rules/finding.ts';
import type { Sent, SentTopic } from './sent.ts';
import type { Since } from './since.ts';

/** What part of a framework a workbook is for, and for whom. */
export interface LayoutOptions {
  /** The exact text of the framework file, by whose stamp an import finds it again. */
  readonly base: string;
  readonly reviewer?: string;
  /** `2026-11-23` */
  readonly date?: string;
  /** Ids; absent: all of them. */
  /** An earlier version: what changed since then is marked, and listed on a sheet of its own. */
  readonly since?: Since;
  /** What was found wrong in the framework; listed on a sheet of its own if there is anything. */
  readonly findings?: readonly Finding[];
  readonly scope?: { readonly areas?: readonly string[]; readonly levels?: readonly string[] };
}

/** A row as it is shown in a table: with its section and topic. A topic without rows has one with neither id nor text. */
export interface TableRow {
  readonly kind: SectionKind;
  readonly topic: Topic;
  readonly row?: Row;
}

/** An area as it is shown, on its sheet. */
export interface TableArea {
  readonly area: Area;
  /** `''` if it has none. */
  readonly title: string;
  /** Its title, or where it stands among the areas: `Area 2`. */
  readonly shown: string;
  readonly rows: readonly TableRow[];
}

export interface TableLevel {
  readonly level: Level;
  /** The head of its column: its title, made unique. */
  readonly head: string;
}

/** The heads of the columns that every table has, from the first on. */
export const ID_HEADS = { row: 'Row id', topicId: 'Topic id', kind: 'Section id', area: 'Area id' } as const;
export const SECTION_HEAD = 'Section';
export const TOPIC_HEAD = 'Topic';

/** The areas in scope, in published order, without what is withdrawn. */
export function tableAreas(framework: Framework, scope?: LayoutOptions['scope']): TableArea[] {
  const kinds = new Map(framework.sectionKinds.map(kind => [kind.id, kind]));
  const wanted = scope?.areas && new Set(scope.areas);
  return framework.areas.flatMap((area, index) =>
    area.withdrawn || (wanted && !wanted.has(area.id))
      ? []
      : {
          area,
          title: area.title ?? '',
          shown: area.title ?? `Area ${index + 1}`,
          rows: tableRows(area, kinds),
        },
  );
}

function tableRows(area: Area, kinds: ReadonlyMap<string, SectionKind>): TableRow[] {
  const rows: TableRow[] = [];
  for (const section of area.sections) {
    const kind = kinds.get(section.kind) ?? { id: section.kind, title: section.kind, extra: new Map() };
    for (const topic of section.topics) {
      if (topic.withdrawn) continue;
      const shown = topic.rows.filter(row => !row.withdrawn);
      if (shown.length === 0) rows.push({ kind, topic });
      for (const row of shown) rows.push({ kind, topic, row });
    }
  }
  return rows;
}

/** The levels in scope, from the lowest on, each with a head that is like no other's. */
export function tableLevels(framework: Framework, scope?: LayoutOptions['scope']): TableLevel[] {
  const wanted = scope?.levels && new Set(scope.levels);
  const taken = new Set([...Object.values(ID_HEADS), SECTION_HEAD, TOPIC_HEAD].map(headKey));
  return framework.levels
    .map(level => {
      let head = level.title;
      for (let more = ` (${level.id})`; taken.has(headKey(head)); more += ' ')
        head = `${level.title}${more}`.trim();
      taken.add(headKey(head));
      return { level, head };
    })
    .filter(({ level }) => !wanted || wanted.has(level.id));
}

/** Heads that agree in this are the same, whatever a spreadsheet or a person did to their spaces and case. */
export function headKey(head: string): string {
  return head
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The note on the head of a level's column; absent if there is nothing to say beyond the head. */
export function levelNote({ level, head }: TableLevel): string | undefined {
  return level.description === undefined ? undefined : `${head}\n${level.description}`;
}

/** What the workbook says about itself. */
export function sentOf(
  framework: Framework,
  areas: readonly (TableArea & { readonly sheet: string })[],
  levels: readonly TableLevel[],
  options: LayoutOptions,
  more: Pick<Sent, 'reading' | 'notes'>,
): Sent {
  const { reviewer, date, scope } = options;
  return {
    framework: pick(framework.details, 'id', 'title', 'version'),
    ...(reviewer !== undefined && { reviewer }),
    ...(date !== undefined && { date }),
    ...(scope && {
      scope: {
        ...(scope.areas && { areas: [...scope.areas] }),
        ...(scope.levels && { levels: [...scope.levels] }),
      },
    }),
    levels: levels.map(({ level, head }) => ({ id: level.id, head })),
    sectionKinds: framework.sectionKinds.map(kind => pick(kind, 'id', 'title')),
    areas: areas.map(({ area, title, shown, sheet, rows }) => ({
      id: area.id,
      title,
      shown,
      sheet,
      topics: sentTopics(rows),
    })),
    ...more,
  };
}

function sentTopics(rows: readonly TableRow[]): SentTopic[] {
  const topics: SentTopic[] = [];
  for (const { kind, topic, row } of rows) {
    let last = topics.at(-1);
    if (last?.id !== topic.id) {
      last = { id: topic.id, title: topic.title ?? '', kind: kind.id, rows: [] };
      topics.push(last);
    }
    if (row) last.rows.push(row.id);
  }
  return topics;
}

function pick<T, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>;
  for (const key of keys) picked[key] = from[key];
  return picked;
}

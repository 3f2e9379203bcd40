import { indexFramework, sectionId } from './index.ts';
import type { Area, Extras, Framework, Level, Row, Section, SectionKind, Topic } from './types.ts';

/**
 * What of a framework is for its maintainers only: notes and `x-` keys. It does not leave the house with a
 * workbook, and comes back into what did before anything is compared, so that nobody seems to have removed it.
 */
type Private = Extras & { readonly note?: string | undefined };

const NOTHING: Private = { extra: new Map() };
const NO_NOTES: ReadonlyMap<string, string> = new Map();

/** Whether a framework holds anything that is for its maintainers only. */
export function hasPrivate(framework: Framework): boolean {
  return withoutPrivate(framework) !== framework;
}

/** The framework without what is for its maintainers only; itself if there is nothing of that. */
export function withoutPrivate(framework: Framework): Framework {
  return mapPrivate(framework, {
    file: () => NOTHING,
    details: () => NOTHING,
    level: () => NOTHING,
    kind: () => NOTHING,
    area: () => NOTHING,
    section: () => NOTHING,
    topic: () => NOTHING,
    row: () => ({ ...NOTHING, notes: NO_NOTES }),
  });
}

/**
 * A framework that went out without its private parts, with those that another version of it has: what did not
 * travel counts as unchanged. Nodes are known by their ids, and by those that they had before.
 */
export function withPrivateOf(bare: Framework, other: Framework): Framework {
  const index = indexFramework(other);
  const former = formerIds(other);
  const now = (kind: keyof typeof former, id: string) => former[kind].get(id) ?? id;
  const levels = new Set(bare.levels.map(level => level.id));
  return mapPrivate(bare, {
    file: () => other,
    details: () => other.details,
    level: ({ id }) => index.level(id) ?? index.level(now('level', id)),
    kind: ({ id }) => index.sectionKind(id) ?? index.sectionKind(now('kind', id)),
    area: ({ id }) => (index.area(id) ?? index.area(now('area', id)))?.area,
    section: ({ kind }, { id }) =>
      (index.section(sectionId(id, kind)) ?? index.section(sectionId(now('area', id), now('kind', kind))))
        ?.section,
    topic: ({ id }) => (index.topic(id) ?? index.topic(now('topic', id)))?.topic,
    row: ({ id }) => {
      const row = (index.row(id) ?? index.row(now('row', id)))?.row;
      if (!row || row.notes.size === 0) return row;
      return { ...row, notes: new Map([...row.notes].filter(([level]) => levels.has(level))) };
    },
  });
}

interface Sources {
  file(framework: Framework): Private | undefined;
  details(details: Framework['details']): Private | undefined;
  level(level: Level): Private | undefined;
  kind(kind: SectionKind): Private | undefined;
  area(area: Area): Private | undefined;
  section(section: Section, area: Area): Private | undefined;
  topic(topic: Topic): Private | undefined;
  row(row: Row): (Private & Pick<Row, 'notes'>) | undefined;
}

/** Gives every node the private parts that the sources have for it; nodes without any change are shared. */
function mapPrivate(framework: Framework, from: Sources): Framework {
  const areas = mapped(framework.areas, area => {
    const sections = mapped(area.sections, section => {
      const topics = mapped(section.topics, topic => {
        const rows = mapped(topic.rows, row => withNotes(row, from.row(row)));
        return having(rows === topic.rows ? topic : { ...topic, rows }, from.topic(topic));
      });
      return having(
        topics === section.topics ? section : { ...section, topics },
        from.section(section, area),
      );
    });
    return having(sections === area.sections ? area : { ...area, sections }, from.area(area));
  });
  const levels = mapped(framework.levels, level => having(level, from.level(level)));
  const sectionKinds = mapped(framework.sectionKinds, kind => having(kind, from.kind(kind)));
  const details = having(framework.details, from.details(framework.details));
  const same =
    areas === framework.areas &&
    levels === framework.levels &&
    sectionKinds === framework.sectionKinds &&
    details === framework.details;
  const whole = same ? framework : { ...framework, details, levels, sectionKinds, areas };
  const extra = from.file(framework)?.extra ?? NOTHING.extra;
  return sameMap(whole.extra, extra) ? whole : { ...whole, extra };
}

function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const after = list.map(change);
  return after.every((item, at) => item === list[at]) ? list : after;
}

function having<T extends Private>(node: T, source: Private = NOTHING): T {
  if (node.note === source.note && sameMap(node.extra, source.extra)) return node;
  const { note: _, ...rest } = node;
  return { ...rest, ...(source.note !== undefined && { note: source.note }), extra: source.extra } as T;
}

function withNotes(row: Row, source: (Private & Pick<Row, 'notes'>) | undefined): Row {
  const notes = source?.notes ?? NO_NOTES;
  return having(sameMap(row.notes, notes) ? row : { ...row, notes }, source);
}

function sameMap(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a === b || (a.size === 0 && b.size === 0);
}

function formerIds(framework: Framework) {
  const found = {
    level: new Map<string, string>(),
    kind: new Map<string, string>(),
    area: new Map<string, string>(),
    topic: new Map<string, string>(),
    row: new Map<string, string>(),
  };
  const add = (
    kind: keyof typeof found,
    node: { readonly id: string; readonly formerIds?: readonly string[] | undefined },
  ) => {
    for (const former of node.formerIds ?? []) if (!found[kind].has(former)) found[kind].set(former, node.id);
  };
  for (const level of framework.levels) add('level', level);
  for (const kind of framework.sectionKinds) add('kind', kind);
  for (const area of framework.areas) {
    add('area', area);
    for (const { topics } of area.sections)
      for (const topic of topics) {
        add('topic', topic);
        for (const row of topic.rows) add('row', row);
      }
  }
  return found;
}

import type { Area, Framework, Plain, Row, Section, Topic } from '../../../src/core/model/types.ts';

/** A row with statements by level, and what else it has. */
export function row(id: string, statements: Record<string, string> = {}, more: Partial<Row> = {}): Row {
  return {
    id,
    statements: new Map(Object.entries(statements)),
    blank: new Map(),
    notes: new Map(),
    extra: new Map<string, Plain>(),
    ...more,
  };
}

export function topic(id: string, rows: Row[], more: Partial<Topic> = {}): Topic {
  return { id, title: `The topic ${id}`, rows, extra: new Map<string, Plain>(), ...more };
}

export function section(kind: string, topics: Topic[], more: Partial<Section> = {}): Section {
  return { kind, topics, extra: new Map<string, Plain>(), ...more };
}

export function area(id: string, sections: Section[], more: Partial<Area> = {}): Area {
  return { id, title: `The area ${id}`, sections, extra: new Map<string, Plain>(), ...more };
}

const named = (id: string, title: string) => ({ id, title, extra: new Map<string, Plain>() });

/** A framework with the levels 1st, 2nd and 3rd and the sections functions and knowledge. */
export function framework(areas: Area[], more: Partial<Framework> = {}): Framework {
  return {
    details: { id: 'f', title: 'A framework', version: '1.2', status: 'draft', extra: new Map() },
    levels: [named('1st', '1st line'), named('2nd', '2nd line'), named('3rd', '3rd line')],
    sectionKinds: [named('functions', 'Functions'), named('knowledge', 'Knowledge')],
    glossary: new Map(),
    areas,
    extra: new Map<string, Plain>(),
    ...more,
  };
}

/** A framework of one topic `t` (area `a`, functions) with these rows. */
export function withRows(...rows: Row[]): Framework {
  return framework([area('a', [section('functions', [topic('t', rows)])])]);
}

/** A framework of one section (area `a`, functions) with these topics. */
export function withTopics(...topics: Topic[]): Framework {
  return framework([area('a', [section('functions', topics)])]);
}

/** The ids of the rows of the topics, in order: `t: r1 r2`. */
export function outline(f: Framework): string[] {
  return f.areas.flatMap(each =>
    each.sections.flatMap(({ topics }) =>
      topics.map(({ id, rows }) => `${id}: ${rows.map(one => one.id).join(' ')}`.trim()),
    ),
  );
}

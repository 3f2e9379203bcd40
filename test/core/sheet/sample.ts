import type { Area, Framework, Row, Section, Topic } from '../../../src/core/model/types.ts';

const extra = new Map<string, string>();

/** A row with the given statements by level. */
export function row(id: string, statements: Record<string, string> = {}, more: Partial<Row> = {}): Row {
  return {
    id,
    statements: new Map(Object.entries(statements)),
    blank: new Map(),
    notes: new Map(),
    extra,
    ...more,
  };
}

export function topic(
  id: string,
  title: string | undefined,
  rows: readonly Row[],
  more: Partial<Topic> = {},
): Topic {
  return { id, ...(title !== undefined && { title }), rows, extra, ...more };
}

export function section(kind: string, ...topics: Topic[]): Section {
  return { kind, topics, extra };
}

export function area(
  id: string,
  title: string | undefined,
  sections: readonly Section[],
  more: Partial<Area> = {},
): Area {
  return { id, ...(title !== undefined && { title }), sections, extra, ...more };
}

/** A framework with two levels, two kinds of section and the given areas. */
export function framework(areas: readonly Area[], more: Partial<Framework> = {}): Framework {
  return {
    details: { id: 'sample', title: 'Sample Standards', version: '1.10', status: 'draft', extra },
    levels: [
      { id: '0.5', title: '0.5 line', description: 'Works under guidance.', extra },
      { id: '1st', title: '1st line', extra },
    ],
    sectionKinds: [
      { id: 'functions', title: 'Functions', extra },
      { id: 'knowledge', title: 'Knowledge', extra },
    ],
    glossary: new Map(),
    areas,
    extra,
    ...more,
  };
}

/** Two areas, one of them untitled; an untitled topic, a topic without rows, withdrawn things, gaps. */
export function sample(): Framework {
  return framework([
    area('technical', 'Technical Skills', [
      section(
        'functions',
        topic('devices', 'Devices & Applications', [
          row('devices-1', { '0.5': 'Connect devices.', '1st': 'Install “new” hardware\ne.g. a card.' }),
          row('devices-2', { '1st': 'Repair devices.' }, { blank: new Map([['0.5', 'not-applicable']]) }),
          row('devices-3', { '0.5': 'Gone.' }, { withdrawn: { since: '1.0' } }),
        ]),
        topic('empty', 'To come', []),
      ),
      section(
        'knowledge',
        topic('technical-knowledge', undefined, [row('know-1', { '0.5': 'Know things.' })]),
      ),
    ]),
    area('area-2', undefined, [
      section('functions', topic('money', 'Money', [row('money-1', { '0.5': '1.10' })])),
    ]),
    area('old', 'Old', [section('functions', topic('old-topic', 'Old', [row('old-1', { '0.5': 'Old.' })]))], {
      withdrawn: { since: '1.0' },
    }),
  ]);
}

/** A framework of many rows, for seeing how the work grows. */
export function large(rows: number): Framework {
  const topics = Array.from({ length: Math.ceil(rows / 10) }, (_, index) =>
    topic(
      `topic-${index}`,
      `Topic ${index}`,
      Array.from({ length: 10 }, (_, at) =>
        row(`row-${index}-${at}`, {
          '0.5': `Statement ${index}.${at}: connect, check and explain a device to a user in plain words.`,
          '1st': `Statement ${index}.${at}: install, test and document a device with its users in mind.`,
        }),
      ),
    ),
  );
  const areas = Array.from({ length: Math.ceil(topics.length / 10) }, (_, index) =>
    area(`area-${index}`, `Area of work ${index}`, [
      section('functions', ...topics.slice(index * 10, index * 10 + 10)),
    ]),
  );
  return framework(areas);
}

import type { ReturnedRow, Review } from '../../../src/core/sheet/returned.ts';
import { load } from '../../helpers/loaded.ts';

/** Two areas, the first with two topics; the rows say two levels. */
export const SENT = `format: "1"
framework:
  id: f
  title: F
  version: "1.3"
  status: draft
levels:
  - id: l1
    title: L1
  - id: l2
    title: L2
sectionKinds:
  - id: fn
    title: Functions
areas:
  - id: a
    title: Area A
    sections:
      - kind: fn
        topics:
          - id: t
            title: Topic T
            rows:
              - id: r1
                statements:
                  l1: Check the cables of every device.
                  l2: Plan the cables of a building.
              - id: r2
                statements:
                  l1: Label all sockets in the server room.
              - id: r3
                statements:
                  l1: Order spare parts before they run out.
          - id: u
            title: Topic U
            rows:
              - id: u1
                statements:
                  l1: Write down who has which key.
              - id: u2
                statements:
                  l1: Collect keys when people leave.
  - id: b
    title: Area B
    sections:
      - kind: fn
        topics:
          - id: v
            title: Topic V
            rows:
              - id: v1
                statements:
                  l1: Help colleagues with forms.
`;

/** A row of a sheet: the name of the sheet, the hidden id, the topic as it is shown, the statements. */
export interface Line {
  sheet: string;
  id?: string;
  topic: string;
  says: Record<string, string>;
}

/** The rows as they were sent. */
export function lines(text = SENT): Line[] {
  return load(text).framework.areas.flatMap(area =>
    area.sections.flatMap(section =>
      section.topics.flatMap(topic =>
        topic.rows.map(row => ({
          sheet: area.id.toUpperCase(),
          id: row.id,
          topic: topic.title ?? '',
          says: Object.fromEntries(row.statements),
        })),
      ),
    ),
  );
}

/** What comes back if the sheets hold these lines. */
export function returnedSheets(rows: readonly Line[], more: Partial<Review> = {}, text = SENT): Review {
  const base = load(text).framework;
  const seen = new Set(rows.flatMap(({ id }) => id ?? []));
  const lost = (sheet: string) => rows.every(row => row.sheet !== sheet || row.id === undefined);
  return {
    form: 'xlsx',
    base: text,
    sheets: base.areas.map(({ id, title }) => ({
      name: id.toUpperCase(),
      areaId: id,
      areaTitle: title ?? '',
      levels: ['l1', 'l2'],
      hasIds: !lost(id.toUpperCase()),
    })),
    rows: rows.map(
      ({ sheet, id, topic, says }, order): ReturnedRow => ({
        sheet,
        line: order + 4,
        order,
        place: `${sheet}!${order + 4}`,
        ...(id !== undefined && { rowId: id, kind: 'fn', areaId: sheet.toLowerCase() }),
        sectionTitle: 'Functions',
        topicTitle: topic,
        statements: new Map(Object.entries({ l1: '', l2: '', ...says })),
        hidden: false,
        comments: [],
      }),
    ),
    absentRows: base.areas
      .filter(area => !lost(area.id.toUpperCase()))
      .flatMap(area =>
        area.sections.flatMap(section =>
          section.topics.flatMap(topic =>
            topic.rows
              .filter(row => !seen.has(row.id))
              .map(row => ({ row: row.id, topic: topic.id, area: area.id })),
          ),
        ),
      ),
    absentAreas: [],
    comments: [],
    problems: [],
    ...more,
  };
}

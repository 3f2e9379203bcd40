import { sectionId } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { same } from './same.ts';
import { nodesAt } from './target.ts';

/** How many findings there are on a place, by how grave they are. */
export interface SeverityCounts {
  readonly error?: number;
  readonly warning?: number;
  readonly info?: number;
}

export interface RowMarks {
  /** Findings on the row and none of its levels. */
  readonly row?: SeverityCounts;
  readonly levels: ReadonlyMap<string, SeverityCounts>;
}

/** Findings within an area, by the place where the matrix shows them. */
export interface AreaMarks {
  readonly rows: ReadonlyMap<string, RowMarks>;
  /** By `area:id`, `section:area/kind` or `topic:id`. */
  readonly nodes: ReadonlyMap<string, SeverityCounts>;
}

/** By the id of the area that they are in. */
export type MatrixMarks = ReadonlyMap<string, AreaMarks>;

/** What a finding says about its place: the area that it is in, and what in it, as closely as it is known. */
export interface MarkedFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly area: string;
  readonly section?: string | undefined;
  readonly topic?: string | undefined;
  readonly row?: string | undefined;
  readonly level?: string | undefined;
}

/**
 * Something found at an offset of the text, as it is counted.
 * @param framework as loaded from the text as it is now
 */
export function findingAt(
  framework: Framework,
  offset: number,
  severity: MarkedFinding['severity'],
): MarkedFinding | undefined {
  const at = nodesAt(framework, offset);
  if (!at) return undefined;
  const { area, section, topic, row, level } = at;
  return {
    severity,
    area: area.id,
    section: section && sectionId(area.id, section.kind),
    topic: topic?.id,
    row: row?.id,
    level,
  };
}

/**
 * Counts findings by place.
 * @param before marks whose areas are taken over where they say the same
 */
export function marksOf(findings: Iterable<MarkedFinding>, before?: MatrixMarks): MatrixMarks {
  const areas = new Map<string, CountedArea>();
  for (const finding of findings) {
    const known = areas.get(finding.area);
    const marks = known ?? { rows: new Map(), nodes: new Map() };
    if (!known) areas.set(finding.area, marks);
    count(marks, finding);
  }
  return new Map(
    Array.from(areas, ([id, marks]) => {
      const was = before?.get(id);
      return [id, was && sameAreaMarks(was, marks) ? was : marks];
    }),
  );
}

interface CountedArea {
  readonly rows: Map<string, { row?: SeverityCounts; levels: Map<string, SeverityCounts> }>;
  readonly nodes: Map<string, SeverityCounts>;
}

function count({ rows, nodes }: CountedArea, finding: MarkedFinding): void {
  const { severity, row, level, topic, section, area } = finding;
  const more = (counts: SeverityCounts | undefined) => ({
    ...counts,
    [severity]: (counts?.[severity] ?? 0) + 1,
  });
  if (row === undefined) {
    const node =
      topic !== undefined ? `topic:${topic}` : section !== undefined ? `section:${section}` : `area:${area}`;
    nodes.set(node, more(nodes.get(node)));
    return;
  }
  const marks = rows.get(row) ?? { levels: new Map<string, SeverityCounts>() };
  rows.set(row, marks);
  if (level === undefined) marks.row = more(marks.row);
  else marks.levels.set(level, more(marks.levels.get(level)));
}

function sameAreaMarks(a: AreaMarks, b: AreaMarks): boolean {
  if (a.rows.size !== b.rows.size || !same([...a.nodes], [...b.nodes])) return false;
  for (const [id, marks] of a.rows) if (!sameMarks(marks, b.rows.get(id))) return false;
  return true;
}

/** Whether two rows have the same marks. */
export function sameMarks(a: RowMarks | undefined, b: RowMarks | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && same([a.row, ...a.levels], [b.row, ...b.levels]);
}

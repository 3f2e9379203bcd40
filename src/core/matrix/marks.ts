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

/** Findings by the place where the matrix shows them. */
export interface MatrixMarks {
  readonly rows: ReadonlyMap<string, RowMarks>;
  /** By `area:id`, `section:area/kind` or `topic:id`. */
  readonly nodes: ReadonlyMap<string, SeverityCounts>;
}

/** What a finding says about its place. */
export interface MarkedFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly row?: string | undefined;
  readonly level?: string | undefined;
  readonly area?: string | undefined;
  readonly section?: string | undefined;
  readonly topic?: string | undefined;
}

/** Counts findings by place; those on no node of the matrix are left out. */
export function marksOf(findings: Iterable<MarkedFinding>): MatrixMarks {
  const rows = new Map<string, { row?: SeverityCounts; levels: Map<string, SeverityCounts> }>();
  const nodes = new Map<string, SeverityCounts>();
  for (const { severity, row, level, topic, section, area } of findings) {
    const more = (counts: SeverityCounts | undefined) => ({
      ...counts,
      [severity]: (counts?.[severity] ?? 0) + 1,
    });
    if (row !== undefined) {
      const marks = rows.get(row) ?? { levels: new Map<string, SeverityCounts>() };
      rows.set(row, marks);
      if (level === undefined) marks.row = more(marks.row);
      else marks.levels.set(level, more(marks.levels.get(level)));
      continue;
    }
    const node =
      topic !== undefined
        ? `topic:${topic}`
        : section !== undefined
          ? `section:${section}`
          : area !== undefined
            ? `area:${area}`
            : undefined;
    if (node !== undefined) nodes.set(node, more(nodes.get(node)));
  }
  return { rows, nodes };
}

import { type Finding, findings, LineIndex, type RunOptions } from '../../core/index.ts';
import type { Mended } from '../mend.ts';
import { placeIn, type Source } from '../source.ts';

/** A finding with its place as people count it. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related?: readonly (NonNullable<Finding['related']>[number] & {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  })[];
}

/** What `validate` found in a file. */
export interface Report {
  readonly source: Source;
  readonly findings: readonly PlacedFinding[];
  /** Absent where nothing was to be mended. */
  readonly mended?: readonly Mended[];
}

/** All that is wrong with a framework, in text order. */
export function reportOf(source: Source, mended?: readonly Mended[], settings?: RunOptions): Report {
  const { text } = source.loaded.document;
  const index = new LineIndex(text);
  const placed = <T extends { readonly start: number; readonly end: number }>(spot: T) => {
    const [line, column] = placeIn(text, spot.start, index);
    const [endLine, endColumn] = placeIn(text, spot.end, index);
    return { ...spot, line, column, endLine, endColumn };
  };
  const found = findings(source.loaded, settings).map(({ related, ...finding }) => ({
    ...placed(finding),
    ...(related && { related: related.map(placed) }),
  }));
  return { source, findings: found, ...(mended && { mended }) };
}

/** How many findings there are of a severity. */
export function countOf(reports: readonly Report[], severity: Finding['severity']): number {
  return reports.reduce(
    (sum, report) => sum + report.findings.filter(finding => finding.severity === severity).length,
    0,
  );
}

import { targetAt } from '../matrix/target.ts';
import { indexFramework } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { Finding } from '../rules/finding.ts';
import type { BookCell, BookSheet } from './book.ts';
import type { CellFinder } from './cellFinder.ts';
import { readingTable, whereCell } from './readingTable.ts';
import type { LayoutOptions } from './scope.ts';
import { LONGEST_CELL, printable } from './unwritable.ts';

/** More than anybody reads; a sheet of more would only be slow. */
const MOST = 5_000;

const KINDS: Record<Finding['severity'], string> = { error: 'Error', warning: 'Warning', info: 'Hint' };
const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** A finding with the nodes that it is about. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly area?: { readonly id: string; readonly title?: string | undefined };
  readonly topic?: { readonly id: string; readonly title?: string | undefined };
}

/**
 * The findings that a workbook of this scope has to show: what is serious first, else in document order. What is
 * about the file and stands in no area says nothing to a reviewer.
 * @param framework as loaded from the text in which they were found
 */
export function placedFindings(
  framework: Framework,
  findings: readonly Finding[],
  scope: LayoutOptions['scope'],
): PlacedFinding[] {
  if (findings.length === 0) return [];
  const index = indexFramework(framework);
  const placed = findings.map((finding): PlacedFinding => {
    const target = targetAt(framework, finding.start);
    const row = finding.row ?? (target?.what === 'row' ? target.id : undefined);
    const at =
      (row === undefined ? undefined : index.row(row)) ??
      (target?.what === 'topic' ? index.topic(target.id) : undefined);
    const area =
      at?.area ??
      (target?.what === 'area' ? index.area(target.id)?.area : undefined) ??
      (target?.what === 'section' ? index.section(target.id)?.area : undefined);
    return { finding, ...(area && { area }), ...(at && { topic: at.topic }) };
  });
  return placed
    .filter(
      ({ finding, area }) =>
        area !== undefined &&
        (scope?.areas?.includes(area.id) ?? true) &&
        (finding.level === undefined || (scope?.levels?.includes(finding.level) ?? true)),
    )
    .sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity));
}

/** The sheet of what was found wrong, one finding a row, each with a link to its cell. */
export function findingsSheet(
  name: string,
  framework: Framework,
  findings: readonly PlacedFinding[],
  finder: CellFinder,
  footer: string,
): BookSheet {
  const levels = new Map(framework.levels.map(({ id, title }) => [id, title]));
  const more = findings.length > MOST ? ` The first ${MOST} of ${findings.length} are shown.` : '';
  return readingTable({
    name,
    tabColour: '9C3D54',
    title: 'Findings',
    lead: `What an automatic check found when this workbook was made; the link leads to the cell.${more}`,
    columns: [
      { head: 'Kind', width: 13 },
      { head: 'Area', width: 28 },
      { head: 'Topic', width: 32 },
      { head: 'Level', width: 13 },
      { head: 'Finding', width: 86 },
      { head: 'Where', width: 10 },
    ],
    rows: findings.slice(0, MOST).map(placed => cellsOf(placed, levels, finder)),
    about: findings.slice(0, MOST).map(({ finding: { row, level } }) => ({ row, level })),
    footer,
  });
}

function cellsOf(
  { finding, area, topic }: PlacedFinding,
  levels: ReadonlyMap<string, string>,
  finder: CellFinder,
): BookCell[] {
  const plain = (text: string): BookCell => ({ text: printable(text, LONGEST_CELL), style: 'statement' });
  const { row, level } = finding;
  const link =
    (row === undefined ? undefined : (finder.row(row, level) ?? finder.row(row))) ??
    (topic && finder.topic(topic.id)) ??
    (area && finder.area(area.id));
  return [
    plain(KINDS[finding.severity]),
    plain(area?.title ?? ''),
    plain(topic?.title ?? ''),
    plain(level === undefined ? '' : (levels.get(level) ?? level)),
    plain(finding.message),
    whereCell(link),
  ];
}

/** `2 warnings and 5 hints`. */
export function findingCounts(findings: readonly PlacedFinding[]): string {
  const parts = ORDER.flatMap(severity => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : `${count} ${KINDS[severity].toLowerCase()}${count === 1 ? '' : 's'}`;
  });
  return parts.length < 2
    ? (parts[0] ?? 'nothing found')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

import type { Palette } from '../terminal.ts';
import { countOf, type PlacedFinding, type Report } from './report.ts';
import { visibleIn } from './visible.ts';
import { counted } from './words.ts';

/** Findings for people, one a line, by file: `file:line:column: severity: message (rule)`. */
export function findingsText(reports: readonly Report[], paint: Palette): string {
  const blocks = reports
    .map(report => [
      ...(report.mended ?? []).map(
        ({ line, column, title, rule }) =>
          `${place(report, line, column, paint)} ${paint.added('mended')}: ${title} ${paint.dim(`(${rule})`)}`,
      ),
      ...report.findings.map(finding => findingLine(report, finding, paint)),
    ])
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n\n`);
  return `${blocks.join('')}${summary(reports)}\n`;
}

function findingLine(report: Report, finding: PlacedFinding, paint: Palette): string {
  const { line, column, severity, rule } = finding;
  const { message, row, level } = visibleIn({
    message: finding.message,
    row: finding.row,
    level: finding.level,
  });
  // Nobody sees the text that a workbook stands for, so its lines say nothing.
  const of = row === undefined ? '' : `row ${row}${level === undefined ? '' : `, ${level}`}:`;
  const at =
    report.source.kind === 'workbook' && of !== ''
      ? paint.bold(`${report.source.name}: ${of}`)
      : place(report, line, column, paint);
  return `${at} ${paint[severity](severity)}: ${message} ${paint.dim(`(${rule})`)}`;
}

function place({ source }: Report, line: number, column: number, paint: Palette): string {
  return paint.bold(`${source.name}:${line}:${column}:`);
}

function summary(reports: readonly Report[]): string {
  const files = counted(reports.length, 'file');
  const mended = reports.reduce((sum, report) => sum + (report.mended?.length ?? 0), 0);
  const parts = [
    ...(mended > 0 ? [`${mended} mended`] : []),
    ...(['error', 'warning', 'info'] as const).flatMap(severity => {
      const count = countOf(reports, severity);
      return count > 0 ? counted(count, severity === 'info' ? 'remark' : severity) : [];
    }),
  ];
  return `${files}: ${parts.length > 0 ? parts.join(', ') : 'nothing found'}.`;
}

import type { Report } from './report.ts';

/** Findings as the contract has them; `fixed` is there only where something was to be mended. */
export function findingsJson(reports: readonly Report[]): string {
  const files = reports.map(({ source, findings, mended }) => ({
    file: source.name,
    findings: findings.map(({ rule, severity, line, column, row, level, message }) => ({
      rule,
      severity,
      line,
      column,
      ...(row !== undefined && { row }),
      ...(level !== undefined && { level }),
      message,
    })),
    ...(mended && {
      fixed: mended.map(({ rule, line, column, title }) => ({ rule, line, column, message: title })),
    }),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

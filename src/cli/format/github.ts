import type { Report } from './report.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */
export function githubAnnotations(reports: readonly Report[]): string {
  return reports
    .flatMap(({ source, findings }) =>
      findings.map(({ severity, line, column, endLine, endColumn, rule, message }) => {
        const at = {
          ...(source.kind === 'file' && { file: source.name.replaceAll('\\', '/') }),
          line,
          // Columns are for a finding on one line only.
          ...(endLine === line ? { col: column, endColumn } : { endLine }),
          title: rule,
        };
        const properties = Object.entries(at).map(([key, value]) => `${key}=${property(String(value))}`);
        return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

/** As the runner's own toolkit escapes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

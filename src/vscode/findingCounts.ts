import * as vscode from 'vscode';

/** How many problems of each severity there are. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What VS Code lists as our problems in a file. */
export function problemsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Framework');
}

/** The counts of some problems, or of those that begin in a range. */
export function findingCounts(problems: readonly vscode.Diagnostic[], range?: vscode.Range): FindingCounts {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const each of problems) {
    if (range && !range.contains(each.range.start)) continue;
    if (each.severity === vscode.DiagnosticSeverity.Error) counts.errors++;
    else if (each.severity === vscode.DiagnosticSeverity.Warning) counts.warnings++;
    else counts.infos++;
  }
  return counts;
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function countsText({ errors, warnings, infos }: FindingCounts): string {
  const many = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
  return [...many(errors, 'error'), ...many(warnings, 'warning'), ...many(infos, 'hint')].join(', ');
}

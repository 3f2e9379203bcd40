import * as vscode from 'vscode';

/** How many problems of each severity there are. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The counts of what VS Code lists as our problems, in a file or in some of its lines. */
export function findingCounts(uri: vscode.Uri, range?: vscode.Range): FindingCounts {
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const each of vscode.languages.getDiagnostics(uri)) {
    if (each.source !== 'Framework' || (range && !range.contains(each.range.start))) continue;
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

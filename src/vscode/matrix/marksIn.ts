import * as vscode from 'vscode';
import {
  type Framework,
  findingAt,
  type MarkedFinding,
  type MatrixMarks,
  marksOf,
} from '../../core/index.ts';

/** What the matrix calls VS Code's severities; hints are not shown. */
export const SEVERITIES = new Map<vscode.DiagnosticSeverity, MarkedFinding['severity']>([
  [vscode.DiagnosticSeverity.Error, 'error'],
  [vscode.DiagnosticSeverity.Warning, 'warning'],
  [vscode.DiagnosticSeverity.Information, 'info'],
]);

/**
 * What the Problems view says about a document, whoever said it, by place in the matrix.
 * @param framework as loaded from the document as it is now
 * @param before what it said before: areas of which it says the same are taken over
 */
export function marksIn(
  document: vscode.TextDocument,
  framework: Framework,
  before: MatrixMarks | undefined,
): MatrixMarks {
  const found = vscode.languages.getDiagnostics(document.uri).flatMap(({ range, severity }) => {
    const known = SEVERITIES.get(severity);
    return (known && findingAt(framework, document.offsetAt(range.start), known)) ?? [];
  });
  return marksOf(found, before);
}

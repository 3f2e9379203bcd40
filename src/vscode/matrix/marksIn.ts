import * as vscode from 'vscode';
import { type Framework, type MarkedFinding, type MatrixMarks, marksOf, targetAt } from '../../core/index.ts';

/** What the matrix calls VS Code's severities; hints are not shown. */
export const SEVERITIES = new Map<vscode.DiagnosticSeverity, MarkedFinding['severity']>([
  [vscode.DiagnosticSeverity.Error, 'error'],
  [vscode.DiagnosticSeverity.Warning, 'warning'],
  [vscode.DiagnosticSeverity.Information, 'info'],
]);

/**
 * What the Problems view says about a document, whoever said it, by place in the matrix.
 * @param framework as loaded from the document as it is now
 */
export function marksIn(document: vscode.TextDocument, framework: Framework): MatrixMarks {
  const found: MarkedFinding[] = [];
  for (const { range, severity } of vscode.languages.getDiagnostics(document.uri)) {
    const known = SEVERITIES.get(severity);
    const target = known && targetAt(framework, document.offsetAt(range.start));
    if (!target) continue;
    found.push({ severity: known, [target.what]: target.id, level: target.level });
  }
  return marksOf(found);
}

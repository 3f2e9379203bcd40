import * as vscode from 'vscode';
import {
  findings,
  fixesOf,
  type Loaded,
  type MatrixTarget,
  type RunOptions,
  targetAt,
} from '../../core/index.ts';
import type { MatrixFinding } from '../../protocol/matrix.ts';
import { sameTarget } from './editing.ts';
import { SEVERITIES } from './marksIn.ts';

/**
 * What the Problems view says about one place of the matrix, the gravest first, with the rules' own quick fixes.
 * @param locked whether nothing can be edited now: then there are no fixes
 */
export function findingsAt(
  document: vscode.TextDocument,
  loaded: Loaded,
  settings: RunOptions | undefined,
  target: MatrixTarget,
  locked: boolean,
): MatrixFinding[] {
  const here = (offset: number) => sameTarget(targetAt(loaded.framework, offset), target);
  const shown = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity, range }) => SEVERITIES.has(severity) && here(document.offsetAt(range.start)));
  if (shown.length === 0) return [];
  const known = locked ? [] : findings(loaded, settings).filter(finding => here(finding.start));
  return shown
    .sort((a, b) => a.severity - b.severity)
    .map(({ severity, code, message }) => {
      const rule = typeof code === 'object' ? String(code.value) : '';
      const finding = known.find(each => each.rule === rule && each.message === message);
      const fixes = finding ? fixesOf(loaded, finding) : [];
      return {
        severity: SEVERITIES.get(severity)!,
        rule,
        message,
        fixes: fixes.map(({ title, safe }) => ({ title, preferred: safe })),
      };
    });
}

import * as vscode from 'vscode';
import { type Finding, findingsIn, fixesOf } from '../core/index.ts';
import { rangeOf, workspaceEditOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Services } from './services.ts';

/** The rules' own ways to mend what they found; none in a published version, which is not edited any more. */
export function registerCodeActions(context: vscode.ExtensionContext, { documents }: Services): void {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics }) {
      const loaded = documents.loaded(document);
      if (loaded.framework.details.status === 'published') return [];
      const options = documents.settings(document);
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const here = findingsIn(loaded, options, start, end);
      return here.flatMap(finding =>
        fixesOf(loaded, finding, options).map(fix => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          action.edit = workspaceEditOf(document, fix.edits);
          action.isPreferred = fix.safe;
          action.diagnostics = diagnostics.filter(diagnostic => isOf(document, diagnostic, finding));
          return action;
        }),
      );
    },
  };
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(LANGUAGE, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

function isOf(document: vscode.TextDocument, { code, range }: vscode.Diagnostic, finding: Finding): boolean {
  return (
    typeof code === 'object' &&
    code.value === finding.rule &&
    range.isEqual(rangeOf(document, finding.start, finding.end))
  );
}

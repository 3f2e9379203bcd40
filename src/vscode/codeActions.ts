import * as vscode from 'vscode';
import { type Finding, findingsIn, fixesOf, type Loaded, silencePlace } from '../core/index.ts';
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
      const about = (finding: Finding) =>
        diagnostics.filter(diagnostic => isOf(document, diagnostic, finding));
      const fixes = here.flatMap(finding =>
        fixesOf(loaded, finding, options).map(fix => {
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          action.edit = workspaceEditOf(document, fix.edits);
          action.isPreferred = fix.safe;
          action.diagnostics = about(finding);
          return action;
        }),
      );
      return [...fixes, ...here.flatMap(finding => letStand(document, loaded, finding, about(finding)))];
    },
  };
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(LANGUAGE, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}

/** A comment that silences the finding, with the cursor where its reason goes. */
function letStand(
  document: vscode.TextDocument,
  loaded: Loaded,
  finding: Finding,
  about: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const place = silencePlace(loaded, finding);
  if (!place) return [];
  const action = new vscode.CodeAction(
    `Let it stand, and say why (${finding.rule})`,
    vscode.CodeActionKind.QuickFix,
  );
  const comment = new vscode.SnippetString(place.comment).appendPlaceholder('reason').appendText('\n');
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [vscode.SnippetTextEdit.insert(document.positionAt(place.offset), comment)]);
  action.diagnostics = about;
  return [action];
}

function isOf(document: vscode.TextDocument, { code, range }: vscode.Diagnostic, finding: Finding): boolean {
  return (
    typeof code === 'object' &&
    code.value === finding.rule &&
    range.isEqual(rangeOf(document, finding.start, finding.end))
  );
}

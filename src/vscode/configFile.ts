import * as vscode from 'vscode';
import { configCompletions, configHover, readConfig } from '../core/index.ts';
import { itemOf } from './completion.ts';
import { rangeOf } from './convert.ts';
import type { Register } from './services.ts';

/** The language of `framework.config.yaml`. */
const CONFIG_LANGUAGE = 'framework-config';

/** Help with the settings of the rules: hover, completion, and fixes of names that there are not. */
export const registerConfigFile: Register = context => {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(CONFIG_LANGUAGE, {
      provideHover(document, position) {
        const found = configHover(document.getText(), document.offsetAt(position));
        if (!found) return undefined;
        const range = rangeOf(document, found.start, found.end);
        return new vscode.Hover(new vscode.MarkdownString(found.blocks.join('\n\n')), range);
      },
    }),
    vscode.languages.registerCompletionItemProvider(
      CONFIG_LANGUAGE,
      {
        provideCompletionItems: (document, position) =>
          configCompletions(document.getText(), document.offsetAt(position)).map((found, index) =>
            itemOf(document, found, index),
          ),
      },
      ' ',
    ),
    vscode.languages.registerCodeActionsProvider(
      CONFIG_LANGUAGE,
      { provideCodeActions: (document, range, { diagnostics }) => renames(document, range, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
};

function renames(
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return readConfig(document.getText()).problems.flatMap(({ near, start, end }) => {
    const place = rangeOf(document, start, end);
    if (near === undefined || !place.intersection(range)) return [];
    const action = new vscode.CodeAction(`Change to \`${near}\``, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, place, near);
    action.diagnostics = diagnostics.filter(each => each.range.isEqual(place));
    return [action];
  });
}

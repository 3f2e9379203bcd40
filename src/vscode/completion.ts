import * as vscode from 'vscode';
import { type Completion, completions } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

const KINDS: Record<Completion['kind'], vscode.CompletionItemKind> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  level: vscode.CompletionItemKind.Enum,
  reference: vscode.CompletionItemKind.Reference,
  template: vscode.CompletionItemKind.Snippet,
};

/** Keys, levels, values, ids and templates, in the order of the format. */
export const registerCompletion: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(
      LANGUAGE,
      {
        provideCompletionItems(document, position) {
          // New ids are made from the moment, so that two people who add a row get two ids.
          const seed = String(Date.now());
          const found = completions(documents.loaded(document), document.offsetAt(position), seed);
          return found.map((each, index) => itemOf(document, each, index));
        },
      },
      ' ',
      '"',
      '[',
    ),
  );
};

/** A completion as VS Code takes it. `index`: its place in the list. */
export function itemOf(
  document: vscode.TextDocument,
  found: Completion,
  index: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(found.label, KINDS[found.kind]);
  item.insertText = new vscode.SnippetString(found.snippet);
  item.range = rangeOf(document, found.start, found.end);
  // Somebody may type the quote that stands in the text, or leave it out.
  const typed = document.getText(item.range);
  item.filterText = typed.startsWith('"') ? `"${found.label}` : found.label;
  item.sortText = String(index).padStart(5, '0');
  item.detail = found.detail;
  if (found.documentation) item.documentation = new vscode.MarkdownString(found.documentation);
  if (found.more) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

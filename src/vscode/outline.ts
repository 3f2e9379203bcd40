import * as vscode from 'vscode';
import { folds, type OutlineEntry, outline } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

const KINDS: Record<OutlineEntry['kind'], vscode.SymbolKind> = {
  level: vscode.SymbolKind.EnumMember,
  area: vscode.SymbolKind.Module,
  section: vscode.SymbolKind.Namespace,
  topic: vscode.SymbolKind.Class,
  row: vscode.SymbolKind.Field,
  notice: vscode.SymbolKind.Null,
};

/** Outline, breadcrumbs, sticky lines and Ctrl+Shift+O, and what folds. */
export const registerOutline: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerDocumentSymbolProvider(
      LANGUAGE,
      {
        provideDocumentSymbols: document =>
          outline(documents.loaded(document)).map(entry => symbolOf(document, entry)),
      },
      { label: 'Framework' },
    ),
    vscode.languages.registerFoldingRangeProvider(LANGUAGE, {
      provideFoldingRanges: document =>
        folds(documents.loaded(document)).map(
          ({ start, end, kind }) =>
            new vscode.FoldingRange(
              start,
              end,
              ...(kind === 'comment' ? [vscode.FoldingRangeKind.Comment] : []),
            ),
        ),
    }),
  );
};

function symbolOf(document: vscode.TextDocument, entry: OutlineEntry): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    entry.name.trim() || '—',
    entry.detail,
    KINDS[entry.kind],
    rangeOf(document, entry.start, entry.end),
    rangeOf(document, entry.nameStart, entry.nameEnd),
  );
  if (entry.withdrawn) symbol.tags = [vscode.SymbolTag.Deprecated];
  symbol.children = entry.children.map(child => symbolOf(document, child));
  return symbol;
}

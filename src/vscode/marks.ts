import * as vscode from 'vscode';
import { filledLevels, tokens } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

const LEGEND = new vscode.SemanticTokensLegend(['comment'], ['deprecated']);

/** Behind each row's id the levels that have a statement; withdrawn things in the colour of comments. */
export const registerMarks: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerInlayHintsProvider(LANGUAGE, {
      provideInlayHints(document, range) {
        const found = filledLevels(
          documents.loaded(document),
          document.offsetAt(range.start),
          document.offsetAt(range.end),
        );
        return found.map(({ offset, label, titles }) => {
          const hint = new vscode.InlayHint(document.positionAt(offset), label);
          hint.paddingLeft = true;
          hint.tooltip =
            titles.length > 0 ? `Statements at ${titles.join(', ')}` : 'No statement at any level';
          return hint;
        });
      },
    }),
    vscode.languages.registerDocumentSemanticTokensProvider(
      LANGUAGE,
      {
        provideDocumentSemanticTokens(document) {
          const builder = new vscode.SemanticTokensBuilder(LEGEND);
          for (const { start, end } of tokens(documents.loaded(document)))
            for (const line of linesOf(document, rangeOf(document, start, end)))
              builder.push(line, 'comment', ['deprecated']);
          return builder.build();
        },
      },
      LEGEND,
    ),
  );
};

/** A range, cut at its line ends: a token stands on one line. */
function linesOf(document: vscode.TextDocument, range: vscode.Range): vscode.Range[] {
  if (range.isSingleLine) return [range];
  const lines: vscode.Range[] = [];
  for (let line = range.start.line; line <= range.end.line; line++) {
    const part = document.lineAt(line).range.intersection(range);
    if (part && !part.isEmpty) lines.push(part);
  }
  return lines;
}

import * as vscode from 'vscode';
import { selectionsAt } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

/** Expand and shrink selection by what things mean: text, cell, row, topic, section, area. */
export const registerSelection: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerSelectionRangeProvider(LANGUAGE, {
      provideSelectionRanges(document, positions) {
        const loaded = documents.loaded(document);
        return positions.map(position => {
          const found = selectionsAt(loaded, document.offsetAt(position));
          let range: vscode.SelectionRange | undefined;
          for (const { start, end } of found.reverse())
            range = new vscode.SelectionRange(rangeOf(document, start, end), range);
          return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
        });
      },
    }),
  );
};

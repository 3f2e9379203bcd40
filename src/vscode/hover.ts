import * as vscode from 'vscode';
import { findingsIn, hover } from '../core/index.ts';
import { rangeOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Services } from './services.ts';

/** What each key, level, id, statement and finding means, where the pointer rests. */
export function registerHover(context: vscode.ExtensionContext, { documents }: Services): void {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider(LANGUAGE, {
      provideHover(document, position) {
        const loaded = documents.loaded(document);
        const offset = document.offsetAt(position);
        const settings = documents.settings(document);
        const past = { siblings: settings.siblings ?? [], reasons: documents.reasons(document) };
        const found = hover(
          loaded,
          offset,
          findingsIn(loaded, settings, offset, offset),
          documents.notes(document),
          past,
        );
        if (!found) return undefined;
        const range = rangeOf(document, found.start, found.end);
        return new vscode.Hover(new vscode.MarkdownString(found.blocks.join('\n\n')), range);
      },
    }),
  );
}

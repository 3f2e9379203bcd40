import * as vscode from 'vscode';
import { findings, findingsIn, safeEdits } from '../core/index.ts';
import { workspaceEditOf } from './convert.ts';
import { LANGUAGE } from './documents.ts';
import type { Register } from './services.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('frameworkWorkbench');

/**
 * All safe fixes at once, also on save where `editor.codeActionsOnSave` asks for it; and in a published version,
 * which is not edited any more, the way to the next one.
 */
export const registerFixAll: Register = (context, { documents }) => {
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(
      LANGUAGE,
      {
        provideCodeActions(document, _range, { only }) {
          if (!only?.intersects(FIX_ALL)) return [];
          const loaded = documents.loaded(document);
          const options = documents.settings(document);
          const edits = safeEdits(loaded, findings(loaded, options), options);
          if (edits.length === 0) return [];
          const action = new vscode.CodeAction('Fix all that is safe to fix', FIX_ALL);
          action.edit = workspaceEditOf(document, edits);
          return [action];
        },
      },
      { providedCodeActionKinds: [FIX_ALL] },
    ),
    vscode.languages.registerCodeActionsProvider(
      LANGUAGE,
      {
        provideCodeActions(document, range, { diagnostics }) {
          const loaded = documents.loaded(document);
          if (loaded.framework.details.status !== 'published') return [];
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          if (findingsIn(loaded, documents.settings(document), start, end).length === 0) return [];
          const action = new vscode.CodeAction('Start the Next Version…', vscode.CodeActionKind.QuickFix);
          action.command = {
            command: 'frameworkWorkbench.startNextVersion',
            title: action.title,
            arguments: [document.uri],
          };
          action.diagnostics = [...diagnostics];
          return [action];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
};

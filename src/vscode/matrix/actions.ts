import * as vscode from 'vscode';
import { MATRIX_ACTIONS } from '../../protocol/matrixActions.ts';
import type { OpenPages } from './editor.ts';

/** Registers the commands that the page carries out, since it knows what is selected in it. */
export function registerActions(pages: OpenPages): vscode.Disposable {
  const commands = MATRIX_ACTIONS.map(action =>
    vscode.commands.registerCommand(`frameworkWorkbench.matrix.${action}`, () => {
      for (const [panel, session] of pages) if (panel.active) session.perform(action);
    }),
  );
  return vscode.Disposable.from(...commands);
}

import * as vscode from 'vscode';
import type { MatrixTarget } from '../../protocol/matrix.ts';
import { MATRIX_ACTIONS } from '../../protocol/matrixActions.ts';
import { isTarget } from '../../protocol/matrixCommandGuards.ts';
import type { OpenPages } from './editor.ts';

/** Registers the commands that the page carries out, since it knows what is selected in it. */
export function registerActions(pages: OpenPages): vscode.Disposable {
  const commands = MATRIX_ACTIONS.map(action =>
    vscode.commands.registerCommand(`frameworkWorkbench.matrix.${action}`, (from?: unknown) => {
      for (const [panel, session] of pages) if (panel.active) session.perform(action, targetIn(from));
    }),
  );
  return vscode.Disposable.from(...commands);
}

/** What a menu was opened on: the page puts it under `target` in the context of its elements. */
function targetIn(from: unknown): MatrixTarget | undefined {
  const target = typeof from === 'object' && from !== null && 'target' in from ? from.target : undefined;
  return isTarget(target) ? target : undefined;
}

import * as vscode from 'vscode';
import { frameworkFor } from '../chooseFramework.ts';
import type { Register, Services } from '../services.ts';
import { type OpenPages, registerActions } from './actions.ts';

const MATRIX_VIEW = 'frameworkWorkbench.matrix';

/** The level matrix, the commands that open it, and those that it carries out. */
export const registerMatrix: Register = (context, services) => {
  const pages: OpenPages = new Map();
  context.subscriptions.push(
    registerActions(pages),
    vscode.window.registerCustomEditorProvider(MATRIX_VIEW, matrixEditor(services, pages), {
      supportsMultipleEditorsPerDocument: true,
    }),
    vscode.commands.registerCommand('frameworkWorkbench.openMatrix', (uri?: unknown) =>
      openMatrix(uri, vscode.ViewColumn.Active),
    ),
    vscode.commands.registerCommand('frameworkWorkbench.openMatrixToSide', (uri?: unknown) =>
      openMatrix(uri, vscode.ViewColumn.Beside),
    ),
  );
};

/** The level matrix, as a custom editor on the text document itself; read when the first one opens. */
function matrixEditor(services: Services, pages: OpenPages): vscode.CustomTextEditorProvider {
  return {
    async resolveCustomTextEditor(document, panel) {
      let isClosed = false;
      panel.onDidDispose(() => {
        isClosed = true;
        pages.delete(panel);
      });
      const { openPage } = await import('./editor.ts');
      if (!isClosed) pages.set(panel, openPage(document, panel, services));
    },
  };
}

async function openMatrix(uri: unknown, column: vscode.ViewColumn): Promise<void> {
  const file = await frameworkFor(uri, 'Show which framework as a matrix?');
  if (file) await vscode.commands.executeCommand('vscode.openWith', file, MATRIX_VIEW, column);
}

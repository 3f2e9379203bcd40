import * as vscode from 'vscode';
import { frameworkFor } from '../chooseFramework.ts';
import type { Register } from '../services.ts';
import { registerActions } from './actions.ts';
import { MATRIX_VIEW, matrixEditor, type OpenPages } from './editor.ts';

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

async function openMatrix(uri: unknown, column: vscode.ViewColumn): Promise<void> {
  const file = await frameworkFor(uri, 'Show which framework as a matrix?');
  if (file) await vscode.commands.executeCommand('vscode.openWith', file, MATRIX_VIEW, column);
}

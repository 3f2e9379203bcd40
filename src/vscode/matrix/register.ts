import * as vscode from 'vscode';
import { isFramework } from '../documents.ts';
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

/** @param uri the file that a menu was opened on; without it the active editor's, or one that is chosen */
async function openMatrix(uri: unknown, column: vscode.ViewColumn): Promise<void> {
  const file = uri instanceof vscode.Uri ? uri : (activeFramework() ?? (await chooseFramework()));
  if (file) await vscode.commands.executeCommand('vscode.openWith', file, MATRIX_VIEW, column);
}

function activeFramework(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isFramework(document)) return document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === MATRIX_VIEW ? input.uri : undefined;
}

async function chooseFramework(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.framework.{yaml,yml}', '**/node_modules/**', 500);
  if (files.length === 0) {
    const message =
      'There is no framework file in this workspace. Open a folder that holds a file named *.framework.yaml.';
    void vscode.window.showInformationMessage(message);
    return undefined;
  }
  if (files.length === 1) return files[0];
  const items = files
    .map(file => ({ label: vscode.workspace.asRelativePath(file), file }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: 'Show which framework as a matrix?',
  });
  return chosen?.file;
}

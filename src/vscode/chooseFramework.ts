import * as vscode from 'vscode';
import { isFramework } from './documents.ts';

/** The framework files of a workspace. */
export const FRAMEWORK_FILES = '**/*.framework.{yaml,yml}';

/**
 * The framework that a command is for: the file that a menu was opened on, else that of the active editor (text
 * or matrix), else the only one in the workspace, else one that is chosen.
 * @param from what the command was called with
 * @param placeHolder what is asked where there are several
 */
export async function frameworkFor(from: unknown, placeHolder: string): Promise<vscode.Uri | undefined> {
  return from instanceof vscode.Uri ? from : (activeFramework() ?? (await chooseFramework(placeHolder)));
}

/** The framework file of the active editor. */
export function activeFramework(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isFramework(document)) return document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown =
    input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
  return shown && isFrameworkFile(shown) ? shown : undefined;
}

/** The framework files of the workspace, up to 500. */
export async function frameworkFiles(): Promise<vscode.Uri[]> {
  return vscode.workspace.findFiles(FRAMEWORK_FILES, '**/node_modules/**', 500);
}

export function isFrameworkFile(uri: vscode.Uri): boolean {
  return /\.framework\.ya?ml$/.test(uri.path);
}

/**
 * Asks for a framework file of the workspace; one alone is not asked about.
 * @param without is not offered
 */
export async function chooseFramework(
  placeHolder: string,
  without?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const found = await frameworkFiles();
  const files = found.filter(file => file.toString() !== without?.toString());
  if (files.length === 0) {
    const message = without
      ? 'There is no other framework file in this workspace.'
      : 'There is no framework file in this workspace. Open a folder that holds a file named *.framework.yaml.';
    void vscode.window.showInformationMessage(message);
    return undefined;
  }
  if (files.length === 1 && !without) return files[0];
  const items = files
    .map(file => ({ label: vscode.workspace.asRelativePath(file), file }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.file;
}

import * as vscode from 'vscode';
import type { Loaded } from '../../core/index.ts';

/**
 * A published version is not written to: says so and offers to start the next one.
 * @returns whether it is published
 */
export async function offerNextVersion(loaded: Loaded, document: vscode.TextDocument): Promise<boolean> {
  const { status, version } = loaded.framework.details;
  if (status !== 'published') return false;
  const name = vscode.workspace.asRelativePath(document.uri);
  const start = 'Start the Next Version…';
  const chosen = await vscode.window.showInformationMessage(
    `${name} holds version ${version}, which is published and is no longer changed. Start the next version, and work there.`,
    start,
  );
  if (chosen === start)
    await vscode.commands.executeCommand('frameworkWorkbench.startNextVersion', document.uri);
  return true;
}

import * as vscode from 'vscode';
import { type Breather, inSlices } from '../breather.ts';
import type { Services } from '../services.ts';
import { WriteError } from '../writeWhole.ts';

/**
 * Refuses to write over a workbook in which a reviewer has worked, or may have.
 * @throws WriteError if there is such a workbook, CancellationError if the person has had enough
 */
export async function refuseReviewed(
  services: Services,
  target: vscode.Uri,
  breathe: Breather,
): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(target).then(
    found => found,
    () => undefined,
  );
  if (!bytes) return;
  const { looksLikeWorkbook, lookingForWork } = await services.platform.loadReviewing();
  if (!looksLikeWorkbook(bytes)) return;
  const excel = await services.platform.loadExcel();
  const book = await excel
    .readWorkbook(bytes, { onStep: () => breathe.ifDue() })
    .catch((error: unknown) => unreadable(error));
  const why = await inSlices(lookingForWork(book), breathe);
  if (why !== undefined) throw new WriteError(`${vscode.workspace.asRelativePath(target)} ${why}`);
}

function unreadable(error: unknown): undefined {
  if (error instanceof vscode.CancellationError) throw error;
  return undefined;
}

/** Says that a file was written; it can be opened where there is a program for it. */
export async function tellWritten(
  services: Services,
  target: vscode.Uri,
  more: { readonly text: string; readonly showsLog: boolean },
): Promise<void> {
  const canOpen = target.scheme === 'file' && services.platform.host === 'node';
  const open = /\.xlsx$/.test(target.path) ? 'Open Workbook' : 'Open';
  const actions = [...(canOpen ? [open] : []), ...(more.showsLog ? ['Show Log'] : [])];
  const chosen = await vscode.window.showInformationMessage(
    `Exported to ${vscode.workspace.asRelativePath(target)}.${more.text}`,
    ...actions,
  );
  if (chosen === 'Show Log') services.log.show();
  else if (chosen !== undefined) await vscode.env.openExternal(target);
}

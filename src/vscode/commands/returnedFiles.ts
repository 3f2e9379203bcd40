import * as vscode from 'vscode';
import type { Loaded } from '../../core/index.ts';
import type { Returned } from '../../core/reviewing.ts';
import type { Services } from '../services.ts';
import { readReturned } from './readReturned.ts';

/**
 * Asks for the files that came back.
 * @param openLabel what the button says
 */
export function askReturned(
  uri: vscode.Uri,
  title: string,
  openLabel: string,
): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..'),
    canSelectMany: true,
    filters: { 'Workbooks that came back': ['xlsx', 'xlsm', 'ods', 'csv', 'tsv'] },
    openLabel,
    title,
  });
}

/**
 * Reads files that came back, with progress.
 * @returns what each reviewer sent
 */
export async function readReturnedFiles(
  services: Services,
  files: readonly vscode.Uri[],
  loaded: Loaded,
): Promise<Returned[]> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Reading what came back', cancellable: true },
    async (progress, token) => {
      const returned: Returned[] = [];
      for (const file of files) {
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        const name = file.path.replace(/^.*\//, '');
        progress.report({ message: name, increment: 100 / files.length });
        returned.push({ name, review: await readReturned(services, file, name, loaded, token) });
      }
      const { reviewersOf } = await services.platform.loadReviewing();
      return reviewersOf(returned);
    },
  );
}

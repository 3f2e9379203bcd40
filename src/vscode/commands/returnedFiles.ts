import * as vscode from 'vscode';
import type { Loaded } from '../../core/index.ts';
import type { Returned } from '../../core/reviewing.ts';
import { isFrameworkFile } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { readReturned } from './readReturned.ts';

const ENDINGS = ['xlsx', 'xlsm', 'ods', 'csv', 'tsv'];

/**
 * Tells the framework from what came back, in what a command was called with.
 * @param one the file that a menu was opened on
 * @param others the list of files that are selected there, that one among them
 */
export function roundFiles(
  one: unknown,
  others: unknown,
): { readonly into: vscode.Uri | undefined; readonly files: readonly vscode.Uri[] } {
  const named = [one, ...(Array.isArray(others) ? others : [])].filter(each => each instanceof vscode.Uri);
  const isReturned = (uri: vscode.Uri) =>
    ENDINGS.some(ending => uri.path.toLowerCase().endsWith(`.${ending}`));
  const files = new Map(named.filter(isReturned).map(uri => [uri.toString(), uri]));
  const other = one instanceof vscode.Uri && !isReturned(one) ? one : undefined;
  return { into: named.find(isFrameworkFile) ?? other, files: [...files.values()] };
}

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
    filters: { 'Workbooks that came back': ENDINGS },
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

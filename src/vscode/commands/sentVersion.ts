import * as vscode from 'vscode';
import type { Returned } from '../../core/reviewing.ts';
import type { Services } from '../services.ts';

/** Looking through more files, or versions, than this takes too long. */
const MOST_FILES = 50;
const MOST_VERSIONS = 200;

/** What is used of the interface of VS Code's own Git extension. */
interface GitRepository {
  log(options: { maxEntries: number; path: string }): Promise<{ readonly hash: string }[]>;
  show(revision: string, path: string): Promise<string>;
}
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

/**
 * Looks for the version that was sent where the workbooks have lost it but still bear its stamp: among the
 * framework files of the workspace, then in the history of the file, where VS Code knows it.
 * @returns its text, if it is needed and found
 */
export async function sentVersion(
  services: Services,
  into: vscode.Uri,
  returned: readonly Returned[],
): Promise<string | undefined> {
  const { stampOf, stampToFind } = await services.platform.loadReviewing();
  const stamp = stampToFind(returned);
  if (stamp === undefined) return undefined;
  const files = await vscode.workspace.findFiles('**/*.framework.{yaml,yml}', undefined, MOST_FILES);
  for (const file of files) {
    const bytes = await vscode.workspace.fs.readFile(file).then(
      found => found,
      () => new Uint8Array(0),
    );
    const text = new TextDecoder().decode(bytes);
    if (stampOf(text) === stamp) return text;
  }
  return inHistory(into, text => stampOf(text) === stamp);
}

async function inHistory(uri: vscode.Uri, isIt: (text: string) => boolean): Promise<string | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const repository = git?.getAPI(1).getRepository(uri);
    const log = (await repository?.log({ maxEntries: MOST_VERSIONS, path: uri.fsPath })) ?? [];
    for (const { hash } of log) {
      const text = (await repository?.show(hash, uri.fsPath)) ?? '';
      if (isIt(text)) return text;
    }
  } catch {
    // No Git here, or none that knows the file: then there is no history to look in.
  }
  return undefined;
}

import * as vscode from 'vscode';
import { BesideError, type ChangeReason, readReasons, reasonsFileOf } from '../core/index.ts';
import { nameOf, textBeside } from './besideFiles.ts';

const NONE: readonly ChangeReason[] = [];

/** What maintainers said of the changes of the frameworks in a folder, from every `NAME.changes.yaml` in it. */
export interface ChangeReasons {
  /** Empty until they have been read. */
  for(document: vscode.TextDocument): readonly ChangeReason[];
}

/** The file that keeps the reasons of the changes that led to a framework file. */
export function reasonsUri(framework: vscode.Uri): vscode.Uri {
  return framework.with({ path: reasonsFileOf(framework.path) });
}

/**
 * What the maintainer said of the changes that led to a framework file.
 * @throws BesideError if it cannot be read
 */
export async function reasonsBeside(framework: vscode.Uri): Promise<readonly ChangeReason[]> {
  const beside = reasonsUri(framework);
  const text = await textBeside(beside);
  return text === undefined ? NONE : readReasons(text, nameOf(beside));
}

/**
 * @param subscriptions is given what ends with the extension
 * @param log is told of a file that cannot be read
 */
export function createChangeReasons(
  subscriptions: vscode.Disposable[],
  log: (message: string) => void,
): ChangeReasons {
  const folders = new Map<string, readonly ChangeReason[]>();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.changes.yaml');
  const forget = (uri: vscode.Uri) => folders.delete(folderOf(uri).toString());
  subscriptions.push(
    watcher,
    watcher.onDidCreate(forget),
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
  );
  return {
    for({ uri }) {
      if (uri.scheme === 'untitled') return NONE;
      const folder = folderOf(uri);
      const key = folder.toString();
      const known = folders.get(key);
      if (known) return known;
      folders.set(key, NONE);
      void readFolder(folder, log).then(reasons => folders.set(key, reasons));
      return NONE;
    },
  };
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

async function readFolder(
  folder: vscode.Uri,
  log: (message: string) => void,
): Promise<readonly ChangeReason[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const read = entries
    .filter(([name]) => name.endsWith('.changes.yaml'))
    .map(async ([name]) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
        return readReasons(new TextDecoder().decode(bytes), name);
      } catch (error) {
        if (!(error instanceof BesideError)) return NONE;
        log(error.message);
        return NONE;
      }
    });
  return (await Promise.all(read)).flat();
}

import * as vscode from 'vscode';
import type { Sibling } from '../core/index.ts';
import { isFrameworkFile } from './chooseFramework.ts';
import { type FrameworkFile, readFrameworks, siblingFiles } from './siblings.ts';

/** The other framework files of each file's folder, for the rules that compare versions. */
export interface VersionsBeside {
  /**
   * What the other files hold, as they are on disk: the same list until one of them is saved, comes or goes. Empty
   * until they have been read.
   */
  for(document: vscode.TextDocument): readonly Sibling[];
  /** Fires when what some files have beside them may differ. */
  readonly onDidChange: vscode.Event<void>;
}

/** What a folder holds: each file is read once, and again when it changes. */
interface Folder {
  files: readonly FrameworkFile[];
  /** Ends when all that was begun has been read: one after the other, so that the newest counts. */
  reading: Promise<void>;
  /** By the file that the others are beside; gone when one of them changes. */
  readonly lists: Map<string, readonly Sibling[]>;
}

const NONE: readonly Sibling[] = [];

/** @param subscriptions is given what ends with the extension */
export function createVersionsBeside(subscriptions: vscode.Disposable[]): VersionsBeside {
  const folders = new Map<string, Folder>();
  const changed = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.framework.{yaml,yml}');
  const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..').toString();

  async function readFolder(uri: vscode.Uri, folder: Folder): Promise<void> {
    const [own, others] = await Promise.all([readFrameworks([uri]), siblingFiles(uri)]);
    folder.files = [...own, ...others];
    folder.lists.clear();
    changed.fire();
  }

  /** Reads one file again, if its folder is known at all. */
  async function again(uri: vscode.Uri): Promise<void> {
    const folder = folders.get(folderOf(uri));
    if (!folder || !isFrameworkFile(uri)) return;
    folder.reading = folder.reading.then(async () => {
      const read = await readFrameworks([uri]);
      folder.files = [...folder.files.filter(file => file.uri.path !== uri.path), ...read];
      for (const path of folder.lists.keys()) if (path !== uri.path) folder.lists.delete(path);
      changed.fire();
    });
    await folder.reading;
  }

  subscriptions.push(
    changed,
    watcher,
    watcher.onDidCreate(again),
    watcher.onDidChange(again),
    watcher.onDidDelete(again),
    // Where a place's files cannot be watched, saving tells.
    vscode.workspace.onDidSaveTextDocument(({ uri }) => again(uri)),
  );

  return {
    for({ uri }) {
      if (uri.scheme === 'untitled') return NONE;
      const key = folderOf(uri);
      let folder = folders.get(key);
      if (!folder) {
        folder = { files: [], reading: Promise.resolve(), lists: new Map() };
        folders.set(key, folder);
        folder.reading = readFolder(uri, folder);
      }
      let list = folder.lists.get(uri.path);
      if (!list) {
        list = folder.files
          .filter(file => file.uri.path !== uri.path)
          .map(file => ({ name: nameOf(file.uri), framework: file.framework }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
        folder.lists.set(uri.path, list);
      }
      return list;
    },
    onDidChange: changed.event,
  };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

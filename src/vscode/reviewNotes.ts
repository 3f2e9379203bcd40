import * as vscode from 'vscode';
import { type NotesByPlace, notesByPlace, notesFileOf, readNotes } from '../core/index.ts';

/** What reviewers said about each framework file, from `NAME.reviews.yaml` beside it. */
export interface ReviewNotes {
  /** The notes on a document: the same object until their file changes; undefined where there are none. */
  for(document: vscode.TextDocument): NotesByPlace | undefined;
  /** Fires when the notes on some files may differ. */
  readonly onDidChange: vscode.Event<void>;
}

/** The file that keeps the notes on a framework file. */
export function notesUri(framework: vscode.Uri): vscode.Uri {
  return framework.with({ path: notesFileOf(framework.path) });
}

/**
 * @param subscriptions is given what ends with the extension
 * @param log is told of a file that cannot be read
 */
export function createReviewNotes(
  subscriptions: vscode.Disposable[],
  log: (message: string) => void,
): ReviewNotes {
  const known = new Map<string, NotesByPlace | undefined>();
  const changed = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.reviews.yaml');

  async function read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const before = known.get(key);
    const notes = await notesIn(uri, log);
    known.set(key, notes);
    if (before || notes) changed.fire();
  }

  const again = (uri: vscode.Uri) => {
    if (known.has(uri.toString())) void read(uri);
  };
  subscriptions.push(
    changed,
    watcher,
    watcher.onDidCreate(again),
    watcher.onDidChange(again),
    watcher.onDidDelete(again),
  );

  return {
    for({ uri }) {
      if (uri.scheme === 'untitled') return undefined;
      const beside = notesUri(uri);
      const key = beside.toString();
      if (!known.has(key)) {
        known.set(key, undefined);
        void read(beside);
      }
      return known.get(key);
    },
    onDidChange: changed.event,
  };
}

async function notesIn(uri: vscode.Uri, log: (message: string) => void): Promise<NotesByPlace | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    found => found,
    // Most framework files have no notes.
    () => undefined,
  );
  if (!bytes) return undefined;
  try {
    return notesByPlace(readNotes(new TextDecoder().decode(bytes), uri.path.replace(/^.*\//, '')));
  } catch (error) {
    log(String(error));
    return undefined;
  }
}

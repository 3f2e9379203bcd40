import * as vscode from 'vscode';
import {
  type ChangeReason,
  type EditedRange,
  LiveFile,
  type Loaded,
  type NotesByPlace,
  type RunOptions,
  spanOf,
} from '../core/index.ts';
import { createChangeReasons } from './changeReasons.ts';
import { createReviewNotes } from './reviewNotes.ts';
import { createRunOptions } from './runOptions.ts';
import type { LateSpelling } from './spelling.ts';

export const LANGUAGE = 'framework-yaml';

/** The open framework files, each read once and afterwards only where it changed. */
export interface Documents {
  /**
   * The framework in a document as it is now. The same object until the document changes; then a new one, and
   * the places in the old one no longer hold.
   */
  loaded(document: vscode.TextDocument): Loaded;
  /** What the rules are told for a document. The same object until that changes. */
  settings(document: vscode.TextDocument): RunOptions;
  /** Fires when the settings of some documents may differ. */
  readonly onDidChangeSettings: vscode.Event<void>;
  /** What reviewers said about a document; undefined: nothing. The same object until that changes. */
  notes(document: vscode.TextDocument): NotesByPlace | undefined;
  /** Fires when what reviewers said about some documents may differ. */
  readonly onDidChangeNotes: vscode.Event<void>;
  /** What maintainers said of the changes of the versions in a document's folder. */
  reasons(document: vscode.TextDocument): readonly ChangeReason[];
  /** The framework files that are open. */
  open(): readonly vscode.TextDocument[];
  readonly onDidOpen: vscode.Event<vscode.TextDocument>;
  /** Fires when the text has changed, with the one range that spans the changes; without: all may differ. */
  readonly onDidChange: vscode.Event<DocumentEdit>;
  readonly onDidClose: vscode.Event<vscode.TextDocument>;
}

export interface DocumentEdit {
  readonly document: vscode.TextDocument;
  readonly range?: EditedRange;
}

interface Entry {
  readonly file: LiveFile;
  /** The version of the text that the file holds. */
  version: number;
  /** A change of line endings comes without ranges. */
  readonly eol: vscode.EndOfLine;
}

/** Whether a document is a framework file. */
export function isFramework(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE;
}

/**
 * @param subscriptions is given what ends with the extension
 * @param spelling the dictionary, for the rules that need one
 * @param log is told what of the files beside could not be read
 */
export function createDocuments(
  subscriptions: vscode.Disposable[],
  spelling: LateSpelling,
  log: (message: string) => void,
): Documents {
  const entries = new Map<string, Entry>();
  const opened = new vscode.EventEmitter<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<DocumentEdit>();
  const closed = new vscode.EventEmitter<vscode.TextDocument>();
  const options = createRunOptions(subscriptions, spelling);
  const notes = createReviewNotes(subscriptions, log);
  const reasons = createChangeReasons(subscriptions, log);

  const listeners = [
    vscode.workspace.onDidOpenTextDocument(document => {
      if (isFramework(document)) opened.fire(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isFramework(document)) return;
      const range = spanOf(contentChanges);
      const key = document.uri.toString();
      const entry = entries.get(key);
      const isBehind = entry !== undefined && entry.version < document.version;
      if (isBehind && !follow(entry, document, contentChanges)) entries.delete(key);
      // Also fires when a file only becomes dirty or clean; then nothing has changed.
      if (range) changed.fire({ document, range });
      else if (isBehind) changed.fire({ document });
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      // A change of language closes and opens as well: what was read then is dropped all the same.
      entries.delete(document.uri.toString());
      if (isFramework(document)) closed.fire(document);
    }),
  ];
  subscriptions.push(opened, changed, closed, ...listeners);

  return {
    loaded(document) {
      const key = document.uri.toString();
      const known = entries.get(key);
      if (known?.version === document.version) return known.file.loaded;
      const file = new LiveFile(document.getText());
      // A document that was closed is not kept, or nothing would ever drop it.
      if (!document.isClosed) entries.set(key, { file, version: document.version, eol: document.eol });
      return file.loaded;
    },
    settings: document => options.for(document),
    onDidChangeSettings: options.onDidChange,
    notes: document => notes.for(document),
    onDidChangeNotes: notes.onDidChange,
    reasons: document => reasons.for(document),
    open: () =>
      vscode.workspace.textDocuments.filter(document => isFramework(document) && !document.isClosed),
    onDidOpen: opened.event,
    onDidChange: changed.event,
    onDidClose: closed.event,
  };
}

/** Takes over a change of a document; false if that does not lead to its text. */
function follow(
  entry: Entry,
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  if (entry.eol !== document.eol) return false;
  try {
    entry.file.change(changes);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
  entry.version = document.version;
  const end = document.offsetAt(new vscode.Position(document.lineCount, 0));
  return entry.file.length === end;
}

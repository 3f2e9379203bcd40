import * as vscode from 'vscode';
import {
  type EditedRange,
  joinRanges,
  type Loaded,
  loadFramework,
  type NotesByPlace,
  parseYaml,
  type RunOptions,
  spanOf,
  updateYaml,
} from '../core/index.ts';
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
  loaded: Loaded;
  /** The version of the text that `loaded` was read from. */
  version: number;
  /** What changed since, and the version that this leads to. */
  pending: { readonly range: EditedRange; readonly version: number } | undefined;
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

  const listeners = [
    vscode.workspace.onDidOpenTextDocument(document => {
      if (isFramework(document)) opened.fire(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isFramework(document)) return;
      const range = spanOf(contentChanges);
      const entry = entries.get(document.uri.toString());
      if (entry && entry.version < document.version) note(entry, range, document.version);
      // Also fires when a file only becomes dirty or clean; then nothing has changed.
      if (range) changed.fire({ document, range });
      else if (entry && entry.version !== document.version) changed.fire({ document });
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
      if (known?.version === document.version) return known.loaded;
      const loaded = known ? reload(known, document) : loadFramework(parseYaml(document.getText()));
      // A document that was closed is not kept, or nothing would ever drop it.
      if (!document.isClosed) entries.set(key, { loaded, version: document.version, pending: undefined });
      return loaded;
    },
    settings: document => options.for(document),
    onDidChangeSettings: options.onDidChange,
    notes: document => notes.for(document),
    onDidChangeNotes: notes.onDidChange,
    open: () =>
      vscode.workspace.textDocuments.filter(document => isFramework(document) && !document.isClosed),
    onDidOpen: opened.event,
    onDidChange: changed.event,
    onDidClose: closed.event,
  };
}

/** Adds a change to those that `loaded` does not hold yet. */
function note(entry: Entry, range: EditedRange | undefined, version: number): void {
  if (!range) {
    if (entry.pending) entry.pending = { ...entry.pending, version };
    return;
  }
  entry.pending = { range: entry.pending ? joinRanges(entry.pending.range, range) : range, version };
}

function reload(entry: Entry, document: vscode.TextDocument): Loaded {
  const text = document.getText();
  const before = entry.loaded.document;
  const { pending } = entry;
  // A change of line endings comes without ranges; the lengths tell.
  const fits =
    pending?.version === document.version &&
    text.length === before.text.length + pending.range.length - (pending.range.end - pending.range.start);
  return loadFramework(fits ? updateYaml(before, text, pending.range) : parseYaml(text));
}

import * as vscode from 'vscode';
import { CONFIG_NAME, type ConfigProblem, type RunOptions, readConfig } from '../core/index.ts';
import { rangeOf } from './convert.ts';

/** What `framework.config.yaml` beside each framework file sets for the rules. */
export interface RuleSettings {
  /**
   * The settings for a document: the same object until the file changes; undefined where there is no such file, and
   * until it has been read.
   */
  for(document: vscode.TextDocument): RunOptions | undefined;
  /** Fires when the settings of some files may differ. */
  readonly onDidChange: vscode.Event<void>;
}

/** @param subscriptions is given what ends with the extension */
export function createRuleSettings(subscriptions: vscode.Disposable[]): RuleSettings {
  const known = new Map<string, RunOptions | undefined>();
  const changed = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection('framework-settings');
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);

  /** An open editor's text counts before it is saved. */
  async function textOf(uri: vscode.Uri): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find(
      one => one.isDirty && one.uri.toString() === uri.toString(),
    );
    if (open) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      // A place without files (an untitled document's, a comparison's) has no settings either.
      if (error instanceof vscode.FileSystemError && error.code !== 'NoPermissions') return undefined;
      const message = `The settings of the rules could not be read (${String(error)}). Check the file and its rights.`;
      problems.set(uri, [
        new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, vscode.DiagnosticSeverity.Error),
      ]);
      return undefined;
    }
  }

  async function read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const text = await textOf(uri);
    const before = known.get(key);
    const config = text === undefined ? undefined : readConfig(text);
    known.set(key, config?.settings);
    if (config && config.problems.length > 0) await show(uri, config.problems);
    else if (config) problems.delete(uri);
    if (before || config) changed.fire();
  }

  async function show(uri: vscode.Uri, found: readonly ConfigProblem[]): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    problems.set(
      uri,
      found.map(({ start, end, message }) => {
        const range = rangeOf(document, start, Math.max(start + 1, end));
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = 'Framework';
        return diagnostic;
      }),
    );
  }

  const again = (uri: vscode.Uri) => void read(uri);
  const isSettings = ({ uri }: vscode.TextDocument) => uri.path.endsWith(`/${CONFIG_NAME}`);
  /** What is wrong in settings is told as well where no framework file is open. */
  const opened = (document: vscode.TextDocument) => {
    // An older version that an editor shows to compare with is nobody's to mend.
    const isMendable = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    if (isSettings(document) && isMendable && !known.has(document.uri.toString())) again(document.uri);
  };
  vscode.workspace.textDocuments.forEach(opened);
  subscriptions.push(
    changed,
    problems,
    watcher,
    watcher.onDidCreate(again),
    watcher.onDidChange(again),
    watcher.onDidDelete(uri => {
      // An editor that still shows it holds no settings any more.
      problems.delete(uri);
      known.set(uri.toString(), undefined);
      changed.fire();
    }),
    vscode.workspace.onDidCreateFiles(({ files }) => {
      // What this extension creates itself; a watcher may tell of it late, or not at all.
      for (const uri of files) if (uri.path.endsWith(`/${CONFIG_NAME}`)) again(uri);
    }),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isSettings(document)) again(document.uri);
    }),
  );

  return {
    for({ uri }) {
      if (uri.scheme === 'untitled') return undefined;
      const beside = vscode.Uri.joinPath(uri, '..', CONFIG_NAME);
      const key = beside.toString();
      if (!known.has(key)) {
        known.set(key, undefined);
        again(beside);
      }
      return known.get(key);
    },
    onDidChange: changed.event,
  };
}

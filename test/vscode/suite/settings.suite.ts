import { assert } from 'chai';
import * as vscode from 'vscode';

const FILE = `format: "1"
framework: { id: demo, title: Demo, version: "1.0", status: draft }
levels: [{ id: "1", title: Level 1 }]
sectionKinds: [{ id: functions, title: Functions }]
areas:
  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
          - id: backups
            rows:
              - id: backups-1
                statements:
                  "1": Restore the the file.
`;

/** Waits until the problems of a file are as they should be: each as `Severity: code or message`. */
async function problemsBecome(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  const now = () =>
    vscode.languages
      .getDiagnostics(uri)
      .map(
        ({ severity, code, message }) =>
          `${vscode.DiagnosticSeverity[severity]}: ${typeof code === 'object' ? code.value : message}`,
      );
  for (let waited = 0; waited < 10_000 && now().join() !== wanted.join(); waited += 25)
    await new Promise<void>(done => setTimeout(done, 25));
  assert.deepEqual(now(), [...wanted]);
}

describe('The settings of the rules in a file beside', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folder = root && vscode.Uri.joinPath(root, 'with-settings');

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('count from the start, when they change and when they go; what is wrong in them is a problem of their own', async () => {
    assert.ok(folder, 'a folder is open');
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    const settings = vscode.Uri.joinPath(folder, 'framework.config.yaml');
    const file = vscode.Uri.joinPath(folder, 'a.framework.yaml');
    await write('framework.config.yaml', 'rules:\n  repeated-words: error\n');
    await write('a.framework.yaml', FILE);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    await problemsBecome(file, ['Error: repeated-words']);
    await write('framework.config.yaml', 'rules:\n  repeated-words: off\n  repeated-word: off\n');
    await problemsBecome(file, []);
    await problemsBecome(settings, ['Error: There is no rule `repeated-word`. Is `repeated-words` meant?']);
    await vscode.workspace.fs.delete(settings);
    await problemsBecome(file, ['Warning: repeated-words']);
    await problemsBecome(settings, []);
  });

  it('are a file with help of its own: language, hover, completion, problems and their fixes', async () => {
    assert.ok(folder, 'a folder is open');
    const settings = vscode.Uri.joinPath(folder, 'alone', 'framework.config.yaml');
    const text = 'rules:\n  verb-frist: off\n  ';
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(settings);
    assert.equal(document.languageId, 'framework-config');
    await vscode.window.showTextDocument(document);
    await problemsBecome(settings, ['Error: There is no rule `verb-frist`. Is `verb-first` meant?']);
    const ask = <T>(command: string, ...given: unknown[]) =>
      vscode.commands.executeCommand<T>(command, settings, ...given);
    const [problem] = vscode.languages.getDiagnostics(settings);
    const actions = await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', problem!.range);
    assert.isTrue(await vscode.workspace.applyEdit(actions.find(({ edit }) => edit)!.edit!));
    assert.equal(document.getText(), text.replace('frist', 'first'));
    await problemsBecome(settings, []);
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', new vscode.Position(1, 5));
    const contents = hovers.flatMap(hover => hover.contents as vscode.MarkdownString[]);
    assert.include(contents.map(({ value }) => value).join(), 'does not begin with its verb');
    const list = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      new vscode.Position(2, 2),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.include(labels, 'same-statement');
    assert.notInclude(labels, 'verb-first');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

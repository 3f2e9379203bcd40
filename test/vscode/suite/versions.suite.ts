import { assert } from 'chai';
import * as vscode from 'vscode';
import { soon } from '../inHost/editor.ts';

function framework(version: string, status: string, rows: readonly string[]): string {
  const row = (id: string) => `              - id: ${id}
                statements:
                  "1": Restore the ${id}.
`;
  return `format: "1"
framework: { id: demo, title: Demo, version: "${version}", status: ${status}, date: "2026-01-31" }
levels: [{ id: "1", title: Level 1 }]
sectionKinds: [{ id: functions, title: Functions }]
areas:
  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
          - id: backups
            title: Backups
            rows:
${rows.map(row).join('')}`;
}

describe('The versions beside a file', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folder = root && vscode.Uri.joinPath(root, 'with-versions');
  const at = (name: string) => vscode.Uri.joinPath(folder!, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const found = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('tell which row is gone, which a fix brings back; and count again when they change', async () => {
    assert.ok(folder, 'a folder is open');
    await write('1.0.framework.yaml', framework('1.0', 'published', ['disk', 'tape']));
    await write('1.1.framework.yaml', framework('1.1', 'draft', ['disk']));
    const draft = at('1.1.framework.yaml');
    const document = await vscode.workspace.openTextDocument(draft);
    await vscode.window.showTextDocument(document);
    await soon('the row that is gone', () => found(draft).join() === 'vanished-id');
    const [problem] = vscode.languages.getDiagnostics(draft);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      draft,
      problem!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => title === 'Bring `tape` back');
    assert.isTrue(await vscode.workspace.applyEdit(fix!.edit!));
    await soon('no problem', () => found(draft).length === 0);
    assert.include(
      document.getText(),
      '- id: tape\n                statements:\n                  "1": Restore the tape.',
    );
    assert.include(document.getText(), 'since: "1.1"');

    await write('1.0.framework.yaml', framework('1.1', 'published', ['disk', 'tape']));
    await soon('the version that stands twice', () => found(draft).join() === 'version-order');
    await vscode.workspace.fs.delete(at('1.0.framework.yaml'));
    await soon('no problem again', () => found(draft).length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

import { assert } from 'chai';
import * as vscode from 'vscode';
import { soon } from '../inHost/editor.ts';

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
                  "1": Recieve the tregothnans.
`;

function unknownIn(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ code }) => typeof code === 'object' && code.value === 'british-spelling');
}

/** Waits until just these words are marked as not in the dictionary. */
function unknownBecome(document: vscode.TextDocument, words: readonly string[]): Promise<true | undefined> {
  const wanted = words.join();
  return soon(
    `“${wanted}” as unknown words`,
    () =>
      unknownIn(document)
        .map(({ range }) => document.getText(range))
        .join() === wanted || undefined,
  );
}

async function quickFixes(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(word) + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function addToWordList(document: vscode.TextDocument, word: string): Promise<void> {
  const action = (await quickFixes(document, word)).find(
    ({ title }) => title === `Add “${word}” to the word list`,
  );
  assert.ok(action?.command, `“${word}” can be added`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('Spelling', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folder = root && vscode.Uri.joinPath(root, 'with-words');

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is checked by a dictionary that comes late; words are corrected, or added to the list beside the file', async () => {
    assert.ok(folder, 'a folder is open');
    const at = (name: string) => vscode.Uri.joinPath(folder, name);
    const settings = at('framework.config.yaml');
    const listed = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(settings));
    await vscode.workspace.fs.writeFile(at('a.framework.yaml'), new TextEncoder().encode(FILE));
    const document = await vscode.workspace.openTextDocument(at('a.framework.yaml'));
    await vscode.window.showTextDocument(document);
    await unknownBecome(document, ['Recieve', 'tregothnans']);

    const fixes = await quickFixes(document, 'Recieve');
    assert.includeMembers(
      fixes.map(({ title }) => title),
      ['Change to “Receive”', 'Add “Recieve” to the word list'],
    );
    const change = fixes.find(({ title }) => title === 'Change to “Receive”')?.edit;
    assert.isTrue(change && (await vscode.workspace.applyEdit(change)));
    await unknownBecome(document, ['tregothnans']);

    // There is no such file yet.
    await addToWordList(document, 'tregothnans');
    await unknownBecome(document, []);
    assert.equal(await listed(), 'words:\n  - tregothnans\n');
    assert.include(document.getText(), 'Receive the tregothnans.');

    // And now there is one, with a comment that stays.
    await vscode.workspace.fs.writeFile(
      settings,
      new TextEncoder().encode('words: # ours\r\n  - pilchar\r\n'),
    );
    await unknownBecome(document, ['tregothnans']);
    const at1 = document.positionAt(document.getText().indexOf('tregothnans') + 2);
    (await vscode.window.showTextDocument(document)).selection = new vscode.Selection(at1, at1);
    await vscode.commands.executeCommand('frameworkWorkbench.addToWordList');
    await unknownBecome(document, []);
    await soon(
      'the saved list',
      async () => (await listed()) === 'words: # ours\r\n  - pilchar\r\n  - tregothnans\r\n',
    );

    // One step takes it back.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(settings));
    await vscode.commands.executeCommand('undo');
    await unknownBecome(document, ['tregothnans']);
    await vscode.commands.executeCommand('redo');
    await unknownBecome(document, []);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
  });
});

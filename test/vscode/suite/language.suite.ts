import { assert } from 'chai';
import * as vscode from 'vscode';
import { open, soon } from '../inHost/editor.ts';

const FILE = `format: "1"
framework:
  id: demo
  title: Demo
  version: "1.0"
  status: draft
levels:
  - id: "0.5"
    title: 0.5 line
    description: Somebody new.
  - id: 1st
    title: 1st line
sectionKinds:
  - id: functions
    title: Functions
areas:
  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
          - id: backups
            title: Backups
            rows:
              - id: backups-1
                statements:
                  "0.5": Make a copy of a file.
                  1st: Restore a file from a copy.
              - id: backups-2
                statements:
                  1st: Restore a server from a copy.
`;

function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri);
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function codes(document: vscode.TextDocument): unknown[] {
  return problems(document).map(codeOf);
}

/** The place in a document where a text stands. */
function placeOf(document: vscode.TextDocument, text: string, shift = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.isAtLeast(at, 0, `“${text}” is not in the document`);
  return document.positionAt(at + shift);
}

/** Puts the cursor after a text and types, as the keyboard does. */
async function typeAfter(editor: vscode.TextEditor, text: string, typed: string): Promise<void> {
  const place = placeOf(editor.document, text, text.length);
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('type', { text: typed });
}

async function hoverAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  const contents = hovers.flatMap(hover => hover.contents);
  return contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n\n');
}

/** Waits for a problem of a rule. */
function problemOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return soon(rule, () => problems(document).find(problem => codeOf(problem) === rule));
}

describe('Problems as you type', () => {
  it('appear with the word that breaks a statement off, and go with it', async () => {
    const editor = await open(FILE);
    await typeAfter(editor, 'Restore a server from a copy.', ' e.g. tell the');
    const problem = await problemOf(editor.document, 'statement-cut-off');
    assert.equal(editor.document.getText(problem.range), 'the');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(problem.source, 'Framework');
    await typeAfter(editor, 'tell the', ' team.');
    await soon('no problem', () => problems(editor.document).length === 0);
  });

  it('cost a half-typed line only itself', async () => {
    const editor = await open(FILE);
    await typeAfter(editor, 'title: Service', '\n"half');
    const problem = await problemOf(editor.document, 'yaml-syntax');
    assert.equal(problem.range.start.line, placeOf(editor.document, '"half').line);
    assert.deepEqual(codes(editor.document), ['yaml-syntax']);
    assert.include(await hoverAt(editor.document, placeOf(editor.document, 'Restore a file')), 'backups-1');
  });

  it('of rows far apart follow, with both places', async () => {
    const editor = await open(FILE);
    const start = placeOf(editor.document, 'server from');
    await editor.edit(edit => edit.replace(new vscode.Range(start, start.translate(0, 6)), 'file'));
    const problem = await problemOf(editor.document, 'same-statement');
    assert.equal(problem.range.start.line, placeOf(editor.document, '- id: backups-2').line + 2);
    const [other] = problem.relatedInformation ?? [];
    assert.equal(editor.document.getText(other?.location.range), 'Restore a file from a copy.');
  });

  it('are found at several cursors and after undo', async () => {
    const editor = await open(FILE);
    editor.selections = ['file from a copy.', 'server from a copy.'].map(text => {
      const place = placeOf(editor.document, text, text.length);
      return new vscode.Selection(place, place);
    });
    await vscode.commands.executeCommand('type', { text: ' and' });
    await soon(
      'two problems',
      () => codes(editor.document).filter(code => code === 'statement-cut-off').length === 2,
    );
    await vscode.commands.executeCommand('undo');
    await soon('no problem', () => problems(editor.document).length === 0);
  });

  it('link to the explanation of their rule', async () => {
    const editor = await open(FILE.replace('"1.0"', '1.0'));
    const { code } = await problemOf(editor.document, 'misread-value');
    const target = typeof code === 'object' ? code.target : undefined;
    await vscode.commands.executeCommand('vscode.open', target);
    const tab = await soon('the explanation', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input;
    });
    assert.equal(tab.viewType, 'vscode.markdown.preview.editor');
    const explained = await vscode.workspace.openTextDocument(tab.uri);
    assert.include(explained.getText(), 'Put the value in quotes.');
    assert.match(explained.getText(), /## Bad\n\n```yaml\n[^`]*version: 1\.20\n/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('that stay where they are are not handed over again, those that move are', async () => {
    const editor = await open(FILE.replace('Restore a server', 'Restore  a server'));
    await problemOf(editor.document, 'doubled-spaces');
    let edits = 0;
    // The dictionary comes a moment after the rest, and all are told anew then.
    const before = await soon('an edit that hands nothing over', async () => {
      const [was] = problems(editor.document);
      const place = placeOf(editor.document, 'of a file');
      await editor.edit(edit => edit.insert(place, `of page ${++edits} `));
      return problems(editor.document)[0] === was && was;
    });
    const below = placeOf(editor.document, '            rows:');
    await editor.edit(edit => edit.insert(below, '            note: Ours.\n'));
    const { range } = await soon('the move', () => problems(editor.document).find(each => each !== before));
    assert.equal(range.start.line, before.range.start.line + 1);
    assert.lengthOf(problems(editor.document), 1);
  });

  it('are told anew where the text is edited, even in the same place', async () => {
    const editor = await open(FILE.replace('Restore a server', 'Restore  a server'));
    const before = await problemOf(editor.document, 'doubled-spaces');
    await editor.edit(edit => edit.replace(before.range, editor.document.getText(before.range)));
    await soon('the problem anew', () => problems(editor.document).some(each => each !== before));
  });

  it('are a thousand at most, the worst of them', async () => {
    const rows = Array.from({ length: 1_100 }, (_, index) => `              - id: more-${index}\n`).join('');
    const { document } = await open(
      `${FILE}              - id: last\n                statements:\n                  1st: Do  it.\n${rows}`,
    );
    await soon('the problems', () => problems(document).length === 1_000);
    assert.include(problems(document)[0]?.message, '102 more');
    assert.notInclude(codes(document), 'doubled-spaces');
  });

  it('go when the file is closed', async () => {
    const editor = await open(FILE.replace('"1.0"', '1.0'));
    await problemOf(editor.document, 'misread-value');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await soon('no problem', () => problems(editor.document).length === 0);
  });

  it('are none in other YAML files', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'yaml',
      content: 'version: 1.20\n',
    });
    const { document: ours } = await open(FILE.replace('"1.0"', '1.0'));
    await problemOf(ours, 'misread-value');
    assert.deepEqual(problems(document), []);
  });
});

describe('The framework as published', () => {
  it('shows the slips of its source, and no error', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.isDefined(folder);
    const uri = vscode.Uri.joinPath(folder!.uri, 'framework/iteps-1.2.framework.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    await problemOf(document, 'untitled-area');
    const cutOff = problems(document).filter(problem => codeOf(problem) === 'statement-cut-off');
    assert.isAtLeast(cutOff.length, 5);
    assert.isEmpty(problems(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
  });
});

describe('The hover', () => {
  it('explains a key', async () => {
    const { document } = await open(FILE);
    const text = await hoverAt(document, placeOf(document, 'status:', 2));
    assert.match(text, /\*\*status\*\*.*`draft`, `published`/s);
  });

  it('explains a level', async () => {
    const { document } = await open(FILE);
    const text = await hoverAt(document, placeOf(document, '"0.5": Make', 1));
    assert.match(text, /0\.5 line.*level 1 of 2.*Somebody new/s);
  });

  it('shows the row of an id with all its levels', async () => {
    const { document } = await open(FILE);
    const text = await hoverAt(document, placeOf(document, 'id: backups-2', 6));
    assert.match(text, /Service › Functions › Backups.*0\.5 line.*nothing stated.*Restore a server/s);
  });

  it('shows where a statement stands and its neighbours', async () => {
    const { document } = await open(FILE);
    const text = await hoverAt(document, placeOf(document, 'Restore a file', 3));
    assert.match(text, /backups-1.*1st line.*A level down.*Make a copy of a file/s);
  });

  it('follows an edit at once', async () => {
    const editor = await open(FILE);
    await typeAfter(editor, 'title: Backups', ' of files');
    const text = await hoverAt(editor.document, placeOf(editor.document, 'Restore a file', 3));
    assert.include(text, 'Backups of files');
  });

  it('says why a problem matters', async () => {
    const { document } = await open(FILE.replace('a file from a copy.', 'a file from a'));
    const text = await hoverAt(document, placeOf(document, 'file from a\n', 10));
    assert.match(text, /Why it matters.*What to do/s);
  });
});

describe('A quick fix', () => {
  async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.filter(action => action.edit !== undefined);
  }

  it('puts a value in quotes, and the problem is gone', async () => {
    const { document } = await open(FILE.replace('"1.0"', '1.20'));
    const problem = await problemOf(document, 'misread-value');
    const [action] = await actionsAt(document, problem.range);
    assert.equal(action?.title, 'Put it in quotes');
    assert.isTrue(action?.isPreferred);
    assert.isTrue(await vscode.workspace.applyEdit(action!.edit!));
    assert.equal(document.getText(), FILE.replace('"1.0"', '"1.20"'));
    await soon('no problem', () => problems(document).length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FILE.replace('"1.0"', '1.20'));
  });

  it('corrects a misspelt key', async () => {
    const { document } = await open(
      FILE.replace('backups-2\n                statements', 'backups-2\n                statments'),
    );
    const problem = await problemOf(document, 'unknown-key');
    const [action] = await actionsAt(document, problem.range);
    assert.isTrue(await vscode.workspace.applyEdit(action!.edit!));
    assert.equal(document.getText(), FILE);
  });

  it('is not offered in a published version', async () => {
    const text = FILE.replace('status: draft', 'status: published').replace('"1.0"', '1.20');
    const { document } = await open(text);
    const problem = await problemOf(document, 'misread-value');
    assert.deepEqual(await actionsAt(document, problem.range), []);
  });
});

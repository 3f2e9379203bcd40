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
                splitFrom: backups-1
                statements:
                  1st: Restore a server from a copy.
`;

function placeOf(document: vscode.TextDocument, text: string, shift = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.isAtLeast(at, 0, `“${text}” is not in the document`);
  return document.positionAt(at + shift);
}

/** The text from the beginning of one text to the end of another. */
function placeText(document: vscode.TextDocument, from: string, to: string): string {
  const [start, end] = [placeOf(document, from), placeOf(document, to, to.length)];
  return document.getText(new vscode.Range(start, end));
}

function cursorAfter(editor: vscode.TextEditor, text: string): vscode.Position {
  const place = placeOf(editor.document, text, text.length);
  editor.selection = new vscode.Selection(place, place);
  return place;
}

function ask<T>(command: string, ...given: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...given);
}

/** Accepts the suggestion that comes first, as Enter does, once it makes the text hold something. */
async function accept(document: vscode.TextDocument, expected: RegExp): Promise<void> {
  await soon(`${expected} in the text`, async () => {
    if (expected.test(document.getText())) return true;
    await new Promise<void>(done => setTimeout(done, 150));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return expected.test(document.getText());
  });
}

async function folderFile(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder!.uri, name));
}

describe('The outline', () => {
  it('shows areas, sections, topics and rows with their first words', async () => {
    const { document } = await open(FILE);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const path: string[] = [];
    for (let at = symbols.find(({ name }) => name === 'Service'); at; at = at.children[0]) path.push(at.name);
    assert.deepEqual(path, ['Service', 'Functions', 'Backups', 'Make a copy of a file.']);
  });

  it('goes with how a selection grows: text, cell, row', async () => {
    const editor = await open(FILE);
    const place = placeOf(editor.document, 'Restore a file', 3);
    editor.selection = new vscode.Selection(place, place);
    const grown = async () => {
      const before = editor.document.getText(editor.selection);
      await vscode.commands.executeCommand('editor.action.smartSelect.expand');
      return soon('a larger selection', () => {
        const now = editor.document.getText(editor.selection);
        return now !== before && now;
      });
    };
    const seen: string[] = [];
    while (!seen.at(-1)?.startsWith('- id: backups\n')) seen.push((await grown()).trim());
    for (const step of [
      'Restore a file from a copy.',
      '1st: Restore a file from a copy.',
      placeText(editor.document, 'statements:', 'from a copy.'),
      placeText(editor.document, '- id: backups-1', 'from a copy.'),
    ])
      assert.include(seen, step);
  });

  it('goes with what folds', async () => {
    const { document } = await open(FILE);
    const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const row = ranges.find(({ start }) => start === placeOf(document, '- id: backups-1').line);
    assert.equal(row?.end, placeOf(document, '1st: Restore a file').line);
  });
});

describe('Completion', () => {
  it('writes a half-typed key, with what belongs below it', async () => {
    const editor = await open(FILE.replace('splitFrom: backups-1\n', '$&                \n'));
    cursorAfter(editor, 'splitFrom: backups-1\n                ');
    await vscode.commands.executeCommand('type', { text: 'withd' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept(editor.document, /\n {16}withdrawn:\n {18}/);
  });

  it('offers the level that is not stated yet, in quotes', async () => {
    const editor = await open(`${FILE}                  `);
    const place = cursorAfter(editor, 'server from a copy.\n                  ');
    const { items } = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      place,
    );
    const ours = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Enum);
    assert.deepEqual(
      ours.map(({ label }) => label),
      ['0.5'],
    );
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept(editor.document, /\n {18}"0\.5": $/);
  });

  it('offers the rows that can be referred to', async () => {
    const editor = await open(FILE.replace('splitFrom: backups-1', 'splitFrom: '));
    const { items } = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      cursorAfter(editor, 'splitFrom: '),
    );
    assert.include(
      items.map(({ label }) => label),
      'backups-1',
    );
  });

  it('writes a new row with an id of its own', async () => {
    const editor = await open(`${FILE}              - `);
    cursorAfter(editor, 'server from a copy.\n              - ');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept(editor.document, /- id: backups-[0-9a-f]{6}\n {16}statements:\n {18}"0\.5": $/);
  });
});

describe('An id', () => {
  it('leads to its row, and is found wherever it is named', async () => {
    const { document } = await open(FILE);
    const place = placeOf(document, 'splitFrom: backups-1', 12);
    const [definition] = await ask<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    assert.equal(definition?.range.start.line, placeOf(document, '- id: backups-1').line);
    const references = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
    assert.lengthOf(references, 2);
    const marked = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, '1st: Restore a file', 1),
    );
    assert.lengthOf(marked, 3);
  });

  it('goes to its definition by F12', async () => {
    const editor = await open(FILE);
    cursorAfter(editor, 'splitFrom: back');
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const line = placeOf(editor.document, '- id: backups-1').line;
    await soon('the row', () => vscode.window.activeTextEditor?.selection.active.line === line);
  });

  it('is renamed everywhere and the old one recorded, in one step', async () => {
    const { document } = await open(FILE);
    const place = placeOf(document, '- id: backups-1', 8);
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'copies-1',
    );
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    const text = document.getText();
    assert.match(text, /- id: copies-1\n/);
    assert.include(text, 'splitFrom: copies-1');
    assert.match(text, /formerIds:\s*(?:- |\[)backups-1/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FILE);
  });

  it('is not renamed in a published version, nor where it was published', async () => {
    const rename = async (document: vscode.TextDocument, text: string) => {
      try {
        await ask('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, text, 5), 'other');
      } catch (error) {
        return String(error);
      }
      return 'renamed';
    };
    const { document } = await open(FILE.replace('draft', 'published'));
    assert.include(await rename(document, 'id: backups-1'), 'published');
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'framework/rename.framework.yaml');
    const published = await folderFile('framework/iteps-1.2.framework.yaml');
    const draft = published.getText().replace('status: published', 'status: draft').replace('"1.2"', '"1.3"');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(draft));
    try {
      const next = await vscode.workspace.openTextDocument(uri);
      assert.include(await rename(next, 'id: devices-1'), 'was published in version 1.2');
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});

describe('What is shown beside the text', () => {
  it('is which levels a row has', async () => {
    const { document } = await open(FILE);
    const hints = await ask<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['●●', '○●'],
    );
  });

  it('is what can be done with a framework, and the size of each area', async () => {
    const { document } = await open(FILE);
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const commands = lenses.map(({ command }) => command?.command.replace('frameworkWorkbench.', ''));
    assert.deepEqual(commands, ['openMatrix', 'compare', 'exportExcel', 'openMatrix']);
    assert.include(lenses[3]?.command?.title, '2 rows, 3 statements');
  });

  it('is the way to compare with the version before, wherever in the workspace that is', async () => {
    const document = await folderFile('samples/iteps-1.3-draft.framework.yaml');
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 3);
    const compare = lenses.find(({ command }) => /[cC]ompare/.test(command?.command ?? ''))?.command;
    assert.equal(compare?.title, '$(diff) Compare with Version 1.2');
    await vscode.window.showTextDocument(document);
    const closed = vscode.commands.executeCommand(compare!.command);
    await soon(
      'the comparison',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === '1.2 → 1.3',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closed;
  });

  it('hands its command no arguments, which VS Code may have forgotten by the time of the click', async () => {
    const { document } = await open(FILE);
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    for (const { command } of lenses) assert.isUndefined(command?.arguments);
  });

  it('is that a row is withdrawn', async () => {
    const { document } = await open(`${FILE}                withdrawn:\n                  since: "1.0"\n`);
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.equal(tokens.data[0], placeOf(document, '- id: backups-2').line);
  });

  it('is a link to the version before', async () => {
    const document = await folderFile('samples/iteps-1.3-draft.framework.yaml');
    await vscode.window.showTextDocument(document);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    const own = links.filter(({ tooltip }) => tooltip === 'Open version 1.2');
    assert.lengthOf(own, 1);
    assert.match(own[0]!.target?.path ?? '', /framework\/iteps-1\.2\.framework\.yaml$/);
  });
});

describe('The Framework view', () => {
  it('opens', async () => {
    await open(FILE);
    await vscode.commands.executeCommand('frameworkWorkbench.framework.focus');
  });
});

describe('Workspace symbols', () => {
  it('find a topic of a file that is not open, and one as it is typed', async () => {
    const search = (query: string) =>
      ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    const found = await search('Devices & Applications');
    const files = found.map(({ location }) => location.uri.path.replace(/^.*\//, ''));
    assert.include(files, 'iteps-1.2.framework.yaml');
    const editor = await open(FILE);
    const place = placeOf(editor.document, 'title: Backups', 14);
    await editor.edit(edit => edit.insert(place, ' of zebras'));
    assert.include(
      (await search('zebras')).map(({ name }) => name),
      'Backups of zebras',
    );
  });
});

describe('Fixes', () => {
  const actions = (document: vscode.TextDocument, range: vscode.Range, kind: string) =>
    ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind);
  const all = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);

  it('that are safe are applied all at once', async () => {
    const broken = FILE.replace('"1.0"', '1.0').replace('Restore a server', 'Restore  a server');
    const { document } = await open(broken);
    const [action] = await actions(document, all(document), 'source.fixAll.frameworkWorkbench');
    assert.isDefined(action?.edit);
    assert.isTrue(await vscode.workspace.applyEdit(action!.edit!));
    assert.equal(document.getText(), FILE);
  });

  it('are applied on save where the settings ask for it', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'fix-on-save.framework.yaml');
    const broken = FILE.replace('"1.0"', '1.0');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(broken));
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.frameworkWorkbench': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const editor = await vscode.window.showTextDocument(uri);
      await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# Saved\n'));
      await vscode.commands.executeCommand('workbench.action.files.save');
      await soon(
        'the fix',
        () => !editor.document.isDirty && editor.document.getText() === `# Saved\n${FILE}`,
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('in a published version are the way to the next one', async () => {
    const { document } = await open(FILE.replace('draft', 'published').replace('"1.0"', '1.0'));
    const at = placeOf(document, '1.0', 1);
    const found = await actions(document, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix.value);
    const next = found.find(({ title }) => title === 'Start the Next Version…');
    assert.equal(next?.command?.command, 'frameworkWorkbench.startNextVersion');
    assert.isEmpty(found.filter(({ edit }) => edit !== undefined));
  });
});

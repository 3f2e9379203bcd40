import { assert } from 'chai';
import * as vscode from 'vscode';
import { loadScript } from '../../../src/vscode/loadScript.ts';

const extensionId = 'framework-workbench.framework-workbench';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.isDefined(found, `${extensionId} is not installed`);
  return found as vscode.Extension<unknown>;
}

async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('There is no workspace folder.');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** The files of the extension that the Node host has loaded; the web host does not tell. */
function filesLoaded(): string[] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  const node = process?.getBuiltinModule?.('node:module') as { _cache: Record<string, unknown> } | undefined;
  const dist = vscode.Uri.joinPath(extension().extensionUri, 'dist/').fsPath;
  return (
    node && Object.keys(node._cache).flatMap(file => (file.startsWith(dist) ? file.slice(dist.length) : []))
  );
}

describe('Without a framework', () => {
  it('the extension is not started, and none of its files is loaded', async () => {
    await vscode.window.showTextDocument(await open('other.yaml'));
    assert.isFalse(extension().isActive);
    assert.isEmpty((filesLoaded() ?? []).filter(file => !file.startsWith('test')));
  });
});

describe('A framework file', () => {
  it('has the language framework-yaml', async () => {
    const document = await open('small.framework.yaml');
    assert.equal(document.languageId, 'framework-yaml');
  });

  it('starts the extension when it is opened', async () => {
    await vscode.window.showTextDocument(await open('small.framework.yaml'));
    for (let waited = 0; !extension().isActive && waited < 10_000; waited += 50) {
      await new Promise<void>(done => setTimeout(done, 50));
    }
    assert.isTrue(extension().isActive);
  });

  it('has nothing loaded but what is needed to show it', () => {
    const files = filesLoaded();
    if (!files) return;
    for (const needed of ['extension.cjs', 'activate.cjs']) assert.include(files, needed);
    for (const later of ['excel.cjs', 'reviewing.cjs', 'publishing.cjs']) assert.notInclude(files, later);
  });

  it('is soft-wrapped and indented by two spaces', () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'framework-yaml' });
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('tabSize'), 2);
    assert.isTrue(settings.get('insertSpaces'));
  });
});

describe('Any other YAML file', () => {
  it('keeps the language yaml', async () => {
    const document = await open('other.yaml');
    assert.equal(document.languageId, 'yaml');
  });
});

describe('A file loaded on first use', () => {
  it('runs in the host that loads it', async () => {
    type Part = typeof import('../inHost/lazyPart.ts');
    const part = await loadScript<Part>(extension().extensionUri, 'dist/test/part.web.js');
    assert.equal(part.greet('Ada'), 'Hello Ada, from a file loaded on first use.');
  });

  it('writes and reads a workbook in the web worker, where nothing of Node is', async () => {
    type Excel = typeof import('../../../src/excel/index.ts');
    const excel = await loadScript<Excel>(extension().extensionUri, 'dist/web/excel.js');
    const bytes = await excel.writeXlsx({
      properties: { title: 'A', subject: 'B', creator: 'C', date: '2026-11-23', custom: new Map() },
      names: [],
      sheets: [
        {
          name: 'One',
          state: 'visible',
          columns: [{ width: 20 }],
          rows: [{ cells: [{ text: 'Install & test', style: 'statement' }] }],
          print: { orientation: 'portrait', repeatRows: 0 },
        },
      ],
    });
    const [sheet] = (await excel.readWorkbook(bytes)).sheets;
    assert.equal(sheet?.name, 'One');
    assert.include(
      JSON.stringify(sheet, (_, value) => (value instanceof Map ? [...value] : value)),
      'Install & test',
    );
  });
});

describe('The extension host', () => {
  it('is the one that this run is for', () => {
    const wanted = vscode.workspace.getConfiguration('frameworkWorkbenchTests').get('host');
    assert.equal('importScripts' in globalThis ? 'web' : 'node', wanted);
  });
});

import { assert } from 'chai';
import * as vscode from 'vscode';
import { soon } from '../inHost/editor.ts';

const draft = () => inFolder('samples/iteps-1.3-draft.framework.yaml');

function inFolder(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

async function sizeOf(file: vscode.Uri): Promise<number> {
  return vscode.workspace.fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

function exportTo(file: vscode.Uri, choices?: object): Thenable<unknown> {
  return vscode.commands.executeCommand('frameworkWorkbench.exportExcel', draft(), file, choices);
}

describe('The export to Excel', () => {
  it('makes a workbook of the whole, or of a part', async () => {
    const whole = inFolder('export-whole.xlsx');
    await exportTo(whole);
    const bytes = await vscode.workspace.fs.readFile(whole);
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), 'PK');
    const part = inFolder('export-part.xlsx');
    await exportTo(part, { reviewer: 'Ada', scope: { areas: ['procurement'], levels: ['1st'] } });
    assert.isBelow(await sizeOf(part), await sizeOf(whole));
    assert.isAbove(await sizeOf(part), 0);
  });

  it('replaces a workbook that nobody has worked in, and leaves nothing else behind', async () => {
    const file = inFolder('export-whole.xlsx');
    const before = await sizeOf(file);
    await exportTo(file, { reviewer: 'Ada Example' });
    await soon('the new workbook', async () => (await sizeOf(file)) !== before);
    const names = (await vscode.workspace.fs.readDirectory(inFolder('.'))).map(([name]) => name);
    assert.deepEqual(
      names.filter(name => name.includes('.tmp')),
      [],
    );
  });

  it('goes with a summary of what came back, for the meeting that decides', async () => {
    const file = inFolder('summary.xlsx');
    const reviewed = inFolder('samples/iteps-1.3-reviewed.xlsx');
    await vscode.commands.executeCommand('frameworkWorkbench.summariseReviews', draft(), [reviewed], file);
    assert.isAbove(await sizeOf(file), 0);
    // As the menu of the explorer calls it: with the file it was opened on, and all that are selected.
    const selected = inFolder('summary-of-selected.xlsx');
    const command = 'frameworkWorkbench.summariseReviews';
    await vscode.commands.executeCommand(command, reviewed, [draft(), reviewed], selected);
    assert.equal(await sizeOf(selected), await sizeOf(file));
  });

  it('does not replace what a reviewer may have worked in', async () => {
    const reviewed = inFolder('samples/iteps-1.3-reviewed.xlsx');
    const locked = inFolder('locked.xlsx');
    await vscode.workspace.fs.writeFile(
      locked,
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    );
    for (const file of [reviewed, locked]) {
      const before = await vscode.workspace.fs.readFile(file);
      await exportTo(file);
      assert.deepEqual(await vscode.workspace.fs.readFile(file), before);
    }
  });
});

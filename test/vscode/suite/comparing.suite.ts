import { assert } from 'chai';
import * as vscode from 'vscode';
import { soon } from '../inHost/editor.ts';

const COMMAND = 'frameworkWorkbench';

function framework(version: string, statements: readonly string[], more = ''): string {
  const rows = statements.map(
    (text, at) => `              - id: row-${at + 1}
                statements:
                  "1": ${text}
`,
  );
  return `format: "1"
framework: { id: demo, title: Demo, version: "${version}", status: draft${more} }
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
${rows.join('')}`;
}

describe('Versions of a framework', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folder = root && vscode.Uri.joinPath(root, 'compared');
  const at = (name: string) => vscode.Uri.joinPath(folder!, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(name)));
  const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));

  before(async () => {
    await write('a.framework.yaml', framework('1.0', ['Restore a disk.', 'Explain backups.']));
    await write(
      'b.framework.yaml',
      framework('1.1', ['Restore a disk, and test it.', 'Explain backups.'], ', supersedes: "1.0"'),
    );
    await write(
      'c.framework.yaml',
      framework('1.2', ['Restore a disk, and test it.', 'Explain how backups work.'], ', supersedes: "1.1"'),
    );
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (folder) await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are compared with the one before, two that are selected, and three in a row', async () => {
    const shown: [string, unknown[], string][] = [
      ['compareWithPrevious', [at('b.framework.yaml')], '1.0 → 1.1'],
      ['compare', [at('c.framework.yaml'), [at('c.framework.yaml'), at('a.framework.yaml')]], '1.0 → 1.2'],
      [
        'compare',
        [at('c.framework.yaml'), ['c', 'b', 'a'].map(name => at(`${name}.framework.yaml`))],
        '1.0 → 1.1 → 1.2',
      ],
    ];
    for (const [command, args, title] of shown) {
      void vscode.commands.executeCommand(`${COMMAND}.${command}`, ...args);
      await soon(`the comparison ${title}`, () => tabs().includes(title));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await soon('no editor', () => tabs().length === 0);
    }
  });

  it('are compared with what stands in a workbook: what a reviewer wrote, and nothing else', async () => {
    const sample = (name: string) => vscode.Uri.joinPath(root!, 'samples', `iteps-1.3-${name}`);
    const [draft, reviewed] = [sample('draft.framework.yaml'), sample('reviewed.xlsx')];
    await vscode.commands.executeCommand(
      `${COMMAND}.publishChanges`,
      draft,
      reviewed,
      'json',
      at('reviewed.json'),
    );
    const { changes, problems } = JSON.parse(await read('reviewed.json'));
    const kinds = (changes as { kind: string }[]).map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['added', 'reworded', 'reworded', 'reworded', 'withdrawn']);
    assert.match(JSON.stringify(problems), /reviewed\.xlsx: [^"]*!/, 'the comment, with its place');

    for (const [one, all] of [
      [reviewed, [draft, reviewed]],
      [draft, [draft, reviewed]],
    ]) {
      void vscode.commands.executeCommand(`${COMMAND}.compare`, one, all);
      await soon('the comparison', () => tabs().includes('Changes in 1.3'));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await soon('no editor', () => tabs().length === 0);
    }
  });

  it('have what changed published in each form, with what the maintainer said', async () => {
    const reasons = `format: "1"
changes:
  - from: "1.0"
    to: "1.1"
    row: row-1
    level: "1"
    after: Restore a disk, and test it.
    class: clarifies
    reason: Testing was always part of it.
`;
    await write('b.changes.yaml', reasons);
    const forms: [string, string, RegExp][] = [
      ['html', 'changes.html', /^<!doctype html>[\s\S]*Testing was always part of it/],
      ['markdown', 'changes.md', /Testing was always part of it/],
      [
        'crosswalk.csv',
        'crosswalk.csv',
        /service,functions,backups,row-1,1,Restore a disk\.,reworded,clarifies/,
      ],
      ['crosswalk.json', 'crosswalk.json', /"disposition": "reworded"/],
      ['json', 'changes.json', /"class": "clarifies"/],
      ['xlsx', 'changes.xlsx', /^PK/],
    ];
    for (const [form, name, holds] of forms) {
      await vscode.commands.executeCommand(
        `${COMMAND}.publishChanges`,
        at('b.framework.yaml'),
        at('a.framework.yaml'),
        form,
        at(name),
      );
      assert.match(await read(name), holds, form);
    }
  });

  it('show on hover since when a statement is there, in which version it was reworded, and why', async () => {
    const document = await vscode.workspace.openTextDocument(at('c.framework.yaml'));
    await write('a.framework.yaml', (await read('a.framework.yaml')).replace('draft', 'published'));
    await write('b.framework.yaml', (await read('b.framework.yaml')).replace('draft', 'published'));
    const place = document.positionAt(document.getText().indexOf('Restore a disk') + 2);
    const told = async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .map(content => (typeof content === 'string' ? content : content.value))
        .join('\n');
    };
    await soon('its history', async () => /History: since 1\\?\.0 · reworded in 1\\?\.1/.test(await told()));
    await soon('the reason', async () => /Testing was always part of it/.test(await told()));
  });

  it('are marked as published once nothing is open, and not before', async () => {
    const file = at('c.framework.yaml');
    const document = await vscode.workspace.openTextDocument(file);
    const unwritten = framework('2.0', ['Restore a disk.\n                blank: { "2": missing }']).replace(
      'title: Level 1 }',
      'title: Level 1 }, { id: "2", title: Level 2 }',
    );
    await write('open.framework.yaml', unwritten);
    let isAsked = true;
    const refused = vscode.commands
      .executeCommand(`${COMMAND}.publishVersion`, at('open.framework.yaml'), '2026-01-31')
      .then(() => {
        isAsked = false;
      });
    await soon('the list of what is open, closed', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return !isAsked;
    });
    await refused;
    assert.equal(await read('open.framework.yaml'), unwritten);

    await vscode.commands.executeCommand(`${COMMAND}.publishVersion`, file, '2026-01-31');
    await soon('the published version', () => /status: published/.test(document.getText()));
    assert.match(document.getText(), /date: "?2026-01-31/);
    assert.match(document.getText(), /fingerprint:/);
    assert.isFalse(document.isDirty);
  });
});

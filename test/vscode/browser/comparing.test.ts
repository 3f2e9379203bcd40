// Comparing with Git, saying of what class a change is, and settling a conflict, in a window of VS Code.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/install.mjs';
import { temporaryDir } from '../../../scripts/vscode/server.mjs';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const FILE = 'demo.framework.yaml';
const LATER = 'later.framework.yaml';
const CLASHING = 'clashing.framework.yaml';

function text(version: string, statement: string): string {
  return `format: "1"
framework: { id: demo, title: Demo, version: "${version}", status: draft }
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
              - id: disk
                statements:
                  "1": ${statement}
`;
}

/** A repository in which one file is changed since the last commit, and another one is in conflict. */
function repository(): string {
  const folder = path.join(temporaryDir('repository'), 'standards');
  mkdirSync(folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const write = (file: string, content: string) => writeFileSync(path.join(folder, file), content);
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Ada Example');
  git('config', 'user.email', 'ada@example.org');
  execFileSync(process.execPath, [path.join(root, 'dist/cli.cjs'), 'merge', '--install'], {
    cwd: folder,
    stdio: 'pipe',
  });
  write(FILE, text('1.0', 'Restore a disk.'));
  write(CLASHING, text('1.0', 'Restore a tape.'));
  commit('Begin');
  git('tag', 'v1.0');
  git('switch', '--quiet', '--create', 'other');
  write(CLASHING, text('1.0', 'Restore a tape within a day.'));
  commit('Within a day');
  git('switch', '--quiet', 'main');
  write(FILE, text('1.1', 'Restore a disk, with help.'));
  write(CLASHING, text('1.0', 'Restore a tape and test it.'));
  commit('With help');
  try {
    git('merge', '--quiet', 'other');
  } catch {
    // In conflict, as it should be.
  }
  write(FILE, text('1.1', 'Restore a disk and test it.'));
  return folder;
}

let prepared: string;
let workbench: Workbench;
beforeAll(async () => {
  prepared = repository();
  workbench = await openWorkbench({ workspace: prepared, size: { width: 1500, height: 900 } });
});
afterAll(async () => {
  await workbench?.close();
  rmSync(path.dirname(prepared), { recursive: true, force: true });
});

/** Waits for a question that VS Code asks with a list. */
async function asked(question: string): Promise<void> {
  await workbench.page.locator(`.quick-input-widget input[placeholder="${question}"]`).waitFor();
}

test('a file is compared with the last commit by what it means', async () => {
  await workbench.openFile(FILE);
  await workbench.command('Framework: Compare with the Last Commit, by Meaning');
  const page = await workbench.webview('Changes in 1.1');
  await page.locator('td.change del', { hasText: 'with help' }).waitFor();
  await page.locator('td.change ins', { hasText: 'test it' }).waitFor();
  await workbench.screenshot('compare with the last commit');
});

test('its class is overruled with a reason, which is kept beside the file with who said it', async () => {
  const page = await workbench.webview('Changes in 1.1');
  await page.locator('td .class-badge').click();
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Clearer' }).first().click();
  const widget = workbench.page.locator('.quick-input-widget');
  await widget.getByText('This is published with the change').waitFor();
  const input = widget.locator('.quick-input-box input');
  await input.fill('Testing was always part of it.');
  await input.press('Enter');
  await page.locator('td .reason', { hasText: 'Testing was always part of it.' }).waitFor();
  expect(await page.locator('td .class-badge').innerText()).toBe('Clearer');
  const kept = workbench.read('demo.changes.yaml');
  expect(kept).toContain('class: clarifies\n    reason: Testing was always part of it.\n    by: Ada Example');
  await workbench.screenshot('class overruled');
  await workbench.command('View: Close All Editors');
});

test('it is compared with a tag, chosen from what Git knows of it', async () => {
  await workbench.openFile(FILE);
  await workbench.command('Framework: Compare with Another Version…');
  await workbench.page.locator('.quick-input-list', { hasText: 'the last commit' }).waitFor();
  await workbench.screenshot('choose a version');
  await workbench.choose('v1.0');
  const page = await workbench.webview('1.0 → 1.1');
  await page.locator('.link', { hasText: 'Version 1.0' }).first().click();
  await workbench.page.locator('.tab', { hasText: FILE }).nth(1).waitFor();
  await workbench.command('View: Close All Editors');
});

test('a change in source control is compared by what it means from its menu', async () => {
  await workbench.command('View: Close All Editors');
  await workbench.page.locator('.activitybar [aria-label^="Source Control"]').first().click();
  const change = workbench.page.locator('.scm-view .monaco-list-row', { hasText: FILE }).first();
  await workbench.contextMenu(change, 'Compare with the Last Commit, by Meaning');
  const page = await workbench.webview('Changes in 1.1');
  await page.locator('td.change ins', { hasText: 'test it' }).waitFor();
  await workbench.command('View: Show Explorer');
});

test('two files that are selected in the explorer are compared from their menu', async () => {
  await workbench.command('View: Close All Editors');
  const file = (name: string) =>
    workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  writeFileSync(path.join(workbench.folder, LATER), text('2.0', 'Restore a disk at once.'));
  await file('later').click();
  await file(FILE).click({ modifiers: ['ControlOrMeta'] });
  await workbench.contextMenu(file(FILE), 'Compare with Another Version…');
  const page = await workbench.webview('1.1 → 2.0');
  await page.locator('td.change ins', { hasText: 'at once' }).waitFor();
});

test('what changed is published by choosing the version before, a form and a file', async () => {
  await workbench.command('View: Close All Editors');
  writeFileSync(path.join(workbench.folder, LATER), text('2.0', 'Restore a disk at once.'));
  await workbench.openFile(LATER);
  await workbench.command('Framework: Publish What Changed…');
  await asked('What changed since which version?');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: FILE }).first().click();
  await asked('Publish what changed as what?');
  await workbench.screenshot('publish in which form');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Markdown' }).first().click();
  await workbench.answerFileDialog(path.join(workbench.folder, 'changes.md'));
  expect(await workbench.notification('changes.md')).toContain('Open');
  expect(workbench.read('changes.md')).toMatch(/^# Demo: what changed[\s\S]*at once/);
});

test('a version is published on a day that is proposed, once it is a day', async () => {
  await workbench.openFile(LATER);
  await workbench.command('Framework: Publish This Version…');
  const widget = workbench.page.locator('.quick-input-widget');
  await widget.getByText('Publish Version 2.0').waitFor();
  const input = widget.locator('.quick-input-box input');
  const proposed = await input.inputValue();
  expect(proposed).toMatch(/^\d{4}-\d\d-\d\d$/);
  await input.fill('2026-02-30');
  await widget.getByText('Write the day as year, month and day').waitFor();
  await workbench.screenshot('publish on which day');
  await input.press('Enter');
  await input.fill('2026-01-31');
  await workbench.acceptInput('2026-01-31');
  expect(await workbench.notification('Version 2.0 is published')).toContain('on 2026-01-31');
  expect(workbench.read(LATER)).toMatch(/status: published[\s\S]*date: "?2026-01-31[\s\S]*fingerprint: /);
});

test('a conflict that the merge left can be settled at its markers, and opens in the merge editor', async () => {
  expect(workbench.read(CLASHING)).toMatch(
    /^<{7} .*\n.*and test it\.\n(?:\|{7}.*\n.*\n)?={7}\n.*within a day\.\n>{7} /m,
  );
  await workbench.openFile(CLASHING);
  await workbench.page.getByText('Accept Current Change').first().waitFor();
  await workbench.page.getByText('Resolve in Merge Editor').first().click();
  await workbench.page.locator('.merge-editor').first().waitFor();
  await workbench.page.locator('.merge-editor', { hasText: '1 Conflict Remaining' }).waitFor();
  await workbench.screenshot('conflict in the merge editor');
  expect(existsSync(path.join(workbench.folder, CLASHING))).toBe(true);
});

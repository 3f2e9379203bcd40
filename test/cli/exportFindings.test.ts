import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/excel/index.ts';
import { copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

const place = emptyFolder();
afterAll(() => place.remove());

test('the workbook lists what validate finds, what the dictionary finds included', async () => {
  copyFromCheckout('test/cli/files/demo.framework.yaml', place.folder);
  const text = readFileSync(path.join(place.folder, 'demo.framework.yaml'), 'utf8');
  put(place.folder, 'demo.framework.yaml', text.replace('with help.', 'and recieve the the help.'));
  const run = (...args: string[]) => framework(args, { cwd: place.folder });
  const { files } = JSON.parse(run('validate', 'demo.framework.yaml', '--format', 'json').stdout);
  const messages: string[] = files[0].findings.map((each: { message: string }) => each.message);
  expect(messages.some(message => message.includes('recieve'))).toBe(true);
  expect(messages.length).toBeGreaterThan(1);
  expect(run('export', 'demo.framework.yaml', '--out', 'demo.xlsx').status).toBe(0);
  const book = await readWorkbook(readFileSync(path.join(place.folder, 'demo.xlsx')));
  const listed = book.sheets.find(({ name }) => name === 'Findings')!;
  const texts = listed.rows.flatMap(({ cells }) => cells.map(cell => cell.text));
  expect(texts).toEqual(expect.arrayContaining(messages));
});

test('the notes on what changed name the earlier version without the folder that it stands in', async () => {
  copyFromCheckout('test/cli/files/demo.framework.yaml', place.folder);
  const text = readFileSync(path.join(place.folder, 'demo.framework.yaml'), 'utf8');
  put(place.folder, 'private/of-mine/before.framework.yaml', text.replace('with help.', 'alone.'));
  const args = ['--out', 'since.xlsx', '--since', 'private/of-mine/before.framework.yaml'];
  expect(framework(['export', 'demo.framework.yaml', ...args], { cwd: place.folder }).status).toBe(0);
  const { sheets } = await readWorkbook(readFileSync(path.join(place.folder, 'since.xlsx')));
  const said = JSON.stringify(sheets);
  expect(said).toContain('since before.framework.yaml');
  expect(said).not.toContain('of-mine');
});

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadFramework, parseYaml } from '../../src/core/index.ts';
import { applyEdits } from '../../src/core/text/edit.ts';
import { editsTo } from '../../src/core/write/writer.ts';
import { large } from '../core/sheet/sample.ts';
import { copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

const place = emptyFolder();
afterAll(() => place.remove());

/** Sends a file out and takes its workbook back untouched: nothing differs, and no byte of the file is touched. */
function expectUntouched(file: string, ...more: string[]): void {
  const at = path.join(place.folder, file);
  const [before, when] = [readFileSync(at), statSync(at).mtimeMs];
  expect(framework(['export', file, '--out', 'sent.xlsx'], { cwd: place.folder }).status).toBe(0);
  const { status, stdout } = framework(['import', 'sent.xlsx', '--into', file, ...more], {
    cwd: place.folder,
  });
  expect(stdout).toBe(`${file}: no changes; nothing to write.\n`);
  expect(status).toBe(0);
  expect(readFileSync(at).equals(before)).toBe(true);
  expect(statSync(at).mtimeMs).toBe(when);
}

test('the published version comes back as it went out', () => {
  copyFromCheckout('framework/iteps-1.2.framework.yaml', place.folder);
  expectUntouched('iteps-1.2.framework.yaml', '--dry-run');
});

test('a draft of 20,000 rows comes back as it went out', () => {
  const text = applyEdits('', editsTo(loadFramework(parseYaml('')), large(20_000)));
  put(place.folder, 'large.framework.yaml', text);
  expectUntouched('large.framework.yaml');
}, 120_000);

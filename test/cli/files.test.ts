import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Output, writeFiles } from '../../src/cli/files.ts';
import { emptyFolder, put } from './framework.ts';

const place = emptyFolder();
afterAll(() => place.remove());

test('if one of several files cannot take its name, those before it are as they were', async () => {
  const at = (name: string) => path.join(place.folder, name);
  put(place.folder, 'old.txt', 'old');
  const outputs: Output[] = [
    { file: at('old.txt'), data: 'new' },
    { file: at('new.txt'), data: 'new' },
    { file: at('taken'), data: 'new' },
    {
      file: at('last.txt'),
      // Somebody makes a folder of that name while the files are written.
      get data() {
        mkdirSync(at('taken'), { recursive: true });
        return 'new';
      },
    },
  ];
  await expect(writeFiles(outputs)).rejects.toThrow(/taken: (?:is a folder|cannot be written)/);
  expect(readFileSync(at('old.txt'), 'utf8')).toBe('old');
  expect(readdirSync(place.folder).sort()).toEqual(['old.txt', 'taken']);
});

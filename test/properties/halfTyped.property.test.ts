import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findings } from '../../src/core/index.ts';
import { load } from '../helpers/loaded.ts';
import { changed, pathsIn, TYPED, WHOLE } from '../helpers/wholeFile.ts';
import { spelling } from '../spelling/dictionary.ts';

it('no rule fails on a file that is half typed', () => {
  const older = load(stringify(WHOLE).replace('version: "1.1"', 'version: "1.0"'));
  expect(older.whole).toBe(true);
  const siblings = [{ name: 'older', framework: older.framework }];
  const paths = pathsIn(WHOLE);
  expect(paths.length).toBeGreaterThan(80);
  const failures = new Set<string>();
  for (const path of paths)
    for (const value of TYPED) {
      const text = changed(path, value);
      for (const { message } of findings(load(text), { siblings, spelling }))
        if (message.includes('failed here')) failures.add(`${path.join('.')} = ${value}: ${message}`);
    }
  expect([...failures]).toEqual([]);
});

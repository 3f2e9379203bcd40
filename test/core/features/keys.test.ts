import { expect, it } from 'vitest';
import { type KeyInfo, keyInfo, keysAt } from '../../../src/core/features/keys.ts';

/** Every key of the format, with the path to it. */
function everyKey(path: readonly (string | number)[] = []): [string, KeyInfo][] {
  return keysAt(path).flatMap(info => {
    const here = [...path, info.name];
    return [[here.join('.'), info], ...everyKey(info.holds === 'list' ? [...here, 0] : here)] as [
      string,
      KeyInfo,
    ][];
  });
}

it('knows what every key of the format is for', () => {
  const keys = everyKey();
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter(([, info]) => !/^.{20,}\.$/.test(info.description)).map(([path]) => path)).toEqual([]);
});

it('gives the keys of a row in the order of the format', () => {
  const row = ['areas', 0, 'sections', 0, 'topics', 0, 'rows', 0];
  expect(
    keysAt(row)
      .map(key => key.name)
      .slice(0, 2),
  ).toEqual(['id', 'statements']);
  expect(keyInfo([...row, 'id'])?.required).toBe(true);
  expect(keyInfo([...row, 'note'])?.required).toBe(false);
});

it('knows nothing of keys that the format does not have', () => {
  expect(keyInfo(['areas', 0, 'colour'])).toBeUndefined();
  expect(keyInfo(['toString'])).toBeUndefined();
  expect(keyInfo([])).toBeUndefined();
  expect(keysAt(['format'])).toEqual([]);
});

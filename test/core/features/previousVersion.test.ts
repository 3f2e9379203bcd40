import { expect, it } from 'vitest';
import { previousVersion } from '../../../src/core/index.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

const text = fileWith('id: r1\nstatements:\n  1st: One.');
const version = (number: string, more = '') =>
  load(text.replace('version: "1.0"', `version: "${number}"${more}`)).framework;
const beside = (...numbers: string[]) =>
  numbers.map(number => ({ name: `v${number}.framework.yaml`, framework: version(number) }));

it('is the newest of the older versions', () => {
  expect(previousVersion(version('1.10'), beside('1.2', '1.9', '1.11', '1.10'))?.name).toBe(
    'v1.9.framework.yaml',
  );
});

it('is the one that is superseded, whatever its number', () => {
  const own = version('1.10', '\n  supersedes: "1.2"');
  expect(previousVersion(own, beside('1.2', '1.9'))?.name).toBe('v1.2.framework.yaml');
  expect(previousVersion(own, beside('1.9'))?.name).toBe('v1.9.framework.yaml');
});

it('is none of another framework, nor of a later one', () => {
  const other = {
    name: 'o',
    framework: load(text.replace('id: sample', 'id: other').replace('1.0', '0.9')).framework,
  };
  expect(previousVersion(version('1.0'), [other, ...beside('1.0', '2.0')])).toBeUndefined();
});

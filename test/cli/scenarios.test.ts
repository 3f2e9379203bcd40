import { expect, test } from 'vitest';
import { nodes } from './framework.ts';
import { files, runScenarios } from './runScenarios.ts';
import { agrees } from './scenario.ts';

test('there are scenarios', () => {
  expect(files.length).toBeGreaterThan(10);
});

test('what is printed must be what is expected, lines in between left open only by dots', () => {
  expect(agrees(['a', 'b', 'c'], ['a', '...', 'c'])).toBe(true);
  expect(agrees(['a', 'c'], ['a', '...', 'c'])).toBe(true);
  expect(agrees(['a'], ['a', '...'])).toBe(true);
  expect(agrees(['a', 'b'], ['a', '...', 'c'])).toBe(false);
  expect(agrees(['a', 'b'], ['a'])).toBe(false);
  expect(agrees([], ['a'])).toBe(false);
});

runScenarios([...nodes].slice(0, 1));

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { nodes } from './framework.ts';
import { agrees, parseScenario, runScenario, updated } from './scenario.ts';

const folder = path.join(import.meta.dirname, 'scenarios');
const files = globSync('*.txt', { cwd: folder }).sort();

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

describe.each([...nodes])('on Node %s', (_version, node) => {
  test.each(files)('%s', name => {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const scenario = parseScenario(text);
    const printed = runScenario(scenario, node);
    // `UPDATE=1 npm test -- cli` writes down what is printed; look at the difference before you keep it.
    if (process.env.UPDATE === '1') writeFileSync(file, updated(text, printed));
    else
      scenario.steps.forEach(({ command, expected }, at) => {
        if (!agrees(printed[at]!, expected))
          expect({ command, printed: printed[at] }).toEqual({ command, printed: expected });
      });
  });
});

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { agrees, parseScenario, runScenario, updated } from './scenario.ts';

const folder = path.join(import.meta.dirname, 'scenarios');
/** Their names. */
export const files = globSync('*.txt', { cwd: folder }).sort();

/**
 * Makes a test of every scenario.
 * @param on the Nodes to run them with, as `nodes` has them
 */
export function runScenarios(on: readonly (readonly [version: string, node: string])[]): void {
  describe.each([...on])('on Node %s', (_version, node) => {
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
}

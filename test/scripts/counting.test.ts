import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { countVitest } from '../../scripts/lib/stages.mjs';

const file = (status: string, tests: number) => ({
  name: path.join(root, 'test/some.test.ts'),
  status,
  assertionResults: Array.from({ length: tests }, () => ({ status, fullName: 'holds' })),
});
const report = (counts: Partial<Parameters<typeof countVitest>[0]>) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...counts,
});

describe('the count of a vitest run', () => {
  test('takes over what passed, failed and was skipped', () => {
    const given = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(given, 1)).toEqual({ passed: 5, failed: 2, skipped: 2, failures: [] });
  });

  test('has a failure for each file that does not load', () => {
    const given = report({ numPassedTests: 5, testResults: [file('failed', 0), file('passed', 5)] });
    expect(countVitest(given, 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('names each test that failed, with the reason and without its trace', () => {
    const message = 'AssertionError: expected 1 to be 2\n    at some.test.ts:3:4\n    at more';
    const failed = { status: 'failed', fullName: 'sums add up', failureMessages: [message] };
    const given = report({
      numFailedTests: 1,
      testResults: [{ ...file('failed', 0), assertionResults: [failed] }],
    });
    expect(countVitest(given, 1).failures).toEqual([
      '✗ test/some.test.ts: sums add up\n    AssertionError: expected 1 to be 2',
    ]);
    const again = report({
      numPassedTests: 1,
      testResults: [{ ...file('passed', 0), assertionResults: [{ ...failed, status: 'passed' }] }],
    });
    expect(countVitest(again, 0)).toMatchObject({ passed: 1, failed: 0 });
    expect(countVitest(again, 0).failures?.[0]).toMatch(
      /^✓ the second time, test\/some.test.ts: sums add up/,
    );
  });

  test('has a failure for an error outside every test', () => {
    expect(countVitest(report({ numPassedTests: 5 }), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('has a failure where no test ran', () => {
    expect(countVitest(report({}), 0)).toMatchObject({ failed: 1 });
  });
});

describe('npm test', () => {
  test('ends with the one line of counts and an error code, even when it does not know what to run', () => {
    const script = path.join(root, 'scripts/test.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, 'no-such-stage'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('There is no stage "no-such-stage".');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });
});

import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/core/index.ts';
import type { CheckingRule } from '../../../src/core/rules/rule.ts';
import { WideChecks } from '../../../src/core/rules/wideChecks.ts';
import { bigFramework } from '../../helpers/bigFramework.ts';
import { load } from '../../helpers/loaded.ts';

const loaded = load(bigFramework(1_500));
const meta = { title: 'T', severity: 'warning', why: 'W.', whatToDo: 'D.', fixable: 'none' } as const;

/** How often others have a turn while rules look at the whole framework. */
function turnsIn(...rules: CheckingRule<'framework'>[]): number {
  const checks = new WideChecks(loaded, {}, rules);
  let turns = 0;
  while (!checks.proceed(() => true)) turns++;
  return turns;
}

const idle: CheckingRule<'framework'> = {
  meta: { ...meta, id: 'idle', scope: 'framework' },
  check: () => undefined,
};

describe('While the whole framework is looked at', () => {
  const names = ['same-statement', 'near-duplicate', 'verb-first', 'verb-form', 'undefined-abbreviation'];
  it.each([...names, 'one-spelling'])('%s lets others have a turn among its statements', name => {
    const rule = RULES.find(({ meta: { id } }) => id === name) as CheckingRule<'framework'>;
    expect(turnsIn(rule)).toBeGreaterThan(turnsIn(idle) + 1);
  });

  it('a rule that fails half-way costs no other, and keeps what it had found', () => {
    const failing: CheckingRule<'framework'> = {
      meta: { ...meta, id: 'failing', scope: 'framework' },
      *check({ rows, report }) {
        report({ message: 'Here.', at: { node: rows[0]!.row } });
        yield;
        throw new Error('no such word');
      },
    };
    const seen: string[] = [];
    const after: CheckingRule<'framework'> = { ...idle, check: () => void seen.push('after') };
    const checks = new WideChecks(loaded, {}, [failing, after]);
    while (!checks.proceed(() => true));
    expect(checks.found.map(({ message }) => message)).toEqual([
      'Here.',
      expect.stringMatching(/no such word/),
    ]);
    expect(seen).toEqual(['after']);
  });
});

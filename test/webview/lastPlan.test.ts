import { expect, test } from 'vitest';
import { atOnce } from '../../src/core/slices.ts';
import { keepingLast } from '../../src/vscode/lastPlan.ts';

test('A plan is made again only for another text or other answers', () => {
  const made: string[] = [];
  const planning = keepingLast(function* ({ words }: { words: string }, answers) {
    yield;
    const plan = `${words} ${[...answers].join(' ')}`;
    made.push(plan);
    return plan;
  });
  const text = { words: 'a' };
  const answers = (answer: string) => new Map([['question', answer]]);
  const plan = (of: typeof text, given: ReadonlyMap<string, string>) => atOnce(planning(of, given));
  expect(plan(text, answers('keep'))).toBe('a question,keep');
  expect(plan(text, answers('keep'))).toBe('a question,keep');
  expect(made).toHaveLength(1);
  plan(text, answers('delete'));
  plan({ words: 'a' }, answers('delete'));
  plan(text, new Map());
  expect(made).toEqual(['a question,keep', 'a question,delete', 'a question,delete', 'a ']);
});

test('A plan that was given up half-way is not kept', () => {
  const planning = keepingLast(function* (_: object, answers) {
    yield;
    return answers.size;
  });
  const text = {};
  planning(text, new Map()).next();
  expect(atOnce(planning(text, new Map([['question', 'keep']])))).toBe(1);
  expect(atOnce(planning(text, new Map()))).toBe(0);
});

import { expect, test } from 'vitest';
import { checkAnswers } from '../../src/cli/answers.ts';
import type { ImportPlan, Question } from '../../src/core/reviewing.ts';

test('an answer to words that are others now is refused, also where the question cuts them short', () => {
  const asked: Question = {
    id: 'copy:A!9 (Ada)',
    kind: 'copied-row',
    place: 'A!9',
    reviewer: 'Ada',
    message: 'This one says "Replace cables…". A new row?',
    texts: ['Replace cables now.'],
    options: ['new-row', 'ignore'],
  };
  const plan = (question: Question): ImportPlan =>
    ({ questions: [question], conflicts: [] }) as unknown as ImportPlan;
  const check = (now: Question) =>
    checkAnswers(plan(now), [{ id: asked.id, answer: 'ignore', asked: { ...asked } }], 'form.json', () =>
      plan(now),
    );
  expect(() => check(asked)).not.toThrow();
  expect(() => check({ ...asked, texts: ['Replace cables later.'] })).toThrow(/other words/);
  const { texts: _, ...short } = asked;
  expect(() => check(short)).toThrow(/other words/);
});

import type { ReadingRule } from '../rule.ts';

export const duplicateId: ReadingRule = {
  meta: {
    id: 'duplicate-id',
    title: 'The same id twice',
    severity: 'error',
    why: 'An id is how comparisons, links and returned workbooks find their row, topic or area. With two of them, one would get what is meant for the other.',
    whatToDo: 'Give the newer one an id of its own.',
    scope: 'reading',
    fixable: 'none',
  },
};

import type { ReadingRule } from '../rule.ts';

export const missingKey: ReadingRule = {
  meta: {
    id: 'missing-key',
    title: 'A key that must be there is not',
    severity: 'error',
    why: 'Without it the entry has no name to be known by, or no place to stand.',
    whatToDo: 'Add the key with its value.',
    scope: 'reading',
    fixable: 'none',
  },
};

import type { ReadingRule } from '../rule.ts';

export const duplicateKey: ReadingRule = {
  meta: {
    id: 'duplicate-key',
    title: 'The same key twice',
    severity: 'error',
    why: 'Only one of the two can count. Other tools silently keep the other one, and a statement is lost.',
    whatToDo: 'Remove one of the keys, or give it the name that was meant.',
    scope: 'reading',
    fixable: 'none',
  },
};

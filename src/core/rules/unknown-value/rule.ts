import type { ReadingRule } from '../rule.ts';

export const unknownValue: ReadingRule = {
  meta: {
    id: 'unknown-value',
    title: 'A value that is not one of those allowed',
    severity: 'error',
    why: 'Only the values that the format names have a meaning; any other would be ignored.',
    whatToDo: 'Use one of the values that the message names.',
    scope: 'reading',
    fixable: 'none',
  },
};

import type { ReadingRule } from '../rule.ts';

export const missingValue: ReadingRule = {
  meta: {
    id: 'missing-value',
    title: 'Nothing stands after a key',
    severity: 'error',
    why: 'It cannot be told whether something was forgotten or nothing is meant.',
    whatToDo: 'Write the value, or remove the key. A level that is left out has no statement.',
    scope: 'reading',
    fixable: 'none',
  },
};

import type { ReadingRule } from '../rule.ts';

export const wrongType: ReadingRule = {
  meta: {
    id: 'wrong-type',
    title: 'Text, a list or a set of keys in the wrong place',
    severity: 'error',
    why: 'What stands there cannot be read as what the format expects, so it would be lost.',
    whatToDo: 'Give the value the form that the message names.',
    scope: 'reading',
    fixable: 'none',
  },
};

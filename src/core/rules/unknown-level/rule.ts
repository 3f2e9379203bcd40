import { renamed } from '../renamed.ts';
import type { ReadingRule } from '../rule.ts';

export const unknownLevel: ReadingRule = {
  meta: {
    id: 'unknown-level',
    title: 'A level that is not in the list of levels',
    severity: 'error',
    why: 'The statement would stand in no column of the matrix.',
    whatToDo: 'Correct the level, or add it under `levels`.',
    scope: 'reading',
    fixable: 'unsafe',
  },
  fix: renamed,
};

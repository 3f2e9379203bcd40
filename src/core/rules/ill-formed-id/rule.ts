import type { ReadingRule } from '../rule.ts';

export const illFormedId: ReadingRule = {
  meta: {
    id: 'ill-formed-id',
    title: 'An id with characters that ids do not have',
    severity: 'error',
    why: 'Ids stand in links, spreadsheets and file names. Spaces and other characters break there.',
    whatToDo: 'Use letters, digits, `.`, `_` and `-` only, a letter or digit first and last.',
    scope: 'reading',
    fixable: 'none',
  },
};

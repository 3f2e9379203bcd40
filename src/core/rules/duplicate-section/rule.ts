import type { ReadingRule } from '../rule.ts';

export const duplicateSection: ReadingRule = {
  meta: {
    id: 'duplicate-section',
    title: 'Two sections of one kind in an area',
    severity: 'error',
    why: 'A section is known by its area and its kind, so there can be one of each kind.',
    whatToDo: 'Put the topics of both into one section.',
    scope: 'reading',
    fixable: 'none',
  },
};

import { renamed } from '../renamed.ts';
import type { ReadingRule } from '../rule.ts';

export const unknownSectionKind: ReadingRule = {
  meta: {
    id: 'unknown-section-kind',
    title: 'A kind of section that is not in the list of kinds',
    severity: 'error',
    why: 'The section would have no title and no place in the publication.',
    whatToDo: 'Correct the kind, or add it under `sectionKinds`.',
    scope: 'reading',
    fixable: 'unsafe',
  },
  fix: renamed,
};

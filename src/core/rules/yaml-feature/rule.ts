import type { ReadingRule } from '../rule.ts';

export const yamlFeature: ReadingRule = {
  meta: {
    id: 'yaml-feature',
    title: 'A feature of YAML that framework files do not use',
    severity: 'error',
    why: 'Anchors, aliases, tags and merge keys hide text in one place that is used in another. A reader of the file could not trust what stands before their eyes.',
    whatToDo: 'Write the text out wherever it is needed.',
    scope: 'reading',
    fixable: 'none',
  },
};

import type { ReadingRule } from '../rule.ts';

export const yamlFeature: ReadingRule = {
  meta: {
    id: 'yaml-feature',
    title: 'A feature of YAML that framework files do not use',
    severity: 'error',
    why: 'Anchors, aliases, tags, merge keys and directives let one place of a file decide what another means. A reader could not trust what stands before their eyes.',
    whatToDo: 'Write the text out wherever it is needed, and remove tags and directives.',
    scope: 'reading',
    fixable: 'none',
  },
};

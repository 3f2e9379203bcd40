import type { CheckingRule } from '../rule.ts';

export const untitledArea: CheckingRule<'framework'> = {
  meta: {
    id: 'untitled-area',
    title: 'An area without a title',
    severity: 'warning',
    why: 'Readers find their way by the titles of the areas. One without a title has mostly lost it on the way.',
    whatToDo: 'Give the area a title, or keep it untitled if that is how it was published.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    for (const area of framework.areas)
      if (area.title === undefined && !area.withdrawn)
        report({
          message: 'This area has no title. Give it one, unless it was published without.',
          at: { node: area, key: 'id' },
        });
  },
};

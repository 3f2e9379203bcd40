import type { CheckingRule } from '../rule.ts';

export const levelsAlike: CheckingRule<'framework'> = {
  meta: {
    id: 'levels-alike',
    title: 'Two levels that nobody can tell apart',
    severity: 'error',
    why: 'The titles of the levels head the columns of the matrix and of the workbook. Under two that look the same, statements are read and written in the wrong one.',
    whatToDo: 'Give each level a title and an id of its own, or put the two together.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, report }) {
    for (const key of ['title', 'id'] as const) {
      const seen = new Map<string, string>();
      for (const level of framework.levels) {
        const text = level[key];
        const plain = plainly(text);
        const other = seen.get(plain);
        // The very same id is for `duplicate-id` to tell.
        if (other !== undefined && !(key === 'id' && other === text))
          report({
            message:
              other === text
                ? `Another level above has the ${key} “${text}”. Give this one a ${key} of its own.`
                : `“${text}” looks like “${other}”, the ${key} of a level above. Make the two differ by more.`,
            at: { node: level, key },
          });
        else if (plain !== '') seen.set(plain, text);
      }
    }
  },
};

/** What is left of a text for somebody who reads it in passing: `1st Line`, `1st  line` and `1ST-LINE` are one. */
function plainly(text: string): string {
  const number = /^\d+(?:\.\d+)?$/.test(text) ? String(Number(text)) : text;
  return number
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

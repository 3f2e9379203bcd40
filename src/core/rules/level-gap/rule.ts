import type { CheckingRule } from '../rule.ts';

export const levelGap: CheckingRule<'row'> = {
  meta: {
    id: 'level-gap',
    title: 'A gap between filled levels',
    severity: 'warning',
    why: 'Where the levels below and above say something and this one does not, readers cannot tell whether nothing is asked, the same as below, or whether it was forgotten.',
    whatToDo:
      'Write the missing statement, or say what the gap means: `blank: { LEVEL: as-below }`, `not-applicable` or `missing`.',
    scope: 'row',
    fixable: 'none',
  },
  check({ row, levels, report }) {
    const filled = levels.map(({ id }) => row.statements.has(id));
    const [first, last] = [filled.indexOf(true), filled.lastIndexOf(true)];
    for (const [index, level] of levels.entries()) {
      if (index < first || index > last || filled[index] || row.blank.has(level.id)) continue;
      report({
        message: `${level.title} says nothing here, while levels below and above it do. Write its statement, or say under \`blank\` what the gap means.`,
        at: { node: row, key: 'statements', part: 'key' },
        data: { level: level.id },
      });
    }
  },
};

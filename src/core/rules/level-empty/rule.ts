import type { CheckingRule } from '../rule.ts';

export const levelEmpty: CheckingRule<'topic'> = {
  meta: {
    id: 'level-empty',
    title: 'A level that is empty throughout a topic',
    severity: 'info',
    why: 'Whoever works at this level finds nothing in the topic, and cannot tell whether that is meant.',
    whatToDo:
      'Write what is asked at this level, or say in one of the rows that it is meant: `blank: { LEVEL: not-applicable }`.',
    scope: 'topic',
    fixable: 'none',
  },
  check({ topic, rows, levels, report }) {
    // What one row leaves out is no custom of a topic.
    if (rows.length < 2) return;
    const empty = levels.filter(({ id }) => rows.every(row => !row.statements.has(id) && !row.blank.has(id)));
    // A topic that only speaks of a level or two is about those.
    if (empty.length * 2 >= levels.length) return;
    for (const level of empty)
      report({
        message: `No row of this topic says anything at ${level.title}. Write what is asked there, or say under \`blank\` that nothing is.`,
        at: { node: topic, key: topic.title === undefined ? 'id' : 'title' },
      });
  },
};

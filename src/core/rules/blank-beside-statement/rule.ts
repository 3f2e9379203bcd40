import type { Row } from '../../model/types.ts';
import { applyToText } from '../../write/applyToText.ts';
import type { CheckingRule } from '../rule.ts';

export const blankBesideStatement: CheckingRule<'row'> = {
  meta: {
    id: 'blank-beside-statement',
    title: 'A statement at a level that is said to be empty',
    severity: 'error',
    why: 'The row says both what is asked at this level and that nothing stands there. Whoever reads one of the two is told the opposite of the other.',
    whatToDo: 'Remove the level under `blank`, or the statement.',
    scope: 'row',
    fixable: 'partly',
  },
  check({ row, report }) {
    for (const [level, meaning] of row.blank)
      if (row.statements.has(level))
        report({
          message: `There is a statement at \`${level}\`, which is said to be \`${meaning}\` here. Remove this, or the statement.`,
          at: { node: row, key: 'blank', level, part: 'key' },
          data: { level, meaning },
        });
  },
  fix: ({ loaded, where, data: { level, meaning } }) => {
    const row = where?.node as Row | undefined;
    if (!row || level === undefined || meaning === undefined) return [];
    const change = { op: 'set', what: 'blank', row: row.id, level, before: meaning } as const;
    const { edits } = applyToText(loaded, [change]);
    // What was missing has been written since. Of the others a person must say which of the two holds.
    return [{ title: `Remove \`${meaning}\``, safe: meaning === 'missing', edits }];
  },
};

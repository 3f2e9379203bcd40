import type { CheckingRule } from '../rule.ts';
import { cutOff, mayBeCutOff } from '../text/cutOff.ts';

export const statementCutOff: CheckingRule<'statement'> = {
  meta: {
    id: 'statement-cut-off',
    title: 'A statement that breaks off',
    severity: 'warning',
    why: 'Text is lost when cells are copied. What remains often ends in a word that cannot end a sentence, such as `and`, `of` or `their`.',
    whatToDo: 'Complete the statement from an earlier version, or end it properly.',
    scope: 'statement',
    fixable: 'none',
  },
  check({ text, pieces, isEnglish, report }) {
    const cut = mayBeCutOff({ text, pieces }) ? cutOff(text, isEnglish) : undefined;
    if (!cut) return;
    report({
      message: `The statement seems to break off: it ends in ${cut.what}. Complete it, or end it properly.`,
      span: [cut.from, cut.to],
    });
  },
};

import { keyText } from '../../write/scalarText.ts';
import { startOf } from '../../yaml/nodes.ts';
import { commentAfter, scalarAt } from '../place.ts';
import type { CheckingRule } from '../rule.ts';

export const textAfterHash: CheckingRule<'statement'> = {
  meta: {
    id: 'text-after-hash',
    title: 'Text after a # that YAML leaves out',
    severity: 'warning',
    why: 'In YAML a # after a space begins a comment: what follows is not part of the statement, though it looks as if it were.',
    whatToDo:
      'Put the statement in quotes if the # belongs to it. Else put the comment on a line of its own, above.',
    scope: 'statement',
    fixable: 'unsafe',
  },
  check({ row, level, text, report }) {
    const at = { node: row, key: 'statements', level } as const;
    const scalar = scalarAt(at);
    const comment = scalar?.style === 'plain' ? commentAfter(scalar) : undefined;
    if (!comment) return;
    const words = comment.chunk.text.slice(comment.from, comment.to);
    if (isComment(text, words)) return;
    report({
      message: `YAML leaves out what follows the #: “${shortened(words)}” is not part of the statement. If it should be, put the statement in quotes; else put the comment on a line of its own.`,
      at: { ...at, part: 'comment' },
    });
  },
  fix: ({ loaded, start, end, where }) => {
    const scalar = where && scalarAt(where);
    if (!scalar) return [];
    const from = startOf(scalar);
    const whole = loaded.document.text.slice(from, end);
    if (/[\r\n]/.test(whole) || start <= from) return [];
    return [
      {
        title: 'Put the whole text in quotes',
        safe: false,
        edits: [{ start: from, end, text: keyText(whole, true, 'double') }],
      },
    ];
  },
};

/** Whether it is meant as a comment: it follows a whole sentence, or says so. */
function isComment(statement: string, comment: string): boolean {
  if (/^#+\s*(?:todo|fixme|note|check|review|nb|xxx)\b/i.test(comment)) return true;
  return /[.!?…)]\s*$/.test(statement) && /^#+(?:\s|$)/.test(comment);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

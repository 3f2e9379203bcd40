import type { CheckingRule } from '../rule.ts';

export const repeatedWords: CheckingRule<'statement'> = {
  meta: {
    id: 'repeated-words',
    title: 'A word that stands twice in a row',
    severity: 'warning',
    why: 'It is most often a slip of typing or of joining two texts, and spelling checks overlook it.',
    whatToDo: 'Remove one of the two.',
    scope: 'statement',
    fixable: 'unsafe',
  },
  check({ text, report }) {
    for (const match of text.matchAll(REPEATED)) {
      const once = match[1]!;
      if (RIGHTLY_TWICE.has(once.toLowerCase())) continue;
      report({
        message: `“${once}” stands here twice in a row. Remove one of the two.`,
        span: [match.index, match.index + match[0].length],
        data: { once },
      });
    }
  },
  fix: ({ start, end, covered, data }) =>
    // Where a line break or an escape stands between the two, a person had better look.
    data.once !== undefined && covered.startsWith(data.once) && !/[\r\n\\]/.test(covered)
      ? [
          {
            title: 'Remove the second',
            safe: false,
            edits: [{ start: start + data.once.length, end, text: '' }],
          },
        ]
      : [],
};

/** One to four words, and the same again; not across a line, nor as part of a longer word. */
const REPEATED =
  /(?<![\p{L}\p{N}’'-])(\p{L}[\p{L}’']*(?:[^\S\n]+\p{L}[\p{L}’']*){0,3})[^\S\n]+\1(?![\p{L}\p{N}’'-])/giu;

const RIGHTLY_TWICE = new Set(['had', 'that']);

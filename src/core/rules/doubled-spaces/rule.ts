import type { CheckingRule } from '../rule.ts';
import { trait } from '../text/pieces.ts';

const DOUBLED = trait(piece => /[^\S\n]{2,}/.test(piece));

export const doubledSpaces: CheckingRule<'statement'> = {
  meta: {
    id: 'doubled-spaces',
    title: 'Two spaces where one would do',
    severity: 'info',
    why: 'Nobody sees them, but they make two texts differ that read alike, and often mark the place where words were cut out.',
    whatToDo: 'Leave one space.',
    scope: 'statement',
    fixable: 'safe',
  },
  check({ text, traits, report }) {
    if (!(traits & DOUBLED)) return;
    for (const { 0: spaces, index } of text.matchAll(/(?<=\S)[^\S\n]{2,}(?=\S)/g))
      report({
        message: `There are ${spaces.length} spaces here. Leave one.`,
        span: [index, index + spaces.length],
      });
  },
  fix: ({ start, end, covered }) =>
    // Spaces may also be written as escapes, or stand at a line break.
    /^[^\S\r\n]+$/.test(covered)
      ? [{ title: 'Leave one space', safe: true, edits: [{ start, end, text: ' ' }] }]
      : [],
};

import type { CheckingRule } from '../rule.ts';
import { cutOff } from '../text/cutOff.ts';
import { trait } from '../text/pieces.ts';

export const unbalancedBrackets: CheckingRule<'statement'> = {
  meta: {
    id: 'unbalanced-brackets',
    title: 'A bracket without its partner',
    severity: 'warning',
    why: 'One of two things happened: the bracket was forgotten, or a piece of the statement was lost with it.',
    whatToDo: 'Add the missing bracket, or remove the one that stands alone.',
    scope: 'statement',
    fixable: 'none',
  },
  check({ text, traits, isEnglish, report }) {
    if (!(traits & BRACKET)) return;
    for (const { at, bracket } of unbalanced(text)) {
      const opens = bracket in PARTNERS;
      // Where the end is missing, so is the bracket that stood there: that is one slip, not two.
      if (opens && cutOff(text, isEnglish)) continue;
      const partner = opens ? PARTNERS[bracket] : partnerOf(bracket);
      report({
        message: `\`${bracket}\` is ${opens ? 'never closed' : 'never opened'}. Add \`${partner}\`, or remove it.`,
        span: [at, at + 1],
      });
    }
  },
};

const BRACKET = trait(piece => /[()[\]{}]/.test(piece));

const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function partnerOf(closing: string): string {
  return Object.entries(PARTNERS).find(([, closes]) => closes === closing)?.[0] ?? '';
}

/** Before a bracket that only ends the mark of a list entry: `a)`, `2)`, `iv)`. */
const LIST_MARK = /(?:^|[\s;,:])(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$/;

function unbalanced(text: string): { at: number; bracket: string }[] {
  const open: { at: number; bracket: string }[] = [];
  const alone: { at: number; bracket: string }[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()[\]{}]/g)) {
    if (bracket in PARTNERS) open.push({ at: index, bracket });
    else if (open.at(-1)?.bracket === partnerOf(bracket)) open.pop();
    else if (bracket !== ')' || !LIST_MARK.test(text.slice(0, index))) alone.push({ at: index, bracket });
  }
  return [...open, ...alone].sort((a, b) => a.at - b.at);
}

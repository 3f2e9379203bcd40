import type { CheckingRule } from '../rule.ts';
import { damageIn, SUSPECT_OF_DAMAGE } from '../text/damage.ts';

export const damagedCharacters: CheckingRule<'statement'> = {
  meta: {
    id: 'damaged-characters',
    title: 'Characters that were damaged on the way',
    severity: 'warning',
    why: 'Texts that go through mail, web pages and old programs come back with apostrophes, quotes and accents turned into other characters, which search and comparison do not recognise.',
    whatToDo: 'Put in the character that was meant.',
    scope: 'statement',
    fixable: 'unsafe',
  },
  check({ text, traits, isEnglish, report }) {
    if (!(traits & SUSPECT_OF_DAMAGE)) return;
    for (const { from, to, what, meant } of damageIn(text, isEnglish)) {
      const remedy =
        meant === undefined
          ? 'Look it up in an earlier version.'
          : meant === ''
            ? 'Remove it.'
            : `“${meant}” is probably meant.`;
      report({
        message: `This is ${what}. ${remedy}`,
        span: [from, to],
        data: { raw: text.slice(from, to), ...(meant === undefined ? {} : { meant }) },
      });
    }
  },
  // Where the text has an escape there, a person had better look.
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw && !/["'\n]/.test(meant)
      ? [
          {
            title: meant === '' ? 'Remove it' : `Change to “${meant}”`,
            safe: false,
            edits: [{ start, end, text: meant }],
          },
        ]
      : [],
};

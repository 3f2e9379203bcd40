import type { CheckingRule } from '../rule.ts';
import { cutOff } from '../text/cutOff.ts';
import { trait } from '../text/pieces.ts';

export const unbalancedQuotes: CheckingRule<'statement'> = {
  meta: {
    id: 'unbalanced-quotes',
    title: 'A quotation mark without its partner',
    severity: 'warning',
    why: 'Readers do not see where the quotation ends, and a piece of the statement may have been lost with the mark.',
    whatToDo: 'Add the missing mark, or remove the one that stands alone.',
    scope: 'statement',
    fixable: 'none',
  },
  check({ text, traits, isEnglish, report }) {
    if (!(traits & QUOTE)) return;
    for (const [at, mark] of alone(text, isEnglish)) {
      // Where the end is missing, so is the mark that stood there: that is one slip, not two.
      if (cutOff(text, isEnglish)) continue;
      report({
        message: `\`${mark}\` has no partner. Add it where the quotation begins or ends, or remove this one.`,
        span: [at, at + 1],
      });
    }
  },
};

const QUOTE = trait(piece => /["“”‘]/.test(piece));

/** @param isEnglish elsewhere `“` closes (`„so“`), or `”` opens: there only straight ones tell */
function alone(text: string, isEnglish: boolean): [number, string][] {
  const found: [number, string][] = [];
  // After a figure it stands for inches.
  const straight = [...text.matchAll(/(?<!\d)"/g)];
  if (straight.length % 2 === 1) found.push([straight.at(-1)!.index, '"']);
  if (!isEnglish) return found;
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/[“”]/g)) {
    if (mark === '“') {
      if (open !== undefined) found.push([open, '“']);
      open = index;
    } else if (open === undefined) found.push([index, '”']);
    else open = undefined;
  }
  if (open !== undefined) found.push([open, '“']);
  // `’` is an apostrophe as well, so only an opening one with nothing after it tells.
  const single = /(?<=^|[\s(])‘(?=\p{L})(?![\s\S]*’)/u.exec(text);
  if (single) found.push([single.index, '‘']);
  return found.sort((a, b) => a[0] - b[0]);
}

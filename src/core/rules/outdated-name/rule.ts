import type { CheckingRule } from '../rule.ts';
import { OUTDATED_NAMES, SIGN_OF_OUTDATED } from '../text/outdatedNames.ts';
import { trait } from '../text/pieces.ts';

export const outdatedName: CheckingRule<'statement'> = {
  meta: {
    id: 'outdated-name',
    title: 'A name that has gone out of use',
    severity: 'warning',
    why: 'Bodies are dissolved, laws replaced and products renamed. A standard that names them by their old names looks, and may be, out of date.',
    whatToDo: 'Use the name of today, or speak of the thing without naming it.',
    scope: 'statement',
    fixable: 'none',
    options: {
      names: {
        holds: 'map',
        description:
          'What to use, by the name not to: `Acme Mail: our mail system`. Beside the built-in ones.',
      },
      current: { holds: 'texts', description: 'Names that are right all the same.' },
    },
  },
  check({ text, traits, options, report }) {
    const current = Array.isArray(options.current) ? (options.current as readonly string[]) : [];
    for (const { pattern, name, since, instead } of traits & SIGN ? OUTDATED_NAMES : [])
      for (const match of text.matchAll(pattern)) {
        if (current.includes(match[0])) continue;
        const what = match[0] === name ? `“${name}”` : `“${match[0]}” (${name})`;
        report({
          message: `${what} has been out of use since ${since}. Today it is ${instead}.`,
          span: [match.index, match.index + match[0].length],
        });
      }
    const own = options.names;
    if (!own || Array.isArray(own)) return;
    for (const [old, instead] of Object.entries(own as Readonly<Record<string, string>>))
      for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length))
        if (!/\p{L}/u.test(text.charAt(at - 1) + text.charAt(at + old.length)))
          report({ message: `“${old}” is out of use. Today it is ${instead}.`, span: [at, at + old.length] });
  },
};

const SIGN = trait(piece => SIGN_OF_OUTDATED.test(piece));

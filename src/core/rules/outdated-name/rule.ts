import type { CheckingRule, OptionValues } from '../rule.ts';
import { trait } from '../text/pieces.ts';
import NAMES from './names.json' with { type: 'json' };

/** A name that has gone out of use, as the data file has it. */
interface OutdatedName {
  readonly kind: string;
  /** What stands for it in texts; upper and lower case count. */
  readonly texts: readonly string[];
  /** What it is called, where that is not the text itself. */
  readonly name?: string;
  /** Since when, as far as it is known: a year, or a month of it. */
  readonly since: string;
  readonly instead: string;
  /** Whether it goes on under another name, which may be put in its place as it is. */
  readonly renamed?: boolean;
}

export const outdatedName: CheckingRule<'statement'> = {
  meta: {
    id: 'outdated-name',
    title: 'A name that has gone out of use',
    severity: 'warning',
    why: 'Bodies are dissolved, laws replaced and products renamed. A standard that names them by their old names looks, and may be, out of date.',
    whatToDo: 'Use the name of today, or speak of the thing without naming it.',
    scope: 'statement',
    fixable: 'unsafe',
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
    for (const { 0: found, index } of traits & SIGN ? text.matchAll(ANY_NAME) : []) {
      const { name = found, since, instead, renamed = false } = byText.get(found)!;
      if (current.includes(found) || current.includes(name)) continue;
      const what = found === name ? `“${found}”` : `“${found}” (${name})`;
      report({
        message: `${what} has been out of use since ${since}. Today it is ${instead}.`,
        span: [index, index + found.length],
        ...(renamed ? { data: { raw: found, meant: instead } } : {}),
      });
    }
    for (const [old, instead] of ownNames(options))
      for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length))
        if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + old.length)))
          report({
            message: `“${old}” is out of use. Today it is ${instead}.`,
            span: [at, at + old.length],
            data: { raw: old, meant: instead },
          });
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

const byText = new Map<string, OutdatedName>(
  (NAMES as readonly OutdatedName[]).flatMap(name => name.texts.map(text => [text, name] as const)),
);

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Of two that begin alike the longer counts: `Windows 8.1`, `Windows 8`. */
const ANY_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...byText.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\p{L}\p{N}])`,
  'gu',
);

/** The longest word of each name: what has none of these names nothing outdated. */
const SIGNS = new RegExp(
  [...new Set([...byText.keys()].map(text => text.split(' ').sort((a, b) => b.length - a.length)[0]!))]
    .map(escaped)
    .join('|'),
);
const SIGN = trait(piece => SIGNS.test(piece));

function ownNames({ names }: OptionValues): [string, string][] {
  return names && !Array.isArray(names) ? Object.entries(names as Readonly<Record<string, string>>) : [];
}

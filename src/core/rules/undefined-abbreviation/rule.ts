import type { Framework } from '../../model/types.ts';
import { each } from '../each.ts';
import type { CheckingRule, Where } from '../rule.ts';
import { trait } from '../text/pieces.ts';
import { ofReading } from '../text/readings.ts';

export const undefinedAbbreviation: CheckingRule<'framework'> = {
  meta: {
    id: 'undefined-abbreviation',
    title: 'An abbreviation that nothing explains',
    severity: 'info',
    why: 'Those who are new to the field do not know it, and the same letters mean different things in different places.',
    whatToDo:
      'Add it to the `glossary` of the file, write it out where it first stands, or list it under `known` for this rule.',
    scope: 'framework',
    fixable: 'none',
    options: {
      known: { holds: 'texts', description: 'Abbreviations that every reader of this framework knows.' },
    },
  },
  *check({ framework, statements, glossary, options, report }) {
    const known = new Set([
      ...COMMON,
      ...glossary.keys(),
      ...(Array.isArray(options.known) ? options.known : []),
    ]);
    const places = new Map<string, Where[]>();
    const explained = new Set<string>();
    for (const title of titlesOf(framework)) {
      for (const [short, at] of shortIn(title)) if (isExplained(title, at, short)) explained.add(short);
      for (const initials of initialsIn(title)) explained.add(initials);
    }
    yield* each(statements, reading => {
      for (const { short, where, isExplained } of reading.traits & HAS_SHORT ? shortFormsOf(reading) : []) {
        if (known.has(short)) continue;
        if (isExplained) explained.add(short);
        const list = places.get(short);
        if (list) list.push(where);
        else places.set(short, [where]);
      }
    });
    const isKnown = (short: string): boolean =>
      known.has(short) || explained.has(short) || (short.includes('/') && short.split('/').every(isKnown));
    for (const [short, [first, ...others]] of places) {
      if (!first || isKnown(short)) continue;
      const times =
        others.length === 0
          ? 'here'
          : `here and ${others.length === 1 ? 'once more' : `${others.length} more times`}`;
      report({
        message: `Nothing says what “${short}” stands for; it is used ${times}. Add it to the glossary, or write it out.`,
        at: first,
        data: { short },
      });
    }
  },
};

/** What needs no explanation anywhere in Britain. */
const COMMON = new Set(
  'A4 A3 BBC CCTV CD CV DIY DVD EU GB GCSE GP HR ID IT MOT NHS OK PC PDF PIN TV UK US USA USB VAT AM PM'.split(
    ' ',
  ),
);

interface ShortForm {
  readonly short: string;
  readonly where: Where;
  /** It is written out beside it: `OS (operating systems)`, `Service Level Agreement (SLA)`. */
  readonly isExplained: boolean;
}

const shortFormsOf = ofReading(({ row: node, level, text }): readonly ShortForm[] =>
  shortIn(text).map(([short, at, end]) => ({
    short,
    where: { node, key: 'statements', level, span: [at, end] as const },
    isExplained: isExplained(text, at, short),
  })),
);

/** Two to six capitals, more where `&` or `/` joins them (`R&D`, `ATT&CK`, `CI/CD`), and an `s` for more than one. */
const SHORT =
  /(?<![\p{L}\p{N}.@/_&-])(?:\p{Lu}{1,6}(?:&\p{Lu}{1,6})+|\p{Lu}{2,6}(?:\/\p{Lu}{2,6})*)s?(?![\p{L}\p{N}_@])/gu;

const HAS_SHORT = trait(piece => piece.search(SHORT) >= 0);
/** Two, three, four: `Part II`. */
const ROMAN = /^X{0,2}(?:I{2,3}|IV|VI{1,3}|IX)$/;
/** A standard with its number, `BS EN ISO 5817`, is looked up by that. */
const NUMBERED = /^(?:\p{Lu}{2,6}[ /-]){1,4}\d{3,}/u;

/** The short forms in a text, without the `s` for more than one, each with its place. */
function shortIn(text: string): [string, number, number][] {
  // A text in capitals shouts; it has no abbreviations to be told.
  if (text === text.toUpperCase()) return [];
  return [...text.matchAll(SHORT)].flatMap(({ 0: found, index }): [string, number, number][] => {
    const end = index + found.length;
    const isName = ROMAN.test(found) || NUMBERED.test(text.slice(index));
    return isName ? [] : [[found.replace(/s$/, ''), index, end]];
  });
}

function titlesOf({ areas }: Framework): string[] {
  const topics = areas.flatMap(area => area.sections.flatMap(section => section.topics));
  return [...areas, ...topics].flatMap(({ title }) => title ?? []);
}

/** What the capitals of a title stand for: `Health & Safety` explains `H&S`, `Service Level Agreements` `SLA`. */
function initialsIn(title: string): string[] {
  const runs = title.match(/\p{Lu}\p{Ll}+(?:(?:\s+|-|\s*&\s*)\p{Lu}\p{Ll}+)+/gu) ?? [];
  return runs.map(run => run.replace(/[^\p{Lu}&]/gu, ''));
}

/** `OS (operating systems)`, or words before a bracket that begin with these letters. */
function isExplained(text: string, at: number, short: string): boolean {
  if (!text.includes('(')) return false;
  if (/^\p{L}+\s+\(\p{L}{2,}[^)]*\p{L}/u.test(text.slice(at).replaceAll(/[&/]/g, 'n'))) return true;
  const before = text.slice(0, at).trimEnd();
  if (!before.endsWith('(')) return false;
  const words =
    /[\p{L}&'’ -]+$/u
      .exec(before.slice(0, -1))?.[0]
      .trim()
      .split(/[\s-]+/) ?? [];
  const letters = words.slice(-short.length).map(word => word.charAt(0).toUpperCase());
  return letters.join('') === short;
}

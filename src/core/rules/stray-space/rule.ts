import type { CheckingRule } from '../rule.ts';
import { trait } from '../text/pieces.ts';

export const straySpace: CheckingRule<'statement'> = {
  meta: {
    id: 'stray-space',
    title: 'A space that does not belong there',
    severity: 'warning',
    why: 'Spaces inside of a compound or before a comma are left behind when lines are joined. They make one term look like two.',
    whatToDo: 'Remove the space.',
    scope: 'statement',
    fixable: 'unsafe',
  },
  check({ text, traits, isEnglish, report }) {
    if (!(traits & SUSPECT)) return;
    for (const { pattern, what, inEnglish = false } of PATTERNS) {
      if (inEnglish && !isEnglish) continue;
      for (const match of text.matchAll(pattern)) {
        const raw = match[0];
        report({
          message: `There is a space ${what}: “${raw}”. Remove it.`,
          span: [match.index, match.index + raw.length],
          data: { raw, meant: raw.replace(/[^\S\n]+/g, '') },
        });
      }
    }
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

/** Nearly all statements have none of these before or after a space, and need no closer look. */
const SUSPECT = trait(piece => /[-/(]$|^[-/,;:!?.)]/.test(piece));

/** `inEnglish`: elsewhere it may be right (`Vor- oder Nachteile`, `pourquoi ?`). */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly what: string;
  readonly inEnglish?: true;
}[] = [
  // `pre- and post-` is right; so is a dash with a space on both sides.
  { pattern: /\p{L}+-[^\S\n]+(?!(?:and|or|to|but|und)\b)\p{Ll}+/gu, what: 'after a hyphen', inEnglish: true },
  { pattern: /\p{L}+[^\S\n]+-\p{Ll}+/gu, what: 'before a hyphen' },
  {
    pattern: /\p{L}+(?:[^\S\n]+\/|\/[^\S\n]+)(?<![^\S\n]\/[^\S\n])(?![^\S\n])\p{L}+/gu,
    what: 'beside a slash',
  },
  { pattern: /[\p{L}\p{N}]+[^\S\n]+,(?=\s|$)/gu, what: 'before a punctuation mark' },
  { pattern: /[\p{L}\p{N}]+[^\S\n]+[;:!?](?=\s|$)/gu, what: 'before a punctuation mark', inEnglish: true },
  { pattern: /[\p{L}\p{N}]+[^\S\n]+\.(?=\s|$)/gu, what: 'before a full stop' },
  { pattern: /\([^\S\n]+\S+|\S+[^\S\n]+\)/g, what: 'inside of a bracket' },
];

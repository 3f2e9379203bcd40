import type { CheckingRule } from '../rule.ts';
import { areSideBySide, trait } from '../text/pieces.ts';
import { ALL_VERBS, NEVER_AFTER_ARTICLE } from '../text/verbs.ts';

export const statementsRunTogether: CheckingRule<'statement'> = {
  meta: {
    id: 'statements-run-together',
    title: 'Two statements in one cell',
    severity: 'warning',
    why: 'Each statement is assessed by itself. Two in one cell are met by halves, and where one runs into the other, words were lost between them.',
    whatToDo: 'Give the second statement a row of its own, or make one sentence of the two.',
    scope: 'statement',
    fixable: 'none',
    language: 'en',
  },
  check({ text, pieces, traits, report }) {
    const second =
      (traits & BREAK ? secondParagraph(text) : undefined) ??
      (areSideBySide(pieces, STOP, CAPITAL) ? secondSentence(text) : undefined) ??
      (traits & CAPITAL_WITHIN ? joined(text) : undefined);
    const [from, to] = second ?? [];
    if (from !== undefined && to !== undefined)
      report({
        message: `A second statement seems to begin at “${text.slice(from, to)}”. Give it a row of its own, or make one of the two.`,
        span: [from, to],
      });
    const run = areSideBySide(pieces, ARTICLE, VERB) ? runOn(text) : undefined;
    if (run)
      report({
        message: `“${text.slice(...run)}” is no English: two statements seem to have run together here, with words lost between them. Compare an earlier version.`,
        span: run,
      });
  },
};

type Span = [number, number];

/** Without these there can be none of what is looked for. */
const BREAK = trait(piece => piece.includes('\n'));
const STOP = trait(piece => /[.!?]$/.test(piece));
const CAPITAL = trait(piece => /^\p{Lu}\p{Ll}/u.test(piece));
const CAPITAL_WITHIN = trait(piece => /\p{Ll}{3}[.!?]?\p{Lu}\p{Ll}{4}/u.test(piece));
const ARTICLE = trait(piece => /\b(?:an?|the|their|its|our|your)$/iu.test(piece));
const VERB = trait(piece => NEVER_AFTER_ARTICLE.has(/^\p{L}+/u.exec(piece)?.[0] ?? ''));

/** A paragraph that begins with an order, after one that is whole. */
function secondParagraph(text: string): Span | undefined {
  for (const match of text.matchAll(/([^\s:;,–—-])[ \t]*\n\s*(\p{Lu}\p{L}+)/gu)) {
    const from = match.index + match[0].length - match[2]!.length;
    if (ALL_VERBS.has(match[2]!.toLowerCase())) return [from, from + match[2]!.length];
  }
  return undefined;
}

/** A sentence after another; `e.g. Roll out …` is none. */
function secondSentence(text: string): Span | undefined {
  for (const match of text.matchAll(/(\S+[.!?])[^\S\n]+(\p{Lu}\p{Ll}+)/gu)) {
    if (/(?:^|\()(?:e\.?g|i\.?e|cf|vs|no|approx|fig|inc)\.$/i.test(match[1]!)) continue;
    const from = match.index + match[0].length - match[2]!.length;
    if (ALL_VERBS.has(match[2]!.toLowerCase())) return [from, from + match[2]!.length];
  }
  return undefined;
}

/** A sentence that begins right after the last letter or stop: `the policy.Ensure that`. */
function joined(text: string): Span | undefined {
  for (const match of text.matchAll(/\p{Ll}{3}[.!?]?(\p{Lu}\p{Ll}{4,})\b/gu)) {
    const from = match.index + match[0].length - match[1]!.length;
    if (NEVER_AFTER_ARTICLE.has(match[1]!.toLowerCase())) return [from, from + match[1]!.length];
  }
  return undefined;
}

/** An article, and then a verb: `pages on a follow instructions`. */
function runOn(text: string): Span | undefined {
  for (const match of text.matchAll(/\b(?:an?|the|their|its|our|your)[^\S\n]+(\p{Ll}+)(?![\p{L}-])/giu))
    if (NEVER_AFTER_ARTICLE.has(match[1]!)) return [match.index, match.index + match[0].length];
  return undefined;
}

import { baseOfThirdPerson, DOING_VERBS } from '../../rules/text/verbs.ts';

/** Words that a stemmer takes for forms of others, or for no forms of one another: each with the stem that is its own. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/^communit/, 'community'],
  [/^universit/, 'university'],
  [/^organs?$/, 'organs'],
  [/^experiment/, 'experiment'],
  [/^import(?:s|ed|ing)?$/, 'imports'],
  [/^objectives?$/, 'objectives'],
  [/^authorit/, 'authority'],
  [/^medicat/, 'medication'],
  [/^generat/, 'generate'],
  [/^compet(?:e|es|ed|ing|it\w+)$/, 'compete'],
  [/^news$/, 'news'],
  [/^compl(?:y|ies|ied|ying|iance|iant)$/, 'comply'],
  [/^past(?:e|es|ed|ing)$/, 'paste'],
];

/** Verbs in `er` that are no persons and that the lists of verbs do not hold. */
const NO_PERSON = /^(?:encounter|(?:re|dis|un)cover|empower|remember|surrender|reconsider)s?$/;

/**
 * The stem of a word for comparing: that which a stemmer finds, unless the word only looks like a form of others. Who
 * does something is not what is done: `operator`, `operation`.
 * @param word in its normal form
 */
export function ownStem(word: string, stem: string): string {
  const own = OWN.find(([pattern]) => pattern.test(word))?.[1];
  if (own !== undefined) return own;
  const agent = /(?:er|or)s?$/.exec(word)?.[0].slice(0, 2);
  if (agent === undefined || stem.endsWith(agent) || NO_PERSON.test(word)) return stem;
  return DOING_VERBS.has(baseOfThirdPerson(word) ?? word) ? stem : `${stem}${agent}`;
}

/** Whether one of two words is of another stem of its own. */
export function areLookalikes(a: string, b: string): boolean {
  return OWN.some(([pattern]) => pattern.test(a) !== pattern.test(b));
}

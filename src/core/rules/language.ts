/** A language whose words a rule knows: `en` with all its varieties, `en-GB` that one alone. */
export type KnownLanguage = 'en' | 'en-GB';

/**
 * Whether what is known of a language holds for a text. A framework that does not say its language is read as
 * British English, and so is one that says no more than `en`.
 * @param language as the framework has it: a tag of BCP 47, such as `en-GB`
 */
export function isIn(language: string | undefined, known: KnownLanguage): boolean {
  const tag = (language ?? '').trim().toLowerCase().replaceAll('_', '-');
  if (tag === '' || tag === 'en') return true;
  const wanted = known.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}-`);
}

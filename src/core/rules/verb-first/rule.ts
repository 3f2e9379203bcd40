import { distance } from 'fastest-levenshtein';
import type { CheckingRule } from '../rule.ts';
import { KIND_OPTIONS, natureOf } from '../text/kinds.ts';
import {
  ALL_VERBS,
  baseOfIng,
  baseOfThirdPerson,
  DOING_VERBS,
  type Opening,
  openingOf,
  withCaseOf,
} from '../text/verbs.ts';

export const verbFirst: CheckingRule<'topic'> = {
  meta: {
    id: 'verb-first',
    title: 'A statement of doing that does not begin with its verb',
    severity: 'info',
    why: 'What somebody does is assessed by what can be seen: “Restore a server”. “Can”, “Planning” and “Responsibilities for” leave open whether it is done.',
    whatToDo: 'Begin with the verb of what is done, in its plain form.',
    scope: 'topic',
    fixable: 'unsafe',
    options: KIND_OPTIONS,
  },
  check({ rows, kind, options, report }) {
    if (natureOf(kind, options) !== 'doing') return;
    for (const row of rows)
      for (const [level, text] of row.statements) {
        const opening = openingOf(text);
        const found = opening && judge(opening);
        if (!opening || !found) continue;
        const { message, meant, to = opening.to } = found;
        report({
          message,
          at: { node: row, key: 'statements', level, span: [opening.from, to] },
          ...(meant === undefined ? {} : { data: { raw: text.slice(opening.from, to), meant } }),
        });
      }
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

interface Judged {
  readonly message: string;
  readonly meant?: string;
  readonly to?: number;
}

/** What says that somebody may or should, before what is done. */
const MODAL = /^(?:can|could|may|must|should|shall|will|able)$/;
const NOUN_ENDING = /(?:ment|ments|tion|tions|sion|sions|ness|ity|ities|ance|ence|ship|ships)$/;
const STATE = /^(?:have|has|having|be|is|are|being|responsible|accountable|involved)$/;

function judge(opening: Opening): Judged | undefined {
  const { word, lower, rest, to } = opening;
  if (MODAL.test(lower)) {
    const verb = /^(?:\s+be)?(?:\s+able)?(?:\s+to)?\s+(\p{L}+)/u.exec(rest);
    const meant = verb && ALL_VERBS.has(verb[1]!) ? withCaseOf(verb[1]!, word) : undefined;
    return meant && verb
      ? {
          message: `“${word}” stands before the verb. Begin with “${meant}”.`,
          meant,
          to: to + verb[0].length,
        }
      : { message: `“${word}” does not say what is done. Begin with the verb of it.` };
  }
  if (ALL_VERBS.has(lower) || baseOfThirdPerson(lower)) return undefined;
  if (STATE.test(lower))
    return { message: `“${word}” says what somebody has or is. Begin with the verb of what is done.` };
  const plain = baseOfIng(lower);
  if (plain !== undefined) {
    const meant = withCaseOf(plain, word);
    return { message: `“${word}” is not the plain form of the verb. Begin with “${meant}”.`, meant };
  }
  if (NOUN_ENDING.test(lower))
    return { message: `“${word}” is no verb. Begin with the verb of what is done.` };
  if (lower.endsWith('ly') && /^\s+\p{L}+ed\b/u.test(rest))
    return { message: 'This says how somebody is, not what is done. Begin with the verb of it.' };
  const near = nearVerb(lower);
  if (near === undefined) return undefined;
  const meant = withCaseOf(near, word);
  return { message: `“${word}” is no verb that is known here. Is “${meant}” meant?`, meant };
}

const byInitial = new Map<string, string[]>();
for (const verb of DOING_VERBS) {
  const verbs = byInitial.get(verb[0]!);
  if (verbs) verbs.push(verb);
  else byInitial.set(verb[0]!, [verb]);
}

/**
 * The verb that a word becomes with one more letter, if only one does: `Mantain`. A letter less or another letter
 * make too many good words of each other (`Plant`, `Plan`).
 */
function nearVerb(word: string): string | undefined {
  if (word.length < 5) return undefined;
  const near = (byInitial.get(word[0]!) ?? []).filter(
    verb => verb.length === word.length + 1 && distance(verb, word) === 1,
  );
  return near.length === 1 ? near[0] : undefined;
}

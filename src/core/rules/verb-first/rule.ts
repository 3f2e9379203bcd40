import { distance } from 'fastest-levenshtein';
import type { Row } from '../../model/types.ts';
import { each } from '../each.ts';
import type { CheckingRule } from '../rule.ts';
import { KIND_OPTIONS, natureOf } from '../text/kinds.ts';
import { knowingStart } from '../text/knowing.ts';
import {
  ALL_VERBS,
  baseOfIng,
  baseOfThirdPerson,
  DOING_VERBS,
  type Opening,
  openingOf,
  withCaseOf,
} from '../text/verbs.ts';

export const verbFirst: CheckingRule<'framework'> = {
  meta: {
    id: 'verb-first',
    title: 'A statement of doing that does not begin with its verb',
    severity: 'info',
    why: 'What somebody does is assessed by what can be seen: “Restore a server”. “Can”, “Planning” and “Responsibilities for” leave open whether it is done.',
    whatToDo:
      'Begin with the verb of what is done, in its plain form. Where most statements of a framework begin in another way (“Ability to …”), that is its custom, and not told.',
    scope: 'framework',
    fixable: 'unsafe',
    language: 'en',
    options: KIND_OPTIONS,
  },
  *check({ framework, rows, options, report }) {
    const natures = new Map(framework.sectionKinds.map(kind => [kind.id, natureOf(kind, options)]));
    const openings: Begun[] = [];
    const counts = new Map<string, number>();
    yield* each(rows, ({ section, row }) => {
      if (natures.get(section.kind) !== 'doing') return;
      for (const opening of openingsOf(row)) {
        openings.push(opening);
        counts.set(opening.style, (counts.get(opening.style) ?? 0) + 1);
      }
    });
    for (const { row, level, style, message, meant, raw, span } of openings) {
      const count = counts.get(style)!;
      const isCustom = count >= FEWEST_FOR_CUSTOM && count * 2 > openings.length;
      if (style === 'verb' || isCustom) continue;
      report({
        message,
        at: { node: row, key: 'statements', level, span },
        ...(meant === undefined ? {} : { data: { raw, meant } }),
      });
    }
  },
  fix: ({ start, end, covered, data: { raw, meant } }) =>
    meant !== undefined && covered === raw
      ? [{ title: `Change to “${meant}”`, safe: false, edits: [{ start, end, text: meant }] }]
      : [],
};

const FEWEST_FOR_CUSTOM = 8;

/** How a statement begins: as it should, or in one of the ways that a framework may have as its custom. */
type Style = 'verb' | 'modal' | 'state' | 'participle' | 'noun' | 'manner' | 'slip';

interface Judged {
  readonly style: Style;
  readonly message: string;
  readonly meant?: string;
  readonly to?: number;
}

interface Begun extends Judged {
  readonly row: Row;
  readonly level: string;
  readonly raw: string;
  readonly span: readonly [number, number];
}

const begunByRow = new WeakMap<Row, readonly Begun[]>();

/** How the statements of a row begin. */
function openingsOf(row: Row): readonly Begun[] {
  let begun = begunByRow.get(row);
  if (!begun) {
    begun = [...row.statements].flatMap(([level, text]) => {
      const opening = openingOf(text);
      if (!opening) return [];
      const judged: Judged = knowingStart(text) === undefined ? judge(opening) : RIGHT;
      const span = [opening.from, judged.to ?? opening.to] as const;
      return [{ ...judged, row, level, raw: text.slice(...span), span }];
    });
    begunByRow.set(row, begun);
  }
  return begun;
}

const RIGHT: Judged = { style: 'verb', message: '' };

/** What says that somebody may or should, before what is done. */
const MODAL = /^(?:can|could|may|must|should|shall|will|able)$/;
const NOUN_ENDING = /(?:ment|ments|ness|ity|ities|ship|ships)$/;
/** Endings of verbs as well: `Sequence the welds`. What is done to follows those at once, and no noun. */
const EITHER_ENDING = /(?:tion|tions|sion|sions|ance|ence)$/;
const NO_OBJECT =
  /^\s*(?:$|[^\s\p{L}\p{N}]|(?:of|in|for|and|or|to|with|at|between|by|on|across|from|within)\b)/u;
const STATE = /^(?:have|has|having|be|is|are|being|responsible|accountable|involved)$/;

function judge(opening: Opening): Judged {
  const { word, lower, rest, to } = opening;
  if (MODAL.test(lower)) {
    const verb = /^(?:\s+be)?(?:\s+able)?(?:\s+to)?\s+(\p{L}+)/u.exec(rest);
    const meant = verb && ALL_VERBS.has(verb[1]!) ? withCaseOf(verb[1]!, word) : undefined;
    return meant && verb
      ? {
          style: 'modal',
          message: `“${word}” stands before the verb. Begin with “${meant}”.`,
          meant,
          to: to + verb[0].length,
        }
      : { style: 'modal', message: `“${word}” does not say what is done. Begin with the verb of it.` };
  }
  if (ALL_VERBS.has(lower) || baseOfThirdPerson(lower)) return RIGHT;
  if (STATE.test(lower))
    return {
      style: 'state',
      message: `“${word}” says what somebody has or is. Begin with the verb of what is done.`,
    };
  const plain = baseOfIng(lower);
  if (plain !== undefined) {
    const meant = withCaseOf(plain, word);
    const message = `“${word}” is not the plain form of the verb. Begin with “${meant}”.`;
    return { style: 'participle', message, meant };
  }
  if (NOUN_ENDING.test(lower) || (EITHER_ENDING.test(lower) && NO_OBJECT.test(rest)))
    return { style: 'noun', message: `“${word}” is no verb. Begin with the verb of what is done.` };
  if (lower.endsWith('ly') && /^\s+\p{L}+ed\b/u.test(rest))
    return {
      style: 'manner',
      message: 'This says how somebody is, not what is done. Begin with the verb of it.',
    };
  const near = nearVerb(lower);
  if (near === undefined) return RIGHT;
  const meant = withCaseOf(near, word);
  return { style: 'slip', message: `“${word}” is no verb that is known here. Is “${meant}” meant?`, meant };
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

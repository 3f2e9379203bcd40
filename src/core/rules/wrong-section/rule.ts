import type { CheckingRule } from '../rule.ts';
import { KIND_OPTIONS, natureOf } from '../text/kinds.ts';
import { knowingStart } from '../text/knowing.ts';
import { DOING_VERBS, EXPLAINING_VERBS, NOUNS_TOO, openingOf } from '../text/verbs.ts';

export const wrongSection: CheckingRule<'topic'> = {
  meta: {
    id: 'wrong-section',
    title: 'Knowledge among what is done, or the reverse',
    severity: 'warning',
    why: 'What somebody does is observed, what somebody knows is asked. A statement in the wrong section is assessed in the wrong way.',
    whatToDo: 'Move the row to the other section, or say what is done (or known) instead.',
    scope: 'topic',
    fixable: 'none',
    language: 'en',
    options: KIND_OPTIONS,
  },
  check({ rows, kind, sectionKinds, options, report }) {
    const nature = natureOf(kind, options);
    if (!nature || !kind) return;
    // Where all that people do and know has one kind of section, nothing stands in the wrong one.
    const other = nature === 'doing' ? 'knowledge' : 'doing';
    if (!sectionKinds.some(each => natureOf(each, options) === other)) return;
    for (const row of rows)
      for (const [level, text] of row.statements) {
        const span = nature === 'doing' ? knowing(text) : doing(text);
        if (!span) continue;
        const said = text.slice(...span);
        report({
          message:
            nature === 'doing'
              ? `“${said}” speaks of knowledge, in a section of ${kind.title}. Say what is done with it, or move the row.`
              : `“${said}” speaks of something done, in a section of ${kind.title}. Say what is known, or move the row.`,
          at: { node: row, key: 'statements', level, span },
        });
      }
  },
};

/**
 * The words of knowledge that a text begins with, unless something to be done follows: `Understand and advise on`,
 * `Understand what is urgent and escalate it`.
 */
function knowing(text: string): [number, number] | undefined {
  const start = knowingStart(text);
  if (start === undefined) return undefined;
  const rest = text.slice(start.length);
  for (const { 0: whole, 1: before = '', 2: word = '', index } of rest.matchAll(AND_THEN)) {
    const verb = word.toLowerCase();
    // `how staff use and share files`: what others do, and part of what is known.
    if (!DOING_VERBS.has(verb) || DOING_VERBS.has(before.toLowerCase())) continue;
    // `the budget and plan`: a noun, unless it follows at once or has an article.
    const isVerb = !NOUNS_TOO.has(verb) || before === '' || ARTICLE.test(rest.slice(index + whole.length));
    if (isVerb) return undefined;
  }
  return [0, start.length];
}

const AND_THEN = /(\p{L}*),?\s+(?:and|or|then)\s+(\p{L}+)(?!\p{L})/gu;

const ARTICLE = /^\s+(?:an?|the|all|any|each|every|their|its|your|our|own|simple|basic|complex|new)\b/i;

/** The words of doing that a text begins with: `Can create`, `Able to use`, `Install the`. */
function doing(text: string): [number, number] | undefined {
  const able = /^(?:can|able to|ability to|must|should|will)\s+(\p{L}+)/iu.exec(text);
  if (able) return isDone(able[1]!) ? [0, able[0].length] : undefined;
  const opening = openingOf(text);
  if (!opening || opening.from > 0 || !isDone(opening.word)) return undefined;
  // `Network protocols`, `Use of …`: a noun unless an article follows.
  if (NOUNS_TOO.has(opening.lower) && !ARTICLE.test(opening.rest)) return undefined;
  return [opening.from, opening.to];
}

/** Verbs of telling and of judging show knowledge, too. */
const THINKING = new Set([
  'identify',
  'select',
  'choose',
  'define',
  'determine',
  'compare',
  'evaluate',
  'demonstrate',
]);

function isDone(word: string): boolean {
  const verb = word.toLowerCase();
  return DOING_VERBS.has(verb) && !THINKING.has(verb) && !EXPLAINING_VERBS.has(verb);
}

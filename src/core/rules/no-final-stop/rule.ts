import type { CheckingRule } from '../rule.ts';
import { cutOff } from '../text/cutOff.ts';
import { trait } from '../text/pieces.ts';

export const noFinalStop: CheckingRule<'topic'> = {
  meta: {
    id: 'no-final-stop',
    title: 'No full stop, where the neighbours have one',
    severity: 'info',
    why: 'Where nearly all statements of a topic end in a full stop, one without may have lost its end.',
    whatToDo: 'Check that nothing is missing, and add the full stop.',
    scope: 'topic',
    fixable: 'unsafe',
  },
  check({ statements, isEnglish, report }) {
    const without = statements.filter(({ pieces }) => !((pieces.at(-1)?.traits ?? 0) & ENDED));
    const ended = statements.length - without.length;
    if (ended < FEWEST_NEIGHBOURS || ended < statements.length * MOST) return;
    for (const { row, level, text } of without) {
      // What breaks off needs more than a full stop.
      if (cutOff(text, isEnglish)) continue;
      const end = text.trimEnd().length;
      const start = text.slice(0, end).search(/\S+$/);
      report({
        message: `No full stop ends this statement; ${ended} of the ${statements.length} in this topic have one. Is something missing? Else add it.`,
        at: { node: row, key: 'statements', level, span: [Math.max(0, start), end] },
      });
    }
  },
  fix: ({ end }) => [{ title: 'Add a full stop', safe: false, edits: [{ start: end, end, text: '.' }] }],
};

/** A stop, question mark or the like, also before a closing bracket or quote. */
const ENDED = trait(piece => /[.!?…][)\]}"'”’]*$/.test(piece));

/** With fewer there is no custom to speak of. */
const FEWEST_NEIGHBOURS = 4;
/** The share of a topic's statements that must have a stop. */
const MOST = 0.6;

import type { CheckingRule, OptionValues, RowCheck } from '../rule.ts';
import { LADDERS, type Rung, rungsOf } from '../text/ladder.ts';
import { sharedWords } from '../text/sharedWords.ts';

export const asksLessAbove = {
  meta: {
    id: 'asks-less-above',
    title: 'A higher level that asks less than a lower one',
    severity: 'info',
    why: 'A level includes those below it. “Aware of” above “Understand” reads as a step down, and assessors do not know which of them counts.',
    whatToDo:
      'Use a stronger verb at the higher level, or give the two statements rows of their own if they are about different things.',
    scope: 'row',
    fixable: 'none',
    options: {
      ladders: {
        holds: 'lists',
        description:
          'Words that statements begin with, from what asks the least to what asks the most; `/` between words that ask the same. In the place of the built-in ladders.',
      },
    },
  },
  check({
    row,
    levels,
    isEnglish,
    options,
    report,
  }: Pick<RowCheck, 'row' | 'levels' | 'isEnglish' | 'options' | 'report'>) {
    const ladders = laddersIn(options, isEnglish);
    const highest = new Map<
      number,
      Rung & { readonly level: string; readonly title: string; readonly text: string }
    >();
    for (const { id, title } of levels) {
      const text = row.statements.get(id);
      if (text === undefined) continue;
      for (const rung of rungsOf(text, ladders)) {
        const below = highest.get(rung.ladder);
        if (below && below.rung > rung.rung) {
          if (!isAboutTheSame(below.text, text)) continue;
          report({
            message: `“${rung.words}” asks less than “${below.words}” at ${below.title}. Ask for more here, or give the two rows of their own.`,
            at: {
              node: row,
              key: 'statements',
              level: id,
              span: [text.indexOf(rung.words), text.indexOf(rung.words) + rung.words.length],
            },
            related: [
              {
                at: { node: row, key: 'statements', level: below.level },
                message: `What ${below.title} asks`,
              },
            ],
          });
        } else highest.set(rung.ladder, { ...rung, level: id, title, text });
      }
    }
  },
} satisfies CheckingRule<'row'>;

const NO_LADDERS: readonly (readonly string[])[] = [];

/** What statements of one row about different things have in common by chance. */
const BY_CHANCE = 0.2;

/** Two statements about different things ask neither more nor less than each other. */
function isAboutTheSame(a: string, b: string): boolean {
  const shared = sharedWords(a, b);
  return shared === undefined || shared > BY_CHANCE;
}

function laddersIn({ ladders }: OptionValues, isEnglish: boolean): readonly (readonly string[])[] {
  if (Array.isArray(ladders)) return ladders as readonly (readonly string[])[];
  return isEnglish ? LADDERS : NO_LADDERS;
}

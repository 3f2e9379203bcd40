/**
 * How much the words ask that a statement begins with, from the least to the most. Only what most standards bodies
 * agree on; a file sets its own in `framework.config.yaml`.
 */
export const LADDERS: readonly (readonly string[])[] = [
  ['aware/awareness', 'know/knows', 'understand/understands/understanding', 'evaluate/evaluates'],
  ['basic', 'good/confident', 'detailed/advanced', 'expert/specialist'],
  [
    'assist/assists/help/helps',
    'carry out/perform/performs/undertake/undertakes',
    'lead/leads/oversee/oversees',
  ],
];

/** Where words stand on a ladder. */
export interface Rung {
  readonly ladder: number;
  readonly rung: number;
  readonly words: string;
}

type Ladders = readonly { readonly pattern: RegExp; readonly rungs: ReadonlyMap<string, number> }[];

const made = new WeakMap<readonly (readonly string[])[], Ladders>();

function laddersOf(lists: readonly (readonly string[])[]): Ladders {
  let ladders = made.get(lists);
  if (!ladders) {
    ladders = lists.map(list => {
      const rungs = new Map(
        list.flatMap((words, rung) =>
          words.split('/').map(word => [word.trim().toLowerCase(), rung] as const),
        ),
      );
      const either = [...rungs.keys()].map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
      // What comes first in a statement weighs; articles, `able to` and `have` do not.
      return {
        rungs,
        pattern: new RegExp(`^(?:(?:an?|has|have|able|to|can|be|is)\\s+)*(${either})(?![\\p{L}-])`, 'iu'),
      };
    });
    made.set(lists, ladders);
  }
  return ladders;
}

/** The rungs that a statement begins on, one a ladder at most. */
export function rungsOf(text: string, lists: readonly (readonly string[])[]): Rung[] {
  return laddersOf(lists).flatMap(({ pattern, rungs }, ladder) => {
    const words = pattern.exec(text)?.[1];
    const rung = words === undefined ? undefined : rungs.get(words.toLowerCase());
    return rung === undefined ? [] : [{ ladder, rung, words: words! }];
  });
}

/** How far several reviewers agree about a thing; `none`: somebody has said something, and wants no change. */
export type Agreement = 'differ' | 'all' | 'several' | 'one' | 'none';

/** What it is called. */
export const AGREEMENT_LABELS: Readonly<Record<Agreement, string>> = {
  differ: 'Clash',
  all: 'All agree',
  several: 'Several agree',
  one: 'One reviewer',
  none: 'Comment only',
};

/** Who wants a change, where several reviewers returned something: plain, JSON-safe data. */
export interface Wanted {
  /** By name; none: it comes of what several wrote together. */
  readonly reviewers: readonly string[];
  /** Absent where nobody wants it as it is. */
  readonly agreement?: Agreement;
  /** In a few words, to stand behind the change: `Ada, Ben`, `all 3 reviewers`. */
  readonly words: string;
}

/** Who wants which changes, and who none. */
export interface WhoWants {
  /** One a change. */
  readonly wanted: readonly Wanted[];
  /** The names of those who changed, asked and said nothing. */
  readonly returnedNothing: readonly string[];
}

/** What a page shows of several reviewers beyond the list of changes. */
export interface RoundView {
  /** Who wants a change, and how many; by name. */
  readonly reviewers: readonly { readonly name: string; readonly count: number }[];
  /** How many changes there are of each; those without any are left out. */
  readonly agreements: readonly { readonly id: Agreement; readonly label: string; readonly count: number }[];
  /** In a sentence or two: how far they agree, and who returned nothing. */
  readonly outcome: string;
}

/** Puts together what is said of a list of changes as a whole. */
export function roundView({ wanted, returnedNothing }: WhoWants): RoundView {
  const reviewers = new Map<string, number>();
  const agreements = new Map<Agreement, number>();
  for (const { reviewers: names, agreement } of wanted) {
    for (const name of names) reviewers.set(name, (reviewers.get(name) ?? 0) + 1);
    if (agreement) agreements.set(agreement, (agreements.get(agreement) ?? 0) + 1);
  }
  const told = SAID.flatMap(([id, words]) => {
    const count = agreements.get(id);
    return count === undefined ? [] : [{ id, label: AGREEMENT_LABELS[id], count, words }];
  });
  const agreed = told
    .map(({ words, count }, at) => `${words} ${count}${at > 0 ? '' : count === 1 ? ' change' : ' changes'}`)
    .join(', ');
  const idle = returnedNothing.length === 0 ? '' : `Returned as it was sent: ${returnedNothing.join(', ')}.`;
  return {
    reviewers: [...reviewers]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    agreements: told.map(({ words: _, ...agreement }) => agreement),
    outcome: [agreed === '' ? '' : `${agreed.charAt(0).toUpperCase()}${agreed.slice(1)}.`, idle]
      .filter(Boolean)
      .join(' '),
  };
}

/** From what is decided soonest; a thing that was only talked about is no change. */
const SAID: readonly (readonly [Agreement, string])[] = [
  ['all', 'all agree on'],
  ['several', 'several agree on'],
  ['one', 'one reviewer alone wants'],
  ['differ', 'reviewers differ over'],
];

import { listed } from '../text/listed.ts';
import { BAR_CLASSES, type BarClass } from '../versions/judgement.ts';
import { CLASS_MEANINGS, countLabel, proposalSentence, undecidedSentence } from './labels.ts';
import type { Release } from './release.ts';

/** What there is to say of a release before its details. */
export interface Glance {
  /** How many changes there are of each class; none where no statement changed. */
  readonly classes: readonly {
    readonly class: BarClass;
    /** `3 statements ask more.` */
    readonly text: string;
    readonly meaning: string;
  }[];
  /** How much is unchanged, who is concerned, what is open, and the number that fits. */
  readonly sentences: readonly string[];
}

/** The whole of a release in a few sentences. */
export function glanceOf(release: Release): Glance {
  const classes = BAR_CLASSES.flatMap(one => {
    const count = release.counts[one];
    return count === undefined
      ? []
      : [{ class: one, text: `${countLabel(one, count)}.`, meaning: CLASS_MEANINGS[one] }];
  });
  if (classes.length === 0) return { classes, sentences: ['No statement has changed.'] };
  const unchanged = release.crosswalk.filter(({ disposition }) => disposition === 'unchanged').length;
  return {
    classes,
    sentences: [
      `${unchanged} of ${unchanged + changed(release)} earlier statements are unchanged. ${affectedSentence(release)}`,
      newLevelsSentence(release),
      undecidedSentence(release),
      proposalSentence(release),
    ].filter(line => line !== undefined),
  };
}

/** What was said and no longer counts, a sentence each. */
export function outdatedLines({ outdated }: Release): string[] {
  return outdated.map(
    ({ row, level, reason, isOfNothing }) =>
      `Row ${row}, level ${level}: “${reason}” was said of ${isOfNothing ? 'a statement that neither version has' : 'other words'}, so it does not count.`,
  );
}

/** Words as a sentence of their own. */
export function sentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…][”’)]?$/.test(text) ? text : `${text}.`;
}

/** How many statements of the older version did not stay as they were. */
function changed({ crosswalk }: Release): number {
  return new Set(
    crosswalk.flatMap(({ disposition, from }) => (from && disposition !== 'unchanged' ? [from] : [])),
  ).size;
}

function affectedSentence({ levels }: Release): string {
  const titles = (wanted: string) =>
    levels.filter(({ affected }) => affected === wanted).map(({ title }) => title);
  const [yes, open] = [titles('yes'), titles('undecided')];
  if (yes.length + open.length === 0) return 'Nobody who was assessed before is asked more.';
  return [
    ...(yes.length > 0 ? [`More is asked of people at ${listed(yes)}.`] : []),
    ...(open.length > 0 ? [`It is still open for ${listed(open)}.`] : []),
  ].join(' ');
}

/** What is said of levels that nobody could be assessed at before; undefined where there is none. */
function newLevelsSentence({ levels }: Release): string | undefined {
  const fresh = levels.filter(({ isNew }) => isNew).map(({ title }) => title);
  if (fresh.length === 0) return undefined;
  const [are, them] = fresh.length === 1 ? ['is a new level', 'it'] : ['are new levels', 'them'];
  return `${listed(fresh)} ${are}: nobody was assessed at ${them} before, so that what stands there counts as clearer.`;
}

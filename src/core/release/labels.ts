import type { Disposition } from '../versions/crosswalk.ts';
import type { BarClass, Because } from '../versions/judgement.ts';
import type { Affected, Release, ReleaseVersion } from './release.ts';

/** What a class is called where it stands beside a statement. */
export const CLASS_LABELS: { readonly [one in BarClass]: string } = {
  raises: 'Asks more',
  lowers: 'Asks less',
  clarifies: 'Clearer',
  editorial: 'Editorial',
  undecided: 'To be decided',
};

/** What each class means, for a legend. */
export const CLASS_MEANINGS: { readonly [one in BarClass]: string } = {
  raises: 'Something new or harder is asked.',
  lowers: 'Less is asked than before.',
  clarifies: 'The same is asked in clearer words.',
  editorial: 'The same words: spelling, punctuation or place.',
  undecided: 'It is still to be decided whether more is asked.',
};

export const DISPOSITION_LABELS: { readonly [one in Disposition]: string } = {
  unchanged: 'Unchanged',
  reworded: 'Reworded',
  moved: 'Moved',
  relevelled: 'Another level',
  split: 'Split',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
  added: 'New',
};

export const AFFECTED_LABELS: { readonly [one in Affected]: string } = {
  yes: 'Yes',
  no: 'No',
  undecided: 'To be decided',
};

/** `version 1.3 (draft)` */
export function versionLabel({ version, status, date }: ReleaseVersion): string {
  if (status === 'draft') return `version ${version} (draft)`;
  return date === undefined ? `version ${version}` : `version ${version} (${date})`;
}

/** `1 statement asks more`, `3 statements ask more`. */
export function countLabel(one: BarClass, count: number): string {
  const statements = `${count} ${count === 1 ? 'statement' : 'statements'}`;
  const verb = (single: string, many: string) => (count === 1 ? single : many);
  switch (one) {
    case 'raises':
      return `${statements} ${verb('asks', 'ask')} more`;
    case 'lowers':
      return `${statements} ${verb('asks', 'ask')} less`;
    case 'clarifies':
      return `${statements} ${verb('is', 'are')} clearer`;
    case 'editorial':
      return `${statements} ${verb('has', 'have')} the same words in another form or place`;
    case 'undecided':
      return `${statements} ${verb('is', 'are')} to be decided on`;
  }
}

/** What made a change of its class, in a few words: `newly asked (“and record it”)`. */
export function becauseText(because: readonly Because[]): string {
  return because
    .map(({ reason, words }) => (words === undefined ? reason : `${reason} (“${words}”)`))
    .join('; ');
}

/** The number that fits what changed; undefined where none does, or the version is published. */
export function proposalSentence({ proposal, to }: Pick<Release, 'proposal' | 'to'>): string | undefined {
  if (!proposal || to.status === 'published') return undefined;
  const { version, bump, ifRaised } = proposal;
  const worse = ifRaised === undefined ? '' : `; ${ifRaised} if what is open turns out to ask more`;
  return `By what changed, the number that fits is ${version} (a ${bump} change)${worse}.`;
}

/** How much of what changed is undecided; undefined where nothing is. */
export function undecidedSentence({ counts }: Pick<Release, 'counts'>): string | undefined {
  const { undecided } = counts;
  if (undecided === undefined) return undefined;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const share = Math.max(1, Math.round((undecided / total) * 100));
  const verb = undecided === 1 ? 'is' : 'are';
  return `${undecided} of ${total} changes (${share} %) ${verb} still to be decided on by the maintainer.`;
}

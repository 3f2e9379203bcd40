import type { Framework } from '../../model/types.ts';
import { compareVersions, isVersionNumber } from '../../model/version.ts';
import { supersededBy } from '../earlier.ts';
import type { CheckingRule, Sibling } from '../rule.ts';

export const versionOrder: CheckingRule<'framework'> = {
  meta: {
    id: 'version-order',
    title: 'Versions out of order',
    severity: 'error',
    why: 'A comparison, a release and a reader must be able to tell which version follows which. Two files with one version, or a version that supersedes a later one, leave that open.',
    whatToDo: 'Correct `version`, `supersedes` or `date`, or remove the file that should not be there.',
    scope: 'framework',
    fixable: 'none',
  },
  check({ framework, siblings, report }) {
    const { details } = framework;
    const { version, supersedes } = details;
    if (version === '') return;
    const say = (key: string, message: string) => report({ message, at: { node: details, key } });
    for (const { name, framework: other } of siblings)
      if (isSame(other.details.version, version))
        say(
          'version',
          `${name} holds version ${other.details.version} as well. Give one of the two files another version, or remove it.`,
        );
    if (supersedes !== undefined) checkSuperseded(framework, siblings, say);
    if (details.status === 'draft') {
      const newest = newestPublished(siblings);
      if (newest && isBefore(version, newest.framework.details.version))
        say(
          'version',
          `This draft is ${version}, but ${newest.framework.details.version} is published already (${newest.name}). Give the draft a higher version.`,
        );
    }
    checkDate(framework, siblings, say);
  },
};

type Say = (key: string, message: string) => void;

function checkSuperseded(framework: Framework, siblings: readonly Sibling[], say: Say): void {
  const { version, supersedes, status } = framework.details;
  if (isSame(supersedes!, version))
    say('supersedes', `A version cannot supersede itself. Name the one before ${version}.`);
  else if (isBefore(version, supersedes!))
    say(
      'supersedes',
      `${version} cannot supersede ${supersedes}, which comes after it. Correct one of the two.`,
    );
  else {
    const chain = supersededBy(framework, siblings);
    if (chain.at(-1) === version)
      say(
        'supersedes',
        `The versions supersede each other in a circle: ${[version, ...chain].join(', ')}. Correct one of them.`,
      );
    const between = siblings.find(
      ({ framework: { details } }) =>
        details.status === 'published' &&
        isBefore(supersedes!, details.version) &&
        isBefore(details.version, version),
    );
    if (status === 'draft' && between)
      say(
        'supersedes',
        `Between ${supersedes} and ${version} there is ${between.framework.details.version}, published (${between.name}). Supersede that, and check that its changes are in this draft.`,
      );
  }
}

function checkDate({ details }: Framework, siblings: readonly Sibling[], say: Say): void {
  const { date, version, status } = details;
  if (date === undefined || status !== 'published') return;
  const later = siblings.find(
    ({ framework: { details: other } }) =>
      other.status === 'published' &&
      isBefore(other.version, version) &&
      other.date !== undefined &&
      date < other.date,
  );
  if (later)
    say(
      'date',
      `Version ${version} was published on ${date}, but ${later.framework.details.version} before it on ${later.framework.details.date} (${later.name}). Correct one of the dates.`,
    );
}

function newestPublished(siblings: readonly Sibling[]): Sibling | undefined {
  let newest: Sibling | undefined;
  for (const sibling of siblings) {
    const { status, version } = sibling.framework.details;
    if (status !== 'published') continue;
    if (!newest || isBefore(newest.framework.details.version, version)) newest = sibling;
  }
  return newest;
}

function isSame(a: string, b: string): boolean {
  return a === b || (isVersionNumber(a) && isVersionNumber(b) && compareVersions(a, b) === 0);
}

/** Whether one version surely comes before another: only numbers tell. */
function isBefore(a: string, b: string): boolean {
  return isVersionNumber(a) && isVersionNumber(b) && compareVersions(a, b) < 0;
}

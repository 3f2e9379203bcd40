import type { Framework } from '../model/types.ts';
import { compareVersions, isVersionNumber } from '../model/version.ts';
import type { Sibling } from './rule.ts';

/**
 * The published versions that came before a framework, the newest first: by their numbers, else by what supersedes
 * what.
 */
export function earlierPublished(framework: Framework, siblings: readonly Sibling[]): readonly Sibling[] {
  const { version } = framework.details;
  const superseded = supersededBy(framework, siblings);
  return siblings
    .filter(({ framework: { details } }) => {
      if (details.status !== 'published' || details.version === version) return false;
      return isVersionNumber(details.version) && isVersionNumber(version)
        ? compareVersions(details.version, version) < 0
        : superseded.includes(details.version);
    })
    .sort((a, b) => compareVersions(b.framework.details.version, a.framework.details.version));
}

/**
 * The versions that a framework supersedes, the one before it first, then the one before that and so on. Where they
 * go round in a circle, the last is the framework's own.
 */
export function supersededBy({ details }: Framework, siblings: readonly Sibling[]): readonly string[] {
  const before = new Map(siblings.map(({ framework: other }) => [other.details.version, other.details]));
  const found: string[] = [];
  let next = details.supersedes;
  while (next !== undefined && !found.includes(next)) {
    found.push(next);
    if (next === details.version) break;
    next = before.get(next)?.supersedes;
  }
  return found;
}

import type { Framework } from '../model/types.ts';
import { compareVersions } from '../model/version.ts';
import type { Sibling } from '../rules/rule.ts';

/**
 * The version that comes before a framework among the files beside it: the one that it supersedes, else the newest
 * of the older ones.
 */
export function previousVersion<S extends Pick<Sibling, 'framework'>>(
  { details }: Framework,
  beside: readonly S[],
): S | undefined {
  const versions = beside.filter(
    ({ framework: { details: other } }) => other.id === details.id && other.version !== '',
  );
  const named = versions.find(({ framework }) => framework.details.version === details.supersedes);
  if (named) return named;
  const [newest] = versions
    .filter(({ framework }) => compareVersions(framework.details.version, details.version) < 0)
    .sort((a, b) => compareVersions(b.framework.details.version, a.framework.details.version));
  return newest;
}

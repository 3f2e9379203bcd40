import { type BarClass, strongest } from './judgement.ts';

/** Which part of a version number goes up. */
export type Bump = 'major' | 'minor' | 'patch';

/** What each class of change asks of the version number, as a body has set it. */
export type VersionPolicy = { readonly [kind in BarClass | 'other']: Bump };

/**
 * Something new required of a person is a major change; clarified or removed, a minor one; slips are a patch.
 * What is undecided counts as if it were a clarification until somebody decides; `other` is all that is no
 * statement: titles, levels, the glossary.
 */
export const DEFAULT_POLICY: VersionPolicy = {
  raises: 'major',
  lowers: 'minor',
  clarifies: 'minor',
  editorial: 'patch',
  undecided: 'minor',
  other: 'minor',
};

/** A version number that fits what changed. */
export interface VersionProposal {
  readonly bump: Bump;
  readonly version: string;
  /** What would be proposed if everything undecided were found to raise the bar; absent if that is the same. */
  readonly ifRaised?: string;
}

const BUMPS: readonly Bump[] = ['major', 'minor', 'patch'];

/**
 * Proposes the number of the next version.
 * @param current such as `1.2`; the proposal has as many parts, so with two parts a patch raises the second
 * @param classes those of the changed statements, overruled ones as they were overruled
 * @param other whether anything but statements changed
 * @param set what the body asks for, where that is not as usual
 * @returns undefined if nothing changed, or if the current version is no number of versions
 */
export function proposeVersion(
  current: string,
  classes: Iterable<BarClass>,
  other: boolean,
  set: Partial<VersionPolicy> = {},
): VersionProposal | undefined {
  const policy = { ...DEFAULT_POLICY, ...set };
  const found = new Set(classes);
  if (strongest(found) === undefined && !other) return undefined;
  const bump = most([...found].map(one => policy[one]).concat(other ? [policy.other] : []));
  const version = raised(current, bump);
  if (version === undefined) return undefined;
  const worst = found.has('undecided') ? raised(current, most([bump, policy.raises])) : version;
  return { bump, version, ...(worst !== undefined && worst !== version && { ifRaised: worst }) };
}

function most(bumps: readonly Bump[]): Bump {
  return BUMPS.find(bump => bumps.includes(bump)) ?? 'patch';
}

/** @returns undefined for what is no number of versions */
function raised(version: string, bump: Bump): string | undefined {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return undefined;
  const parts = version.split('.').map(Number);
  const at = Math.min(BUMPS.indexOf(bump), parts.length - 1);
  return parts.map((part, index) => (index < at ? part : index === at ? part + 1 : 0)).join('.');
}

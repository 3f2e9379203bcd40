import type { WordPart } from '../changes/words.ts';
import type { Disposition } from '../versions/crosswalk.ts';
import type { BarClass, Because } from '../versions/judgement.ts';
import type { VersionProposal } from '../versions/proposal.ts';
import type { OutdatedReason, ReasonedCrossing } from '../versions/reasons.ts';

/** What a body publishes about a new version, as plain data: every form of it shows the same. */
export interface Release {
  readonly title: string;
  readonly from: ReleaseVersion;
  readonly to: ReleaseVersion;
  /** The number that fits what changed; absent if nothing did. */
  readonly proposal?: VersionProposal;
  /** How many changed statements there are of each class; classes without any are left out. */
  readonly counts: { readonly [one in BarClass]?: number };
  /** The levels of the newer version from the lowest, and among them those that are gone and were left by something. */
  readonly levels: readonly ReleaseLevel[];
  /** The changed statements by area and topic, in the newer version's order. */
  readonly areas: readonly ReleaseArea[];
  /** What changed beside the statements: titles, levels, the glossary; a sentence each. */
  readonly other: readonly string[];
  /** Every old and every new statement. */
  readonly crosswalk: readonly ReasonedCrossing[];
  /** What was said of words that have changed since. */
  readonly outdated: readonly OutdatedReason[];
}

export interface ReleaseVersion {
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly date?: string;
}

export interface ReleaseLevel {
  readonly id: string;
  readonly title: string;
  /** Whether somebody who was assessed at this level is asked more now. */
  readonly affected: Affected;
  readonly counts: { readonly [one in BarClass]?: number };
  /** Whether the older version did not have it, so that nobody was assessed at it. */
  readonly isNew?: true;
}

/** `undecided`: nobody has said yet of some changes whether they ask more. */
export type Affected = 'yes' | 'no' | 'undecided';

export interface ReleaseArea {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly ReleaseTopic[];
}

export interface ReleaseTopic {
  readonly id: string;
  /** Of the section that it is in. */
  readonly section: string;
  /** Absent where it has none: then it is known by its section. */
  readonly title?: string;
  /** The class that weighs most, by level. */
  readonly strongest: ReadonlyMap<string, BarClass>;
  readonly affected: Affected;
  readonly items: readonly ReleaseItem[];
}

/** A statement that changed. */
export interface ReleaseItem {
  readonly disposition: Disposition;
  readonly row: string;
  /** The level whose people are concerned: where the statement stands, or stood. */
  readonly level: string;
  /**
   * Of a statement that went to another level: it is told at both, and this is the one whose people are asked the
   * same as before.
   */
  readonly isEcho?: true;
  readonly words: readonly WordPart[];
  readonly class: BarClass;
  readonly because: readonly Because[];
  /** Where it came from or went to, where that is not this place: `From …`, `Into row …`. */
  readonly elsewhere?: string;
  /** What the maintainer said of it. */
  readonly reason?: string;
  /** The class that the rules found, where the maintainer overruled it. */
  readonly overruled?: BarClass;
}

import type { ChangeKind } from '../changes/kinds.ts';
import type { WordPart } from '../changes/words.ts';
import type { MatrixTarget } from '../matrix/target.ts';
import type { BarClass } from '../versions/judgement.ts';

/** What a page shows of two versions beyond the list of changes: plain, JSON-safe data. */
export interface ComparedView {
  /** How many changed statements there are of each class, from what weighs most; those without any are left out. */
  readonly classes: readonly { readonly id: BarClass; readonly label: string; readonly count: number }[];
  readonly table: ComparedTable;
  /** What may be shown instead, where there are more than two versions. */
  readonly pairs: readonly { readonly id: string; readonly label: string }[];
  /** The id of the pair that is shown. */
  readonly pair: string;
  /** Whether the maintainer can say of a change what its class is. */
  readonly canJudge: boolean;
  /** In a sentence or two: how much is undecided, and the number that fits what changed. */
  readonly outcome?: string;
}

/** Whether the bar moves, and why. */
export interface Verdict {
  readonly class: BarClass;
  readonly label: string;
  /** What made it so, in a few words; of an overruled one, what the maintainer says. */
  readonly because: string;
  /** What the maintainer said of the change, its class overruled or not. */
  readonly reason?: string;
  /** What the rules found, where the maintainer overruled it. */
  readonly overruled?: string;
  /** The statement that is judged, by its address in the newer version; of one that is gone, in the older. */
  readonly row: string;
  readonly level: string;
}

/** The changes in the place where they are. */
export interface ComparedTable {
  /** Those of the newer version, then those that are gone. */
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly ComparedArea[];
  /** Whether rows in which nothing changed are among the rows. */
  readonly isWhole: boolean;
}

export interface ComparedArea {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly ComparedTopic[];
}

export interface ComparedTopic {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly rows: readonly ComparedRow[];
  /** How many of its rows have no change. */
  readonly unchanged: number;
}

export interface ComparedRow {
  /** By which links lead here. */
  readonly key: string;
  readonly row: string;
  /** What happened to it as a whole. */
  readonly kind?: ChangeKind;
  /** Where it came from or went to. */
  readonly link?: ComparedLink;
  readonly isChanged: boolean;
  /** One for each level of the table that says something. */
  readonly cells: readonly ComparedCell[];
  readonly inFrom?: MatrixTarget;
  readonly inTo?: MatrixTarget;
}

export interface ComparedCell {
  readonly level: string;
  readonly words: readonly WordPart[];
  /** What became of the statement; absent where nothing did. */
  readonly kind?: ChangeKind;
  readonly verdict?: Verdict;
  readonly link?: ComparedLink;
  /** Of more than two versions: those that changed it. */
  readonly steps?: readonly string[];
}

export interface ComparedLink {
  /** The key of the row that it leads to. */
  readonly to: string;
  readonly label: string;
}

import type { ChangeKind } from '../changes/kinds.ts';
import type { MoveScope } from '../changes/moveScope.ts';
import type { WordPart } from '../changes/words.ts';
import type { MatrixTarget } from '../matrix/target.ts';
import type { ComparedView, Verdict } from './comparison.ts';
import type { RoundView, Wanted } from './wanted.ts';

/**
 * A list of changes as a page shows it, to be accepted before anything is written or only to be read: plain,
 * JSON-safe data.
 */
export interface ChangesView {
  /** `preview`: each change can be refused; `comparison`: there is nothing to decide. */
  readonly mode: 'preview' | 'comparison';
  readonly title: string;
  /** What people know the two sides by: `Version 1.2`, `review-ada.xlsx`. */
  readonly from: string;
  readonly to: string;
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  /** In document order; the first may be about the framework itself. */
  readonly groups: readonly ChangeGroup[];
  readonly conflicts: readonly Decision[];
  readonly questions: readonly Decision[];
  readonly problems: readonly ChangeProblem[];
  /** What reviewers said in comments. */
  readonly notes: readonly ChangeNote[];
  /** How many changes there are of each kind; kinds without any are left out. */
  readonly counts: { readonly [kind in ChangeKind]?: number };
  /** Of a comparison of versions: whether the bar moves, and the changes in their places. */
  readonly compared?: ComparedView;
  /** Of an import from several reviewers: who wants what. */
  readonly round?: RoundView;
}

/** The changes of an area. */
export interface ChangeGroup {
  /** The area's id; absent for what belongs to none. */
  readonly area?: string;
  readonly title: string;
  readonly topics: readonly ChangeTopic[];
}

/** The changes of a topic, or those of an area that belong to none of its topics. */
export interface ChangeTopic {
  readonly topic?: string;
  readonly title: string;
  /** The title of the section that the topic is in. */
  readonly section?: string;
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  /** The same for the same change each time that a list is made. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** The change in a sentence, without a full stop. */
  readonly sentence: string;
  readonly row?: string;
  readonly level?: string;
  /** What happened to the text, word by word. */
  readonly words?: readonly WordPart[];
  /** The statements of a row that came or went. */
  readonly cells?: readonly ChangeCell[];
  /** Where it stands in either text. */
  readonly inFrom?: MatrixTarget;
  readonly inTo?: MatrixTarget;
  /** The item that adds what this one stands in: this one cannot be had without it. */
  readonly needs?: string;
  /** Of a move: how far it went; `order` means nothing to a reader. */
  readonly scope?: MoveScope;
  /** Of a comparison: whether the bar moves. */
  readonly verdict?: Verdict;
  /** Of an import from several reviewers: who wants it. */
  readonly wanted?: Wanted;
  /** Of more than two versions: those that made the change. */
  readonly steps?: readonly string[];
}

export interface ChangeCell {
  readonly level: string;
  readonly title: string;
  readonly words: readonly WordPart[];
  readonly verdict?: Verdict;
}

/** A conflict or a question. */
export interface Decision {
  readonly id: string;
  /** Where it arose: `Technical Skills!D14`; absent where the message says it. */
  readonly place?: string;
  readonly message: string;
  readonly options: readonly DecisionOption[];
  /** What holds if nobody answers; without it what it is about stays as it is. */
  readonly default?: string;
  readonly answer?: string;
}

export interface DecisionOption {
  readonly value: string;
  readonly label: string;
  /** What it would make of the text. */
  readonly words?: readonly WordPart[];
}

export interface ChangeProblem {
  readonly place: string;
  readonly message: string;
}

export interface ChangeNote {
  readonly place: string;
  readonly author: string;
  readonly date?: string;
  readonly text: string;
  /** What it is about, for people: `Technical Skills › Devices, 1st line`; absent where the place says it all. */
  readonly about?: string;
  /** Whether it is kept once the changes are applied; if not, it is kept already. */
  readonly isNew: boolean;
}

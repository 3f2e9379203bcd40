import type { ChangeKind } from '../changes/kinds.ts';

/** How a node differs from another version of the framework. */
export interface LineSince {
  readonly kinds: readonly ChangeKind[];
  /** What happened, a sentence each, without a full stop: where it was moved from, what its title was. */
  readonly told: readonly string[];
}

/** The version that the matrix is compared with. */
export interface MatrixSince {
  /** As people call it: `version 1.2 (iteps.framework.yaml)`. */
  readonly name: string;
  /** What the page keeps, to ask for the same again. */
  readonly source: string;
  /** What stood there and stands nowhere now, in document order. */
  readonly gone: readonly GoneNode[];
}

/** A node of the other version that there is no more. */
export interface GoneNode {
  readonly what: 'area' | 'section' | 'topic' | 'row' | 'level';
  readonly id: string;
  /** A topic's for a row, a section's for a topic; absent at the top. */
  readonly parent?: string;
  /** The sibling that it stood below, if that is still there. */
  readonly below?: string;
  readonly title?: string;
  /** Of a row: what it said. */
  readonly texts?: readonly { readonly level: string; readonly text: string }[];
}

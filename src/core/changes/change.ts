import type { Area, Framework, Level, Plain, Row, Section, SectionKind, Topic } from '../model/types.ts';

/**
 * The one vocabulary of change. Every edit from every surface is a list of these: `diff` computes them,
 * `merge` combines them, `apply` writes them. A list is applied from first to last; ids in a change are the
 * ids that hold at its turn. Places are given by neighbours, never by index, so that refusing one change
 * leaves the others applicable.
 */
export type Change = SetField | SetCell | SetTerm | AddNode | RemoveNode | MoveNode | MoveStatement;

/** The nodes of a framework. A section's id is `area/kind`; `file` is the top of the file, `framework` its details. */
export type NodeKind = 'file' | 'framework' | 'level' | 'sectionKind' | 'area' | 'section' | 'topic' | 'row';
/** The nodes that stand in a list. */
export type ListedKind = Exclude<NodeKind, 'file' | 'framework'>;
/** What is kept by row and level. */
export type CellKind = 'statement' | 'blank' | 'note';

/**
 * Sets one key of a node: `before` absent: it had none; `after` absent: it goes. `field` `id` renames it; the
 * new id of a level, a section kind or an area is carried to all that names it by its place (cells, sections),
 * not to `splitFrom` and `replacedBy`. The id of `file` is empty.
 */
export interface SetField {
  readonly op: 'set';
  readonly what: NodeKind;
  readonly id: string;
  readonly field: string;
  readonly before?: Plain;
  readonly after?: Plain;
}

/** Sets what stands at (row, level). A statement that comes to an empty cell ends what the cell said about that. */
export interface SetCell {
  readonly op: 'set';
  readonly what: CellKind;
  readonly row: string;
  readonly level: string;
  readonly before?: string;
  readonly after?: string;
}

/** Sets the meaning of a glossary term; the id is the term. */
export interface SetTerm {
  readonly op: 'set';
  readonly what: 'term';
  readonly id: string;
  readonly before?: string;
  readonly after?: string;
}

/**
 * A place in a list. The parent: nothing for levels, section kinds and areas; `area` for a section; `section`
 * (`area/kind`) for a topic; `topic` for a row. A node goes below `after` if that stands in the list, else above
 * `before`, else to the end. In `to`, `after` is the neighbour directly above, and `before` the nearest below
 * that stays where it is; in `from`, both are the direct neighbours at the change's turn, so that the inverse
 * finds the very place. Absent at the ends of the list.
 */
export interface Place {
  readonly area?: string;
  readonly section?: string;
  readonly topic?: string;
  readonly after?: string;
  readonly before?: string;
}

/** A node as added or removed: areas, sections and topics without their children, which have changes of their own. */
export type ListedNode = Level | SectionKind | Area | Section | Topic | Row;

export interface AddNode {
  readonly op: 'add';
  readonly what: ListedKind;
  readonly id: string;
  readonly to: Place;
  readonly after: ListedNode;
}

export interface RemoveNode {
  readonly op: 'remove';
  readonly what: ListedKind;
  readonly id: string;
  readonly from: Place;
  readonly before: ListedNode;
}

export interface MoveNode {
  readonly op: 'move';
  readonly what: ListedKind;
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
}

/** Moves a statement, with its note, to a cell without one; what that cell said about being empty ends. */
export interface MoveStatement {
  readonly op: 'move';
  readonly what: 'statement';
  readonly from: Cell;
  readonly to: Cell;
  readonly text: string;
}

/** The address of a statement. */
export interface Cell {
  readonly row: string;
  readonly level: string;
}

/** A change that could not be applied, and why, in a sentence for people. */
export interface Refusal {
  readonly change: Change;
  readonly reason: string;
}

export interface Applied {
  readonly framework: Framework;
  readonly refused: readonly Refusal[];
}

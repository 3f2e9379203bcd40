import type { Change, ListedNode, RemoveNode } from '../changes/change.ts';
import { describeChange } from '../changes/describe.ts';
import { diff } from '../changes/diff.ts';
import { type ChangeKind, kindsOf } from '../changes/kinds.ts';
import { isRootKind, PARENT_KIND } from '../changes/tree.ts';
import type { Framework } from '../model/types.ts';

/** How a node differs from another version of the framework. */
export interface LineSince {
  readonly kinds: readonly ChangeKind[];
  /** What happened, a sentence each, without a full stop: where it was moved from, what its title was. */
  readonly told: readonly string[];
}

/** The version that the matrix is compared with. */
export interface MatrixSince {
  /** As people call it: `version 1.2`. */
  readonly name: string;
  /** Where it is, for people: the path of its file. */
  readonly where?: string;
  /** What the page keeps, to ask for the same again. */
  readonly source: string;
  /** How many changes lead from there to here. */
  readonly changes: number;
  /** What changed that is not in any line: of the framework, its levels, its kinds of section. */
  readonly told: readonly string[];
  /** What stood there and stands nowhere now; what stood in it before it. */
  readonly gone: readonly GoneNode[];
}

/** A node of the other version that there is no more. */
export interface GoneNode {
  readonly what: 'area' | 'section' | 'topic' | 'row';
  readonly id: string;
  /** A topic's for a row, a section's for a topic, an area's for a section; absent at the top. */
  readonly parent?: string;
  /** The sibling that it stood below; it may be gone itself. */
  readonly below?: string;
  readonly title?: string;
  /** Of a row: what it said. */
  readonly texts?: readonly { readonly level: string; readonly text: string }[];
}

/** What changed since another version, by the place where the matrix shows it. */
export interface SinceMarks {
  readonly since: MatrixSince;
  /** By `area:id`, `section:area/kind`, `topic:id` or `row:id`. */
  readonly lines: ReadonlyMap<string, LineSince>;
  /** By row, then by level. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, ChangeKind>>;
}

/**
 * What changed from another version to this one, as the list of changes has it.
 * @param other how people call the other version, and what the page keeps to ask for it again
 */
export function changesSince(
  before: Framework,
  now: Framework,
  other: Pick<MatrixSince, 'name' | 'where' | 'source'>,
): SinceMarks {
  const changes = diff(before, now);
  const kinds = kindsOf(changes);
  const lines = new Map<string, { kinds: ChangeKind[]; told: string[] }>();
  const cells = new Map<string, Map<string, ChangeKind>>();
  const told: string[] = [];
  const gone: GoneNode[] = [];
  const mark = (row: string, level: string, kind: ChangeKind) => {
    const marks = cells.get(row) ?? new Map<string, ChangeKind>();
    cells.set(row, marks);
    marks.set(level, kind);
  };
  changes.forEach((change, at) => {
    const kind = kinds[at]!;
    if ('row' in change) mark(change.row, change.level, kind);
    else if (change.op === 'move' && change.what === 'statement') {
      mark(change.from.row, change.from.level, kind);
      mark(change.to.row, change.to.level, kind);
    } else {
      const line = lineOf(change);
      if (line === undefined) told.push(describeChange(change, now, before));
      else if (change.op === 'remove') gone.push(goneOf(change));
      else {
        const marks = lines.get(line) ?? { kinds: [], told: [] };
        lines.set(line, marks);
        if (!marks.kinds.includes(kind)) marks.kinds.push(kind);
        marks.told.push(describeChange(change, now, before));
      }
    }
  });
  return { since: { ...other, changes: changes.length, told, gone }, lines, cells };
}

/** The line that shows a change, by the node's id as it is now; undefined where none does. */
function lineOf(change: Change): string | undefined {
  if (!('id' in change)) return undefined;
  const { what } = change;
  if (what !== 'area' && what !== 'section' && what !== 'topic' && what !== 'row') return undefined;
  const isNewId = change.op === 'set' && change.field === 'id' && typeof change.after === 'string';
  return `${what}:${isNewId ? (change.after as string) : change.id}`;
}

function goneOf({ what, id, from, before }: RemoveNode): GoneNode {
  const parent = isRootKind(what) ? undefined : from[PARENT_KIND[what]];
  const title = titleOf(before);
  return {
    what: what as GoneNode['what'],
    id,
    ...(parent !== undefined && { parent }),
    ...(from.after !== undefined && { below: from.after }),
    ...(title !== undefined && { title }),
    ...('statements' in before && {
      texts: Array.from(before.statements, ([level, text]) => ({ level, text })),
    }),
  };
}

function titleOf(node: ListedNode): string | undefined {
  return 'title' in node ? node.title : undefined;
}

import type { Cell, Change } from '../changes/change.ts';
import { cellKey } from './cells.ts';

/** Where what was in an older version is in the newer one, as a list of changes tells it. */
export interface Follow {
  /** The id that a level, a kind of section, an area, a topic or a row has after the changes. */
  id(kind: 'level' | 'sectionKind' | 'area' | 'topic' | 'row', before: string): string;
  /** The cell that a statement stands in after the changes, as far as it was moved or its row renamed. */
  cell(before: Cell): Cell;
}

const NAMED: ReadonlySet<string> = new Set(['level', 'sectionKind', 'area', 'topic', 'row']);

/**
 * Follows ids and statements through a list of changes. What a change in the list calls a node is the id that
 * holds at its turn.
 */
export function follow(changes: readonly Change[]): Follow {
  const ids = new Names();
  // Both in the ids that rows and levels had first, so that a renaming between two moves does no harm.
  const reached = new Map<string, Cell>();
  const origins = new Map<string, string>();
  for (const change of changes) {
    if (change.op === 'set' && 'field' in change) {
      if (change.field === 'id' && NAMED.has(change.what) && typeof change.after === 'string')
        ids.rename(change.what, change.id, change.after);
    } else if (change.op === 'move' && change.what === 'statement') {
      const [from, to] = [ids.firstCell(change.from), ids.firstCell(change.to)];
      const origin = origins.get(cellKey(from)) ?? cellKey(from);
      origins.delete(cellKey(from));
      origins.set(cellKey(to), origin);
      reached.set(origin, to);
    }
  }
  return {
    id: (kind, before) => ids.now(kind, before),
    cell: before => {
      const { row, level } = reached.get(cellKey(before)) ?? before;
      return { row: ids.now('row', row), level: ids.now('level', level) };
    },
  };
}

/** The names of nodes as they change. */
class Names {
  readonly #now = new Map<string, string>();
  readonly #first = new Map<string, string>();

  rename(kind: string, from: string, to: string): void {
    const first = this.first(kind, from);
    this.#first.delete(key(kind, from));
    this.#first.set(key(kind, to), first);
    this.#now.set(key(kind, first), to);
  }

  first(kind: string, now: string): string {
    return this.#first.get(key(kind, now)) ?? now;
  }

  firstCell({ row, level }: Cell): Cell {
    return { row: this.first('row', row), level: this.first('level', level) };
  }

  now(kind: string, first: string): string {
    return this.#now.get(key(kind, first)) ?? first;
  }
}

function key(kind: string, id: string): string {
  return `${kind} ${id}`;
}

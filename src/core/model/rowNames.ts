import { pairOf, type Spot } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { sourceOf } from './source.ts';
import type { Row } from './types.ts';

/** Where a row stands: rows are in text order if these are. */
export interface RowPlace {
  /** Of its topic among all topics. */
  readonly order: number;
  readonly rows: readonly Row[];
}

/** The ids of the rows of a file and what refers to them, kept up to date row by row. */
export class RowNames {
  readonly #byId = new Map<string, Row | Set<Row>>();
  /** Ids that more than one row has. */
  readonly #twice = new Set<string>();
  readonly #referring = new Set<Row>();
  readonly #places = new Map<Row, RowPlace>();

  add(row: Row, place: RowPlace): void {
    this.#places.set(row, place);
    if (row.splitFrom !== undefined || row.withdrawn?.replacedBy) this.#referring.add(row);
    // One that stands in for an id that could not be read is nobody's name.
    if (row.id.startsWith('?')) return;
    const known = this.#byId.get(row.id);
    if (known === undefined) this.#byId.set(row.id, row);
    else {
      this.#byId.set(row.id, known instanceof Set ? known.add(row) : new Set([known, row]));
      this.#twice.add(row.id);
    }
  }

  remove(row: Row): void {
    this.#places.delete(row);
    this.#referring.delete(row);
    const known = this.#byId.get(row.id);
    if (known instanceof Set) {
      known.delete(row);
      const [last] = known;
      if (known.size > 1 || !last) return;
      this.#byId.set(row.id, last);
      this.#twice.delete(row.id);
    } else if (known === row) this.#byId.delete(row.id);
  }

  /** Says where rows stand now that stay. */
  move(rows: Iterable<Row>, place: RowPlace): void {
    for (const row of rows) this.#places.set(row, place);
  }

  /** What is wrong: ids that stand twice, and references to rows that are not there. */
  problems(): Problem[] {
    const problems: Problem[] = [];
    for (const id of this.#twice) {
      const [, ...others] = this.#inOrder(this.#byId.get(id) as Set<Row>);
      for (const row of others) problems.push(...duplicate(row));
    }
    for (const row of this.#referring) problems.push(...this.#unknown(row));
    return problems;
  }

  #inOrder(rows: Iterable<Row>): Row[] {
    return [...rows].sort((a, b) => {
      const [first, second] = [this.#places.get(a)!, this.#places.get(b)!];
      return first.order - second.order || first.rows.indexOf(a) - first.rows.indexOf(b);
    });
  }

  #unknown(row: Row): Problem[] {
    const problems: Problem[] = [];
    const check = (id: string, spot: Spot | undefined) => {
      if (spot && !this.#byId.has(id))
        problems.push({
          code: 'unknown-id',
          spot,
          message: `There is no row \`${id}\` in this file. Check the id, or remove it.`,
        });
    };
    if (row.splitFrom !== undefined) check(row.splitFrom, keySpot(row, 'splitFrom'));
    const source = sourceOf(row);
    const withdrawn = row.withdrawn?.replacedBy && source && pairOf(source, 'withdrawn')?.value;
    const list = withdrawn?.kind === 'map' ? pairOf(withdrawn, 'replacedBy')?.value : undefined;
    if (list?.kind === 'seq')
      for (const { value } of list.items) if (value?.kind === 'scalar') check(value.text, value);
    return problems;
  }
}

function duplicate(row: Row): Problem[] {
  const spot = keySpot(row, 'id');
  return spot ? [duplicateId('row', row.id, spot)] : [];
}

/** The problem of an id that stands a second time. */
export function duplicateId(what: string, id: string, spot: Spot): Problem {
  return {
    code: 'duplicate-id',
    spot,
    message: `Another ${what} above has the id \`${id}\` already. Give this one an id of its own.`,
    data: { id },
  };
}

/** The place of a key's value, or of the key where there is none. */
export function keySpot(node: object, key: string): Spot | undefined {
  const source = sourceOf(node);
  const pair = source && pairOf(source, key);
  return pair && (pair.value ?? pair.key);
}

import type { Cell } from '../changes/change.ts';
import type { Comparison } from '../changes/compare.ts';
import { eachRow, indexFramework, type RowAt } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import { cellKey, isLiving, type LivingCell, livingCells } from './cells.ts';
import { standingElsewhere } from './elsewhere.ts';
import { type Follow, follow } from './follow.ts';
import { shiftedIn } from './shifted.ts';

/** What became of a statement, or where one came from. */
export type Disposition =
  | 'unchanged'
  | 'reworded'
  | 'moved'
  | 'relevelled'
  | 'split'
  | 'merged'
  | 'withdrawn'
  | 'removed'
  | 'added';

/**
 * One line of a crosswalk: an old statement, a new one, or both. A statement that was split or merged has a line
 * for each that it became. `moved` and `relevelled` may be reworded as well: the texts tell.
 */
export interface Crossing {
  readonly disposition: Disposition;
  readonly from?: LivingCell;
  readonly to?: LivingCell;
  /** Why it is gone, as the newer version says of the row that it stood in, or of its topic or area. */
  readonly why?: string;
  /** What takes the place of what it stood in, though no statement of that is its heir. */
  readonly instead?: readonly Replacement[];
}

/** What a withdrawn row, topic or area names as being in its place, by an id of the newer version. */
export interface Replacement {
  readonly what: 'row' | 'topic' | 'area';
  readonly id: string;
}

/**
 * Says of every statement in force in the older version what became of it, and of every one in the newer version
 * where it came from.
 * @param comparison tells what is the same under another id, and which rows were split or merged
 * @returns the old statements in their order, each followed by nothing or more of its lines; then what was added
 */
export function crosswalk(comparison: Compared): Crossing[] {
  const crossing = new Crosswalk(comparison);
  const lines = [...livingCells(comparison.from)].flatMap(cell => crossing.of(cell));
  return crossing.rejoined(lines, crossing.rest());
}

/** Two versions, and how they differ. */
export type Compared = Pick<Comparison, 'from' | 'to' | 'changes'> & {
  readonly matching?: Pick<Comparison['matching'], 'splits' | 'merges'>;
};

class Crosswalk {
  readonly #older: Framework;
  readonly #newer: Framework;
  readonly #follow: Follow;
  /** The statements in force in the newer version. */
  readonly #cells: ReadonlyMap<string, LivingCell>;
  readonly #splits: ReadonlyMap<string, readonly string[]>;
  readonly #matching: Compared['matching'];
  readonly #told = new Set<LivingCell>();
  /** Where statements went that took the places of others of their row, by where they stood. */
  readonly #shifted: ReadonlyMap<string, Cell>;
  /** The places that they took. */
  readonly #taken: ReadonlySet<string>;

  constructor({ from: older, to: newer, changes, matching }: Compared) {
    this.#older = older;
    this.#newer = newer;
    this.#follow = follow(changes);
    this.#matching = matching;
    this.#cells = new Map(
      Array.from(livingCells(newer), cell => [cellKey({ row: cell.row.id, level: cell.level }), cell]),
    );
    this.#splits = this.#splitRows();
    this.#shifted = shiftedIn(older, this.#follow, this.#cells);
    this.#taken = new Set([...this.#shifted.values()].map(({ row, level }) => cellKey({ row, level })));
  }

  /** The lines of an old statement, one at least. */
  of(from: LivingCell): Crossing[] {
    const there = this.#follow.cell({ row: from.row.id, level: from.level });
    const shifted = this.#shifted.get(cellKey({ row: from.row.id, level: from.level }));
    const isTaken = !shifted && this.#taken.has(cellKey(there));
    const own = isTaken ? undefined : this.#at(shifted ?? there);
    const parts = this.#parts(from);
    const lines = own ? [{ disposition: this.#between(from, own), from, to: own }] : [];
    return [
      ...lines,
      ...parts.map(to => ({ disposition: 'split' as const, from, to })),
      ...this.#gone(from, own, parts),
    ];
  }

  /** What no old statement led to. */
  rest(): Crossing[] {
    return [...this.#cells.values()]
      .filter(to => !this.#told.has(to))
      .map(to => ({ disposition: 'added', to }));
  }

  /** Leads from what is gone to what was added in the very same words. */
  rejoined(lines: readonly Crossing[], added: readonly Crossing[]): Crossing[] {
    const heirs = standingElsewhere(
      lines.filter(({ to }) => !to).map(({ from }) => from!),
      added.map(({ to }) => to!),
      (from, to) =>
        (to.level === this.#follow.id('level', from.level) ? 2 : 0) +
        (to.topic.id === this.#follow.id('topic', from.topic.id) ? 1 : 0),
    );
    const taken = new Set(heirs.values());
    return [
      ...lines.map((line): Crossing => {
        const to = line.to ? undefined : heirs.get(line.from!);
        return to ? { disposition: this.#between(line.from!, to), from: line.from!, to } : line;
      }),
      ...added.filter(({ to }) => !taken.has(to!)),
    ];
  }

  #at({ row, level }: Cell): LivingCell | undefined {
    const cell = this.#cells.get(cellKey({ row, level }));
    if (cell) this.#told.add(cell);
    return cell;
  }

  /** The statements at the same level of rows that were split from this one. */
  #parts(from: LivingCell): LivingCell[] {
    const level = this.#follow.id('level', from.level);
    const rows = this.#splits.get(this.#follow.id('row', from.row.id)) ?? [];
    return rows.flatMap(row => this.#at({ row, level }) ?? []);
  }

  #between(from: LivingCell, to: LivingCell): Disposition {
    if (to.level !== this.#follow.id('level', from.level)) return 'relevelled';
    if (!this.#sameHome(from, to)) return 'moved';
    return from.text === to.text ? 'unchanged' : 'reworded';
  }

  #sameHome(from: LivingCell, to: LivingCell): boolean {
    return (
      to.row.id === this.#follow.id('row', from.row.id) &&
      to.topic.id === this.#follow.id('topic', from.topic.id) &&
      to.section.kind === this.#follow.id('sectionKind', from.section.kind) &&
      to.area.id === this.#follow.id('area', from.area.id)
    );
  }

  /** What is said of an old statement that no longer stands. */
  #gone(from: LivingCell, own: LivingCell | undefined, parts: readonly LivingCell[]): Crossing[] {
    if (own || parts.length > 0) return [];
    const id = this.#follow.id('row', from.row.id);
    const there = indexFramework(this.#newer).row(id);
    if (there && isLiving(there)) return [{ disposition: 'removed', from }];
    const level = this.#follow.id('level', from.level);
    const merged = this.#matching?.merges.get(from.row.id)?.row;
    const named = there?.row.withdrawn?.replacedBy ?? (merged === undefined ? [] : [merged]);
    const heirs = named.flatMap(row => this.#at(this.#heirIn(row, level, from.text)) ?? []);
    const reason = there && withdrawalOf(there)?.withdrawn.reason;
    const why = reason === undefined ? {} : { why: reason };
    if (heirs.length > 0) return heirs.map(to => ({ disposition: 'merged', from, to, ...why }));
    const instead = there ? replacementsOf(there) : [];
    return [
      {
        disposition: there ? 'withdrawn' : 'removed',
        from,
        ...why,
        ...(instead.length > 0 && { instead }),
      },
    ];
  }

  /** Where the words of a merged statement live on: at the level that says the same, else at its own. */
  #heirIn(row: string, level: string, text: string): Cell {
    const same = this.#newer.levels.find(
      ({ id }) => this.#cells.get(cellKey({ row, level: id }))?.text === text,
    );
    return { row, level: same?.id ?? level };
  }

  /** The rows that are new and were split from another, by the id of that one. */
  #splitRows(): Map<string, string[]> {
    const before = new Set(Array.from(eachRow(this.#older), ({ row }) => this.#follow.id('row', row.id)));
    const splits = new Map<string, string[]>();
    for (const { row } of this.#cells.values()) {
      const found = this.#matching?.splits.get(row.id)?.row;
      const origin = row.splitFrom ?? (found === undefined ? undefined : this.#follow.id('row', found));
      if (origin === undefined || before.has(row.id)) continue;
      const rows = splits.get(origin) ?? [];
      if (!rows.includes(row.id)) splits.set(origin, [...rows, row.id]);
    }
    return splits;
  }
}

/** By what a row is no longer in force: itself, else its topic, else its area. */
function withdrawalOf({ row, topic, area }: RowAt) {
  for (const [what, { withdrawn }] of [
    ['row', row],
    ['topic', topic],
    ['area', area],
  ] as const)
    if (withdrawn) return { what, withdrawn };
  return undefined;
}

function replacementsOf(at: RowAt): Replacement[] {
  const found = withdrawalOf(at);
  return (found?.withdrawn.replacedBy ?? []).map(id => ({ what: found!.what, id }));
}

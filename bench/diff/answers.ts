import { eachRow, type Framework } from '../../src/core/index.ts';
import type { History } from '../../test/helpers/histories.ts';

/** What all can be asked for. A row that was split off counts as added, one that was merged away as withdrawn. */
export const KINDS = ['reworded', 'moved', 'added', 'removed', 'withdrawn'] as const;
export type Kind = (typeof KINDS)[number];

/** One change as somebody tells it: of which row, by its true id, and of a rewording the level. */
export interface Told {
  readonly kind: Kind;
  readonly row: string;
  readonly level?: string;
}

export interface Score {
  /** How many changes of the kind were made. */
  readonly made: number;
  /** How many of these were told, and how many others. */
  readonly right: number;
  readonly wrong: number;
}
export type Scores = Readonly<Record<Kind, Score>>;

const AS: Readonly<Record<string, Kind>> = { split: 'added', merged: 'withdrawn' };

/** The kind that a kind of ours counts as here. */
export function kindOf(kind: string): Kind | undefined {
  return KINDS.find(each => each === (AS[kind] ?? kind));
}

/** How well what is told agrees with what was done. Rows that say the same are interchangeable. */
export function scoresOf({ before, after, done }: History, told: readonly Told[]): Scores {
  const says = new Map<string, string>();
  for (const framework of [after, before])
    for (const { row } of eachRow(framework as Framework))
      says.set(row.id, JSON.stringify([...row.statements]));
  const key = ({ kind, row, level }: Told) => `${kind} ${says.get(row) ?? row} ${level ?? ''}`;
  const open = new Map<string, number>();
  const scores = Object.fromEntries(KINDS.map(kind => [kind, { made: 0, right: 0, wrong: 0 }]));
  for (const [name, rows] of Object.entries(done)) {
    const kind = kindOf(name)!;
    for (const each of rows) {
      const [row = '', level] = each.split(' ');
      const made = key({ kind, row, ...(level === undefined ? {} : { level }) });
      open.set(made, (open.get(made) ?? 0) + 1);
      scores[kind]!.made++;
    }
  }
  for (const each of told) {
    const left = open.get(key(each)) ?? 0;
    if (left > 0) open.set(key(each), left - 1);
    scores[each.kind]![left > 0 ? 'right' : 'wrong']++;
  }
  return scores as Scores;
}

/** The scores of several histories together. */
export function sum(all: readonly Scores[]): Scores {
  const of = (kind: Kind): Score => ({
    made: all.reduce((total, scores) => total + scores[kind].made, 0),
    right: all.reduce((total, scores) => total + scores[kind].right, 0),
    wrong: all.reduce((total, scores) => total + scores[kind].wrong, 0),
  });
  return Object.fromEntries(KINDS.map(kind => [kind, of(kind)])) as unknown as Scores;
}

/** Right answers less false ones. */
export function worth(scores: Scores): number {
  return KINDS.reduce((total, kind) => total + scores[kind].right - scores[kind].wrong, 0);
}

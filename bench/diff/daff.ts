import { peer } from '../measure.ts';
import type { Told } from './answers.ts';
import type { Plain } from './plain.ts';

/** Which lines of two tables are the same, by their numbers from 0, the heads included; -1: there is none. */
export interface Alignment {
  readonly lines: readonly { readonly l: number; readonly r: number }[];
  /** The table of differences that it shows. */
  readonly shown: readonly (readonly unknown[])[];
}

/** @param hasIds whether the tables have a column of ids, which is the key then */
export function differences(before: Plain, after: Plain, hasIds: boolean): Alignment {
  const daff = peer('daff');
  const flags = new daff.CompareFlags();
  if (hasIds) flags.addPrimaryKey('id');
  const tables = [before.table, after.table].map(table => new daff.TableView(table));
  const alignment = daff.compareTables(tables[0], tables[1], flags).align();
  const shown: unknown[][] = [];
  new daff.TableDiff(alignment, flags).hilite(new daff.TableView(shown));
  return { lines: alignment.toOrder().getList(), shown };
}

/**
 * What it says in our words: two lines that it takes for the same row are a rewording where statements differ, a
 * move where area, section or topic do, a withdrawal where that column is filled newly.
 */
export function toldIn({ lines }: Alignment, before: Plain, after: Plain): Told[] {
  const heads = after.table[0]!;
  return lines.flatMap(({ l, r }): Told[] => {
    if (l === 0 || r === 0) return [];
    if (r < 0) return [{ kind: 'removed', row: before.ids[l - 1]! }];
    const row = after.ids[r - 1]!;
    if (l < 0) return [{ kind: 'added', row }];
    const [was, is] = [before.table[l]!, after.table[r]!];
    const changed = heads.filter((_, column) => was[column] !== is[column]);
    const levels = changed.filter(head => !KEYS.has(head));
    return [
      ...levels.map((level): Told => ({ kind: 'reworded', row, level })),
      ...(changed.includes('withdrawn') ? [{ kind: 'withdrawn', row } as const] : []),
      ...(changed.some(head => PLACE.has(head)) ? [{ kind: 'moved', row } as const] : []),
    ];
  });
}

const PLACE = new Set(['area', 'section', 'topic']);
const KEYS = new Set(['id', 'withdrawn', ...PLACE]);

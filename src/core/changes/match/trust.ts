import { sameValue } from '../../model/equal.ts';
import { eachRow } from '../../model/index.ts';
import type { Framework } from '../../model/types.ts';
import { bagOf, likeness } from '../likeness.ts';

/** Rows less alike than this under one id are hardly the same row. */
const HARDLY_ALIKE = 0.25;
/** With fewer ids in common nothing can be said. */
const FEWEST = 4;
/** So many rows from all over the framework tell it. */
const SAMPLE = 1_000;

/**
 * Whether the ids of rows mean the same in two versions. They do not where most rows of the same id say something
 * else: somebody has numbered them anew.
 */
export function rowIdsAgree(a: Framework, b: Framework): boolean {
  const before = new Map(Array.from(eachRow(a), ({ row }) => [row.id, row]));
  const both = Array.from(eachRow(b)).flatMap(({ row }) => {
    const other = before.get(row.id);
    return other ? [[other, row] as const] : [];
  });
  const step = Math.max(1, Math.ceil(both.length / SAMPLE));
  let common = 0;
  let alike = 0;
  for (let at = 0; at < both.length; at += step) {
    const [other, row] = both[at]!;
    common++;
    if (other === row || sameValue(other.statements, row.statements)) {
      alike++;
      continue;
    }
    const levels = new Set([...row.statements.keys(), ...other.statements.keys()]);
    if (likeness(bagOf(other.statements, levels), bagOf(row.statements, levels)) >= HARDLY_ALIKE) alike++;
  }
  return common < FEWEST || alike * 2 >= common;
}

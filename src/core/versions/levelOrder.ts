import type { Framework, Level } from '../model/types.ts';

/**
 * The levels of two versions from the lowest: those of the newer one, and where they stood those that it has no more.
 * @param levelNow what a level of the older version is called in the newer one
 */
export function levelOrder(
  older: Framework,
  newer: Framework,
  levelNow: (older: string) => string,
): readonly Level[] {
  const order = [...newer.levels];
  let after = -1;
  for (const level of older.levels) {
    const at = order.findIndex(({ id }) => id === levelNow(level.id));
    if (at >= 0) after = at;
    else order.splice(++after, 0, level);
  }
  return order;
}

import type { Level, Row } from '../model/types.ts';

/** How much a topic states; what is withdrawn counts for nothing. */
export interface Coverage {
  readonly rows: number;
  /** How many statements each level has, in the order of the levels. */
  readonly statements: readonly number[];
}

/** Counts the rows of a topic and their statements. */
export function coverageOf(rows: readonly Row[], levels: readonly Level[]): Coverage {
  const statements = levels.map(() => 0);
  let counted = 0;
  for (const row of rows) {
    if (row.withdrawn) continue;
    counted++;
    for (let at = 0; at < levels.length; at++) if (row.statements.has(levels[at]!.id)) statements[at]!++;
  }
  return { rows: counted, statements };
}

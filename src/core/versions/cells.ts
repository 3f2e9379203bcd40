import { eachRow, type RowAt } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Framework } from '../model/types.ts';

/** A statement that is in force, with what it stands in. */
export interface LivingCell extends RowAt {
  readonly level: string;
  /** As it is meant: spaces folded, paragraphs joined by `\n`. */
  readonly text: string;
}

/** Whether a row is in force: neither it nor its topic nor its area is withdrawn. */
export function isLiving({ area, topic, row }: RowAt): boolean {
  return !area.withdrawn && !topic.withdrawn && !row.withdrawn;
}

/** The statements of a framework that are in force, in document order, those of a row by level. */
export function* livingCells(framework: Framework): Generator<LivingCell> {
  for (const at of eachRow(framework)) if (isLiving(at)) yield* cellsOf(framework, at);
}

function* cellsOf(framework: Framework, at: RowAt): Generator<LivingCell> {
  for (const { id } of framework.levels) {
    const text = normaliseStatement(at.row.statements.get(id) ?? '');
    if (text !== '') yield { ...at, level: id, text };
  }
}

/** The name of a cell in maps and sets. */
export function cellKey({ row, level }: { readonly row: string; readonly level: string }): string {
  return JSON.stringify([row, level]);
}

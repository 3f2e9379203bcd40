import type { Table } from './tsv.ts';

/** Where a paste goes: the selected block, and what there is below and to its right. */
export interface Target {
  readonly rows: number;
  readonly columns: number;
  /** Rows from the block's first on to the end of its topic, and to the end of all that is shown. */
  readonly rowsInTopic: number;
  readonly rowsInAll: number;
  /** Columns from the block's first on. */
  readonly columnsInAll: number;
}

/** What may be done with a table that does not fit. */
export type PasteChoice =
  | 'from-here'
  | 'selection-only'
  | 'cut-columns'
  | 'add-rows'
  | 'next-topic'
  | 'cut-rows';

/** How a table goes into a target. */
export interface Plan {
  /** What to write, from the block's first cell on. */
  readonly table: Table;
  /** The last so many of its rows are new ones, added to the end of the topic. */
  readonly newRows: number;
}

/** A question that only the person can answer. */
export interface PasteQuestion {
  readonly about: 'shape' | 'columns' | 'rows';
  readonly copied: { readonly rows: number; readonly columns: number };
  readonly choices: readonly PasteChoice[];
}

/**
 * How a table goes into a target. One text fills the whole block; a table whose sides divide the block's is
 * repeated; a single selected cell takes the table from there on. Whatever else does not fit is asked about.
 * @param answers what was chosen for earlier questions
 */
export function fitTable(
  table: Table,
  target: Target,
  answers: readonly PasteChoice[],
): Plan | PasteQuestion {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const copied = { rows, columns };
  const single = target.rows === 1 && target.columns === 1;
  if (!single && target.rows % rows === 0 && target.columns % columns === 0) {
    const repeated = Array.from({ length: target.rows }, (_, row) =>
      Array.from({ length: target.columns }, (_, column) => table[row % rows]![column % columns]!),
    );
    return { table: repeated, newRows: 0 };
  }
  let kept = table;
  if (!single) {
    if (answers.includes('selection-only')) kept = cut(kept, target.rows, target.columns);
    else if (!answers.includes('from-here'))
      return { about: 'shape', copied, choices: ['from-here', 'selection-only'] };
  }
  if ((kept[0]?.length ?? 0) > target.columnsInAll) {
    if (!answers.includes('cut-columns')) return { about: 'columns', copied, choices: ['cut-columns'] };
    kept = cut(kept, kept.length, target.columnsInAll);
  }
  if (kept.length <= target.rowsInTopic) return { table: kept, newRows: 0 };
  if (answers.includes('add-rows')) return { table: kept, newRows: kept.length - target.rowsInTopic };
  if (answers.includes('cut-rows'))
    return { table: cut(kept, target.rowsInTopic, kept[0]!.length), newRows: 0 };
  if (answers.includes('next-topic'))
    return { table: cut(kept, target.rowsInAll, kept[0]!.length), newRows: 0 };
  const further: PasteChoice[] = target.rowsInAll >= kept.length ? ['next-topic'] : [];
  return { about: 'rows', copied, choices: ['add-rows', ...further, 'cut-rows'] };
}

/** Whether a fit is a question. */
export function isQuestion(fit: Plan | PasteQuestion): fit is PasteQuestion {
  return 'choices' in fit;
}

function cut(table: Table, rows: number, columns: number): Table {
  return table.slice(0, rows).map(row => row.slice(0, columns));
}

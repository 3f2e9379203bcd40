import type { ComparedArea, ComparedCell, ComparedRow } from '../../protocol/changes.ts';
import type { State } from './store.ts';

/** What is shown of the table, given the filters. */
export interface TableShown {
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly ComparedArea[];
}

/** Undefined where there is no table. */
export function shownTable({ view, filters, layout }: State): TableShown | undefined {
  const table = view?.compared?.table;
  if (!table) return undefined;
  const fits = (row: ComparedRow): boolean => {
    if (!row.isChanged) return layout.unchanged && isUnfiltered;
    const cells = row.cells.filter(
      cell => cell.kind !== undefined && (filters.level === '' || cell.level === filters.level),
    );
    return (
      cells.some(
        cell =>
          (filters.kind === '' || cell.kind === filters.kind || row.kind === filters.kind) && fitsCell(cell),
      ) ||
      (isUnfiltered && filters.level === '')
    );
  };
  const fitsCell = ({ verdict, steps }: ComparedCell): boolean =>
    (filters.class === '' || verdict?.class === filters.class) &&
    (filters.step === '' || steps?.includes(filters.step) === true);
  const isUnfiltered = filters.kind === '' && filters.class === '' && filters.step === '';
  const areas = table.areas.flatMap(area => {
    if (filters.area !== '' && filters.area !== area.id) return [];
    const topics = area.topics
      .map(topic => ({ ...topic, rows: topic.rows.filter(fits) }))
      .filter(({ rows }) => rows.length > 0);
    return topics.length > 0 ? [{ ...area, topics }] : [];
  });
  const levels = table.levels.filter(({ id }) => filters.level === '' || id === filters.level);
  return { levels, areas };
}

/** How many cells of what is shown hold a change. */
export function changedCells({ areas, levels }: TableShown): number {
  const shown = new Set(levels.map(({ id }) => id));
  return areas
    .flatMap(area => area.topics.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
    .filter(({ kind, level }) => kind !== undefined && shown.has(level)).length;
}

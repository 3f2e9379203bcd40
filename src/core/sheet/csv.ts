import type { Framework } from '../model/types.ts';
import { csvLine } from '../text/csvLine.ts';
import { type LayoutOptions, tableAreas } from './scope.ts';

/** The columns of a framework as CSV; scripts depend on them. */
export const CSV_COLUMNS = [
  'area_id',
  'area',
  'section',
  'topic_id',
  'topic',
  'row_id',
  'level',
  'statement',
] as const;

/**
 * A framework as CSV (RFC 4180): one line a statement, in document order, paragraphs joined by a newline;
 * withdrawn rows are left out. Lines end with CR LF, the last one too.
 * @param scope what part of the framework; absent: all of it
 */
export function toCsv(framework: Framework, scope?: LayoutOptions['scope']): string {
  const wanted = scope?.levels && new Set(scope.levels);
  const levels = framework.levels.filter(level => !wanted || wanted.has(level.id));
  const lines: string[] = [csvLine(CSV_COLUMNS)];
  for (const { area, title, rows } of tableAreas(framework, scope))
    for (const { kind, topic, row } of rows)
      for (const level of levels) {
        const statement = row?.statements.get(level.id);
        if (!row || !statement) continue;
        const fields = [area.id, title, kind.title, topic.id, topic.title ?? '', row.id, level.id, statement];
        lines.push(csvLine(fields));
      }
  return lines.join('');
}

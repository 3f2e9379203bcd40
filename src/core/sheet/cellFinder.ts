import { cellAddress } from './address.ts';
import { HEAD_ROW, TITLE_COLUMN, TOPIC_COLUMN } from './areaSheet.ts';
import type { BookCell } from './book.ts';
import type { TableArea, TableLevel } from './scope.ts';

/** Where rows and levels stand in a workbook that is laid out. */
export class CellFinder {
  readonly #rows = new Map<string, { readonly sheet: string; readonly line: number }>();
  readonly #topics = new Map<string, { readonly sheet: string; readonly line: number }>();
  readonly #areas = new Map<string, string>();
  readonly #columns = new Map<string, number>();

  constructor(areas: readonly (TableArea & { readonly sheet: string })[], levels: readonly TableLevel[]) {
    for (const { area, sheet, rows } of areas) {
      this.#areas.set(area.id, sheet);
      rows.forEach(({ topic, row }, index) => {
        const at = { sheet, line: HEAD_ROW + 1 + index };
        if (row) this.#rows.set(row.id, at);
        if (!this.#topics.has(topic.id)) this.#topics.set(topic.id, at);
      });
    }
    levels.forEach(({ level }, index) => {
      this.#columns.set(level.id, TOPIC_COLUMN + 1 + index);
    });
  }

  /** The cell of a statement; without a level that of its row's topic; `undefined` if it is not in this workbook. */
  row(id: string, level?: string): NonNullable<BookCell['link']> | undefined {
    const at = this.#rows.get(id);
    const column = level === undefined ? TOPIC_COLUMN : this.#columns.get(level);
    return at && column !== undefined ? { sheet: at.sheet, cell: cellAddress(column, at.line) } : undefined;
  }

  /** The cell of a topic's title in its first row. */
  topic(id: string): NonNullable<BookCell['link']> | undefined {
    const at = this.#topics.get(id);
    return at && { sheet: at.sheet, cell: cellAddress(TOPIC_COLUMN, at.line) };
  }

  /** The cell of an area's title. */
  area(id: string): NonNullable<BookCell['link']> | undefined {
    const sheet = this.#areas.get(id);
    return sheet === undefined ? undefined : { sheet, cell: cellAddress(TITLE_COLUMN, 1) };
  }
}

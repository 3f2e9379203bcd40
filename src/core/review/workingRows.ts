import type { Framework, Row, Topic } from '../model/types.ts';

/** The rows of all topics of a framework while they are being changed, one after the other. */
export class WorkingRows {
  readonly #base: Framework;
  /** Topic id → its rows, as they are to be. */
  readonly #rows = new Map<string, Row[]>();

  constructor(base: Framework) {
    this.#base = base;
    for (const area of base.areas)
      for (const section of area.sections)
        for (const topic of section.topics) this.#rows.set(topic.id, [...topic.rows]);
  }

  idsIn(topic: string): string[] {
    return this.#rows.get(topic)!.map(row => row.id);
  }

  replace(topic: Topic, row: Row, by: Row): void {
    if (row === by) return;
    const rows = this.#rows.get(topic.id)!;
    rows[rows.indexOf(row)] = by;
  }

  take(topic: Topic, id: string): void {
    this.#rows.set(
      topic.id,
      this.#rows.get(topic.id)!.filter(row => row.id !== id),
    );
  }

  /**
   * Puts a row into a topic.
   * @param above the id of the row that it stands below; absent: it stands at the end
   * @param below the id of the row that it stands above instead, if there is none above
   */
  insert(topic: Topic, row: Row, above: string | undefined, below?: string): void {
    const rows = this.#rows.get(topic.id)!;
    const before = below === undefined ? -1 : rows.findIndex(each => each.id === below);
    const end = before < 0 ? rows.length : before;
    const at = above === undefined ? end : rows.findIndex(each => each.id === above) + 1;
    rows.splice(at, 0, row);
  }

  /** Brings rows of a topic into a new order; the others stay behind the row that they stood behind. */
  reorder(topic: string, ids: readonly string[]): void {
    const rows = this.#rows.get(topic)!;
    const byId = new Map(rows.map(row => [row.id, row]));
    const moving = new Set(ids);
    let next = 0;
    this.#rows.set(
      topic,
      rows.map(row => (moving.has(row.id) ? byId.get(ids[next++]!)! : row)),
    );
  }

  /**
   * The framework with these rows; what did not change is the very node that it was.
   * @param titles topic id → its new title
   * @param areaTitles area id → its new title
   */
  framework(titles: ReadonlyMap<string, string>, areaTitles: ReadonlyMap<string, string>): Framework {
    const areas = this.#base.areas.map(area => {
      const sections = area.sections.map(section => {
        const topics = section.topics.map(topic => {
          const rows = this.#rows.get(topic.id)!;
          const title = titles.get(topic.id);
          const same =
            rows.length === topic.rows.length && rows.every((row, index) => row === topic.rows[index]);
          return same && title === undefined
            ? topic
            : { ...topic, ...(title !== undefined && { title }), rows };
        });
        return topics.every((topic, index) => topic === section.topics[index])
          ? section
          : { ...section, topics };
      });
      const title = areaTitles.get(area.id);
      const same = sections.every((section, index) => section === area.sections[index]);
      return same && title === undefined
        ? area
        : { ...area, ...(title !== undefined && { title }), sections };
    });
    return { ...this.#base, areas };
  }
}

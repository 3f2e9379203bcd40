import type { Area, Framework, Row, Section, Topic } from '../model/types.ts';

/** Where a new topic stands. */
interface NewPlace {
  readonly area: string;
  readonly kind: string;
  /** The id of the topic that it stands behind; absent: it stands at the end. */
  readonly after?: string;
}

/** The rows of all topics of a framework while they are being changed, one after the other. */
export class WorkingRows {
  readonly #base: Framework;
  /** Topic id → its rows, as they are to be. */
  readonly #rows = new Map<string, Row[]>();
  readonly #added: (NewPlace & { readonly topic: Topic })[] = [];

  constructor(base: Framework) {
    this.#base = base;
    for (const area of base.areas)
      for (const section of area.sections)
        for (const topic of section.topics) this.#rows.set(topic.id, [...topic.rows]);
  }

  /** Adds a topic, if it has any rows in the end. */
  addTopic(topic: Topic, place: NewPlace): void {
    this.#rows.set(topic.id, []);
    this.#added.push({ topic, ...place });
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
      const sections = this.#sectionsOf(area).map(section => {
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
      const same =
        sections.length === area.sections.length &&
        sections.every((section, index) => section === area.sections[index]);
      return same && title === undefined
        ? area
        : { ...area, ...(title !== undefined && { title }), sections };
    });
    return { ...this.#base, areas };
  }

  /** The sections of an area with the topics that were added; kinds of section stand in their own order. */
  #sectionsOf(area: Area): readonly Section[] {
    const added = this.#added.filter(
      each => each.area === area.id && this.#rows.get(each.topic.id)!.length > 0,
    );
    if (added.length === 0) return area.sections;
    const sections = [...area.sections];
    for (const { topic, kind, after } of added) {
      let at = sections.findIndex(section => section.kind === kind);
      if (at < 0) {
        const order = this.#base.sectionKinds.map(({ id }) => id);
        const later = sections.findIndex(section => order.indexOf(section.kind) > order.indexOf(kind));
        at = later < 0 ? sections.length : later;
        sections.splice(at, 0, { kind, topics: [], extra: new Map() });
      }
      const section = sections[at]!;
      const above = section.topics.findIndex(({ id }) => id === after);
      const topics = [...section.topics];
      topics.splice(above < 0 ? topics.length : above + 1, 0, topic);
      sections[at] = { ...section, topics };
    }
    return sections;
  }
}

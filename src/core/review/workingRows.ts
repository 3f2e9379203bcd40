import type { Area, Framework, Row, Section, Topic } from '../model/types.ts';
import { KeyedList } from './keyedList.ts';

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
  readonly #rows = new Map<string, KeyedList<Row>>();
  /** Area id → the topics that were added to it. */
  readonly #added = new Map<string, (NewPlace & { readonly topic: Topic })[]>();

  constructor(base: Framework) {
    this.#base = base;
    for (const area of base.areas)
      for (const section of area.sections)
        for (const topic of section.topics) this.#rows.set(topic.id, new KeyedList(topic.rows));
  }

  /** Adds a topic, if it has any rows in the end. */
  addTopic(topic: Topic, place: NewPlace): void {
    this.#rows.set(topic.id, new KeyedList([]));
    const added = this.#added.get(place.area);
    if (added) added.push({ topic, ...place });
    else this.#added.set(place.area, [{ topic, ...place }]);
  }

  idsIn(topic: string): string[] {
    return Array.from(this.#rows.get(topic)!, row => row.id);
  }

  replace(topic: Topic, row: Row, by: Row): void {
    if (row !== by) this.#rows.get(topic.id)!.replace(row.id, by);
  }

  take(topic: Topic, id: string): void {
    this.#rows.get(topic.id)!.remove(id);
  }

  /**
   * Puts a row into a topic.
   * @param above the id of the row that it stands below; absent: it stands at the end
   * @param below the id of the row that it stands above instead, if there is none above
   */
  insert(topic: Topic, row: Row, above: string | undefined, below?: string): void {
    const rows = this.#rows.get(topic.id)!;
    if (above !== undefined) rows.insertBelow(above, row);
    else if (below !== undefined && rows.has(below)) rows.insertAbove(below, row);
    else rows.append(row);
  }

  /** Brings rows of a topic into a new order; the others stay behind the row that they stood behind. */
  reorder(topic: string, ids: readonly string[]): void {
    const rows = [...this.#rows.get(topic)!];
    const byId = new Map(rows.map(row => [row.id, row]));
    const moving = new Set(ids);
    let next = 0;
    this.#rows.set(
      topic,
      new KeyedList(rows.map(row => (moving.has(row.id) ? byId.get(ids[next++]!)! : row))),
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
          const rows = [...this.#rows.get(topic.id)!];
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
    const added = (this.#added.get(area.id) ?? []).filter(({ topic }) => this.#rows.get(topic.id)!.size > 0);
    if (added.length === 0) return area.sections;
    const order = this.#base.sectionKinds.map(({ id }) => id);
    const sections = [...area.sections];
    const lists = new Map<string, KeyedList<Topic>>();
    for (const { topic, kind, after } of added) {
      let topics = lists.get(kind);
      if (!topics) {
        const known = sections.find(section => section.kind === kind);
        topics = new KeyedList(known?.topics ?? []);
        lists.set(kind, topics);
        const later = sections.findIndex(section => order.indexOf(section.kind) > order.indexOf(kind));
        if (!known)
          sections.splice(later < 0 ? sections.length : later, 0, { kind, topics: [], extra: new Map() });
      }
      if (after !== undefined && topics.has(after)) topics.insertBelow(after, topic);
      else topics.append(topic);
    }
    return sections.map(section => {
      const topics = lists.get(section.kind);
      return topics ? { ...section, topics: [...topics] } : section;
    });
  }
}

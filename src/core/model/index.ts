import type { Area, Framework, Level, Row, Section, SectionKind, Topic } from './types.ts';

export interface AreaAt {
  readonly area: Area;
}
export interface SectionAt extends AreaAt {
  readonly section: Section;
}
export interface TopicAt extends SectionAt {
  readonly topic: Topic;
}
export interface RowAt extends TopicAt {
  readonly row: Row;
}

/** The id of a section: `area/kind`. */
export function sectionId(area: string, kind: string): string {
  return `${area}/${kind}`;
}

/** The area and the kind that a section's id names. */
export function partsOfSectionId(id: string): { area: string; kind: string } {
  const slash = id.indexOf('/');
  return slash < 0 ? { area: id, kind: '' } : { area: id.slice(0, slash), kind: id.slice(slash + 1) };
}

/** Every row of a framework in document order, with its parents. */
export function* eachRow(framework: Framework): Generator<RowAt> {
  for (const area of framework.areas)
    for (const section of area.sections)
      for (const topic of section.topics) for (const row of topic.rows) yield { area, section, topic, row };
}

/** Where each id stands, as positions, so that frameworks of the same order can share it. */
interface Positions {
  readonly levels: ReadonlyMap<string, number>;
  readonly sectionKinds: ReadonlyMap<string, number>;
  readonly areas: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, SectionPosition>;
  readonly topics: ReadonlyMap<string, TopicPosition>;
  readonly rows: ReadonlyMap<string, RowPosition>;
  /** Whether no two areas, sections, topics or rows have the same id. */
  readonly areUnique: boolean;
}
interface SectionPosition {
  readonly area: number;
  readonly section: number;
}
interface TopicPosition extends SectionPosition {
  readonly topic: number;
}
interface RowPosition {
  readonly of: TopicPosition;
  readonly row: number;
}

/** The nodes of a framework by id, each with its parents. Of nodes with the same id the first counts. */
export class FrameworkIndex {
  readonly #framework: Framework;
  readonly #positions: Positions;

  constructor(framework: Framework, positions: Positions) {
    this.#framework = framework;
    this.#positions = positions;
  }

  /** Stands for the ids and their places: the same object for frameworks that share them. */
  get order(): object {
    return this.#positions;
  }

  /** Whether no two areas, sections, topics or rows have the same id. */
  get hasUniqueIds(): boolean {
    return this.#positions.areUnique;
  }

  level(id: string): Level | undefined {
    return at(this.#framework.levels, this.#positions.levels.get(id));
  }

  sectionKind(id: string): SectionKind | undefined {
    return at(this.#framework.sectionKinds, this.#positions.sectionKinds.get(id));
  }

  area(id: string): AreaAt | undefined {
    const area = at(this.#framework.areas, this.#positions.areas.get(id));
    return area && { area };
  }

  /** @param id `area/kind` */
  section(id: string): SectionAt | undefined {
    const position = this.#positions.sections.get(id);
    return position && this.#section(position);
  }

  topic(id: string): TopicAt | undefined {
    const position = this.#positions.topics.get(id);
    return position && this.#topic(position);
  }

  row(id: string): RowAt | undefined {
    const position = this.#positions.rows.get(id);
    if (!position) return undefined;
    const { area, section, topic } = this.#topic(position.of);
    return { area, section, topic, row: topic.rows[position.row]! };
  }

  /** The same order of ids for another framework. */
  movedTo(framework: Framework): FrameworkIndex {
    return new FrameworkIndex(framework, this.#positions);
  }

  #section(position: SectionPosition): SectionAt {
    const area = this.#framework.areas[position.area]!;
    return { area, section: area.sections[position.section]! };
  }

  #topic(position: TopicPosition): TopicAt {
    const { area, section } = this.#section(position);
    return { area, section, topic: section.topics[position.topic]! };
  }
}

const indexes = new WeakMap<Framework, FrameworkIndex>();

/** The nodes of a framework by id. Made once a framework, in one walk over it. */
export function indexFramework(framework: Framework): FrameworkIndex {
  let index = indexes.get(framework);
  if (!index) {
    index = new FrameworkIndex(framework, positionsOf(framework));
    indexes.set(framework, index);
  }
  return index;
}

/**
 * Lets a framework use the index of another one that has the same ids in the same places (an edit of words
 * only), which saves the walk.
 */
export function shareIndex(from: Framework, to: Framework): void {
  const index = indexes.get(from);
  if (index) indexes.set(to, index.movedTo(to));
}

function at<T>(list: readonly T[], position: number | undefined): T | undefined {
  return position === undefined ? undefined : list[position];
}

function positionsOf(framework: Framework): Positions {
  const areas = new Map<string, number>();
  const sections = new Map<string, SectionPosition>();
  const topics = new Map<string, TopicPosition>();
  const rows = new Map<string, RowPosition>();
  let nodes = framework.areas.length;
  // From the last to the first, so that of those with the same id the first counts.
  for (let a = framework.areas.length - 1; a >= 0; a--) {
    const area = framework.areas[a]!;
    areas.set(area.id, a);
    for (let s = area.sections.length - 1; s >= 0; s--) {
      const section = area.sections[s]!;
      nodes += 1 + section.topics.length;
      sections.set(sectionId(area.id, section.kind), { area: a, section: s });
      for (let t = section.topics.length - 1; t >= 0; t--) {
        const topic = section.topics[t]!;
        const of = { area: a, section: s, topic: t };
        nodes += topic.rows.length;
        topics.set(topic.id, of);
        for (let r = topic.rows.length - 1; r >= 0; r--) rows.set(topic.rows[r]!.id, { of, row: r });
      }
    }
  }
  return {
    levels: positionsIn(framework.levels),
    sectionKinds: positionsIn(framework.sectionKinds),
    areas,
    sections,
    topics,
    rows,
    areUnique: areas.size + sections.size + topics.size + rows.size === nodes,
  };
}

function positionsIn(list: readonly { readonly id: string }[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = list.length - 1; at >= 0; at--) positions.set(list[at]!.id, at);
  return positions;
}

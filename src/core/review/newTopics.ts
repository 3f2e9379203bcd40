import { newTopicId, type Tried } from '../model/ids.ts';
import { ID_PATTERN } from '../model/schema.ts';
import { normaliseLine } from '../model/statement.ts';
import type { Area, Framework, Topic } from '../model/types.ts';
import type { ReturnedRow } from '../sheet/returned.ts';
import type { Located, TopicFinder } from './locateRow.ts';
import type { WorkingRows } from './workingRows.ts';

/** What a new row may be, where its cells do not say it. */
export interface Unplaced {
  /** Why it cannot be told, within a sentence. */
  readonly why: string;
  /** Option → what people call it. */
  readonly options: ReadonlyMap<string, string>;
}

const IGNORE = 'ignore';

/** Adds the topics that new rows name and that there are not yet. */
export class NewTopics {
  readonly #base: Framework;
  readonly #finder: TopicFinder;
  readonly #rows: WorkingRows;
  #taken: Set<string> | undefined;
  readonly #tried: Tried = new Map();
  /** Area and section → the topics among which it is asked there. */
  readonly #options = new Map<string, ReadonlyMap<string, string>>();

  constructor(base: Framework, finder: TopicFinder, rows: WorkingRows) {
    this.#base = base;
    this.#finder = finder;
    this.#rows = rows;
  }

  /**
   * Adds the topic that a row names, if its cells say all of it: a section that there is, and a title.
   * @param row one that was found in no topic
   * @param near the topic of the row above, behind which the new one goes if it is in the same section
   */
  add(row: ReturnedRow, near: Topic | undefined): Topic | undefined {
    const kinds = row.sectionTitle ? this.#finder.kindsCalled(row.sectionTitle) : [];
    return kinds.length === 1 ? this.addTo(kinds[0]!, row, near) : undefined;
  }

  /** The same, in a section of this kind. */
  addTo(kind: string, row: ReturnedRow, near: Topic | undefined): Topic | undefined {
    const title = normaliseLine(row.topicTitle ?? '');
    const area = this.#areaOf(row);
    if (!area || title === '') return undefined;
    this.#taken ??= new Set(
      topicsOf(this.#base.areas).flatMap(({ id, formerIds = [] }) => [id, ...formerIds]),
    );
    const { topicId = '' } = row;
    const id =
      ID_PATTERN.test(topicId) && !this.#taken.has(topicId)
        ? topicId
        : newTopicId(title, { area: area.id, kind }, this.#taken, this.#tried);
    this.#taken.add(id);
    const topic: Topic = { id, title, rows: [], extra: new Map() };
    this.#finder.add(topic, area.id, kind);
    const isNear = near !== undefined && this.#finder.kindOf(near) === kind;
    this.#rows.addTopic(topic, { area: area.id, kind, ...(isNear && { after: near.id }) });
    return topic;
  }

  /** What a row may be that names no topic for certain. @param found what was found by its cells */
  unplaced(row: ReturnedRow, { among }: Located): Unplaced {
    const { sectionTitle = '', topicTitle = '' } = row;
    const area = this.#areaOf(row);
    const kinds = this.#finder.kindsCalled(sectionTitle);
    if (among) return { why: `there is more than one topic "${topicTitle}"`, options: optionsOf(among) };
    if (area && topicTitle) {
      const among = this.#base.sectionKinds.filter(({ id }) => kinds.length === 0 || kinds.includes(id));
      const options = among.map(({ id, title }) => [`new-topic:${id}`, `A new topic in ${title}`] as const);
      return {
        why: `it names the topic "${topicTitle}", which there is not, and ${noSection(sectionTitle, kinds)}`,
        options: new Map([...options, [IGNORE, 'Ignore']]),
      };
    }
    const says = sectionTitle ? `it names the section "${sectionTitle}", but no topic` : 'it names no topic';
    return {
      why: area ? says : 'its sheet is that of no area',
      options: this.#optionsIn(area, kinds),
    };
  }

  /** The topics of sections of these kinds, or of all. @param area absent: of all areas */
  #optionsIn(area: Area | undefined, kinds: readonly string[]): ReadonlyMap<string, string> {
    const name = JSON.stringify([area?.id, kinds]);
    const known = this.#options.get(name);
    if (known) return known;
    const inSection = (area ? [area] : this.#base.areas)
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap(({ sections }) => sections)
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    const options = optionsOf(inSection.flatMap(({ topics }) => topics));
    this.#options.set(name, options);
    return options;
  }

  /** The topic that was chosen. @param answer an option of {@link unplaced} */
  chosen(answer: string | undefined, row: ReturnedRow, near: Topic | undefined): Topic | undefined {
    if (answer === undefined || answer === IGNORE) return undefined;
    const [what, id] = [answer.slice(0, answer.indexOf(':')), answer.slice(answer.indexOf(':') + 1)];
    if (what === 'topic') return topicsOf(this.#base.areas).find(topic => topic.id === id);
    const title = this.#base.sectionKinds.find(kind => kind.id === id)?.title;
    const said = { ...row, ...(title !== undefined && { sectionTitle: title }) };
    // Another row may have had the same answer.
    return this.#finder.locate({ ...said, kind: id }, near).topic ?? this.addTo(id, row, near);
  }

  #areaOf(row: ReturnedRow): Area | undefined {
    const id = this.#finder.areaOf(row);
    return this.#base.areas.find(area => area.id === id && !area.withdrawn);
  }
}

function noSection(title: string, kinds: readonly string[]): string {
  if (title === '') return 'no section';
  return kinds.length === 0 ? `no section is called "${title}"` : `several sections are called "${title}"`;
}

function optionsOf(topics: readonly Topic[]): Map<string, string> {
  const options = topics
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, title }) => [`topic:${id}`, title ?? id] as const);
  return new Map([...options, [IGNORE, 'Ignore']]);
}

function topicsOf(areas: readonly Area[]): Topic[] {
  return areas.flatMap(({ sections }) => sections.flatMap(({ topics }) => topics));
}

import { sourceOf } from '../model/source.ts';
import type { Framework, Row, Section, Topic } from '../model/types.ts';
import { rowsPairOf } from '../yaml/chunks.ts';
import { pairOf, type YamlPair } from '../yaml/nodes.ts';
import type { Shown } from './entries.ts';
import type { Found } from './finished.ts';

/** What is known of the rows of a topic. */
export interface TopicBook {
  readonly section: Section;
  /** Those of its rows that are part of the standard; none where the topic is not. */
  rows: readonly Row[];
  topic: Topic;
  /** What rules found that look at topics; undefined: they have not been asked yet. */
  found: readonly Found[] | undefined;
  /** What rules found that look at the whole framework. */
  wide: readonly Found[];
  /** All of it, without what is silenced; undefined: to be made again. */
  shown: Shown | undefined;
}

/** The topics of a file, and what is known of each. */
export class TopicBooks {
  /** In text order. */
  readonly all: readonly TopicBook[];
  /** Those that are part of the standard. */
  readonly live: ReadonlySet<TopicBook>;
  readonly #byKey: ReadonlyMap<YamlPair | Topic, TopicBook>;
  #apart: readonly Found[] = [];

  constructor({ areas }: Framework) {
    const live = new Set<TopicBook>();
    const byKey = new Map<YamlPair | Topic, TopicBook>();
    for (const area of areas)
      for (const section of area.sections)
        for (const topic of section.topics) {
          const isLive = !area.withdrawn && !topic.withdrawn;
          const rows = isLive ? liveRowsOf(topic) : [];
          const book = { section, rows, topic, found: undefined, wide: [], shown: undefined };
          byKey.set(keyOf(topic), book);
          if (isLive) live.add(book);
        }
    this.all = [...byKey.values()];
    this.live = live;
    this.#byKey = byKey;
  }

  /** What rules found that look at the whole framework, and that stands in no row. */
  get apart(): readonly Found[] {
    return this.#apart;
  }

  /** Follows an edit of the rows of a topic. */
  follow(topic: Topic): TopicBook | undefined {
    const book = this.#byKey.get(keyOf(topic));
    if (!book) return undefined;
    book.topic = topic;
    if (this.live.has(book)) book.rows = liveRowsOf(topic);
    book.shown = undefined;
    return book;
  }

  /** Until it is known anew, what was found in another state of the file stands, where its text is the same. */
  takeOver(previous: TopicBooks): void {
    const byId = new Map(this.all.map(book => [book.topic.id, book]));
    const wide = [...previous.#apart];
    for (const before of previous.all) {
      wide.push(...before.wide);
      const book = byId.get(before.topic.id);
      if (book) book.found = before.found;
    }
    this.distribute(wide);
  }

  /** Puts what was found by those that look at everything where it belongs. */
  distribute(wide: readonly Found[]): void {
    const apart: Found[] = [];
    const byTopic = new Map<TopicBook, Found[]>();
    for (const found of wide) {
      const { chunk } = found.spot;
      if (chunk.gone) continue;
      const pair = rowsPairOf(chunk);
      const book = pair && this.#byKey.get(pair);
      const list = book && byTopic.get(book);
      if (list) list.push(found);
      else if (book) byTopic.set(book, [found]);
      else apart.push(found);
    }
    this.#apart = apart;
    for (const book of this.all) {
      const found = byTopic.get(book) ?? NOTHING;
      if (found.length + book.wide.length === 0) continue;
      book.wide = found;
      book.shown = undefined;
    }
  }
}

const NOTHING: readonly Found[] = [];

/** What a topic is known by while only its rows change. */
function keyOf(topic: Topic): YamlPair | Topic {
  const source = sourceOf(topic);
  return (source && pairOf(source, 'rows')) ?? topic;
}

function liveRowsOf({ rows }: Topic): readonly Row[] {
  return rows.some(row => row.withdrawn) ? rows.filter(row => !row.withdrawn) : rows;
}

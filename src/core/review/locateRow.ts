import { normaliseLine } from '../model/statement.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { ReturnedRow, Review } from '../sheet/returned.ts';

/** Where a returned row belongs by what its sheet and its visible cells say. */
export interface Located {
  /** Absent: there is no such topic. */
  readonly topic?: Topic;
  /** What its cells say, for people: `Functions › Devices`. */
  readonly says: string;
  /** Several topics that are called so. */
  readonly among?: readonly Topic[];
}

/** A section while topics are being added. */
interface OpenSection {
  readonly kind: string;
  readonly topics: Topic[];
  /** What a topic is called, or was → those that are called so, in their order. */
  readonly called: Map<string, Topic[]>;
}

/** Finds topics by the texts that a reviewer sees. */
export class TopicFinder {
  readonly #base: Framework;
  readonly #sheetAreas: ReadonlyMap<string, string | undefined>;
  /** Area id → its sections, with the topics that were added. */
  readonly #sections = new Map<string, OpenSection[]>();
  readonly #kinds = new Map<Topic, string>();
  readonly #titles = new Map<Topic, string>();
  readonly #newTitles = new Map<Topic, string>();
  /** What was asked last of a row with an id, and the answer. */
  #asked:
    | { readonly row: ReturnedRow; readonly near: Topic | undefined; readonly found: Located }
    | undefined;

  constructor(base: Framework, review: Review) {
    this.#base = base;
    this.#sheetAreas = new Map(review.sheets.map(sheet => [sheet.name, sheet.areaId]));
    for (const area of base.areas) {
      this.#sections.set(
        area.id,
        area.sections.map(({ kind, topics }) => {
          const section: OpenSection = { kind, topics: [], called: new Map() };
          for (const topic of topics) this.#know(topic, section);
          return section;
        }),
      );
    }
  }

  #know(topic: Topic, section: OpenSection): void {
    section.topics.push(topic);
    this.#kinds.set(topic, section.kind);
    this.#titles.set(topic, key(topic.title ?? ''));
    this.#index(topic, section);
  }

  /** A topic that has another title is found by both. */
  #index(topic: Topic, { called }: OpenSection): void {
    for (const title of new Set([this.#titles.get(topic)!, this.#newTitles.get(topic)])) {
      if (title === undefined) continue;
      const same = called.get(title);
      if (same) same.push(topic);
      else called.set(title, [topic]);
    }
  }

  /** From now on a topic is found that was not in the base. */
  add(topic: Topic, area: string, kind: string): void {
    const sections = this.#sections.get(area)!;
    let section = sections.find(each => each.kind === kind);
    if (!section) {
      section = { kind, topics: [], called: new Map() };
      sections.push(section);
    }
    this.#know(topic, section);
    this.#asked = undefined;
  }

  /** The kinds of section that a title means. */
  kindsCalled(title: string): string[] {
    return this.#base.sectionKinds.filter(({ id }) => this.#hasTitle(id, title)).map(({ id }) => id);
  }

  kindOf(topic: Topic): string | undefined {
    return this.#kinds.get(topic);
  }

  /** From now on topics are found by the titles that they were given, too. @param titles topic id → its new title */
  retitled(titles: ReadonlyMap<string, string>): void {
    for (const topic of this.#kinds.keys()) {
      const title = titles.get(topic.id);
      if (title !== undefined) this.#newTitles.set(topic, key(title));
    }
    for (const section of [...this.#sections.values()].flat()) {
      section.called.clear();
      for (const topic of section.topics) this.#index(topic, section);
    }
    this.#asked = undefined;
  }

  /** The area that a row's sheet is, else the one that the row was sent in, else the one whose title it says. */
  areaOf(row: ReturnedRow): string | undefined {
    return this.#sheetAreas.get(row.sheet) ?? row.areaId ?? this.#areaCalled(row.areaTitle);
  }

  /** The one area of this title. */
  #areaCalled(title: string | undefined): string | undefined {
    if (!title) return undefined;
    const called = this.#base.areas.filter(
      area => !area.withdrawn && area.title !== undefined && key(area.title) === key(title),
    );
    return called.length === 1 ? called[0]!.id : undefined;
  }

  /**
   * The topic that a row's cells name.
   * @param near the topic of the row above, which holds for a new row whose own cells are empty
   */
  locate(row: ReturnedRow, near: Topic | undefined): Located {
    if (row.rowId === undefined) return this.#locate(row, near);
    // Most rows say what the row above says.
    const asked = this.#asked;
    if (asked && asked.near === near && saySame(asked.row, row)) return asked.found;
    const found = this.#locate(row, near);
    this.#asked = { row, near, found };
    return found;
  }

  #locate(row: ReturnedRow, near: Topic | undefined): Located {
    const says = [row.sectionTitle, row.topicTitle].filter(Boolean).join(' › ');
    if (row.rowId === undefined && !row.sectionTitle && !row.topicTitle)
      return near ? { topic: near, says } : { says };
    const sections = this.#sections.get(this.areaOf(row) ?? '') ?? [];
    const title = key(row.topicTitle ?? '');
    const likely = [row.kind, near && this.#kinds.get(near)];
    const called = sections
      .filter(({ kind }) => this.#isSaid(row, kind, likely))
      .sort((a, b) => rank(likely, a.kind) - rank(likely, b.kind))
      .map(section => ({
        isLikely: likely.includes(section.kind),
        topics: (section.called.get(title) ?? []).filter(topic => !topic.withdrawn),
      }));
    const all = called.flatMap(({ topics }) => topics);
    // Of several that are called so, a row stays in its own, and a new one goes to that of the row above.
    const own =
      all.find(topic => topic.id === row.topicId) ??
      (row.rowId === undefined ? all.find(topic => topic === near) : undefined);
    const first = called.find(({ isLikely, topics }) => isLikely && topics.length > 0)?.topics ?? all;
    const topic = own ?? (first.length === 1 ? first[0] : undefined);
    return { ...(topic && { topic }), says, ...(!topic && first.length > 1 && { among: first }) };
  }

  /** Whether a row's visible cells say this section and this topic. */
  says(row: ReturnedRow, kind: string, topic: Topic): boolean {
    return (
      this.#isCalled(topic, key(row.topicTitle ?? '')) &&
      (!row.sectionTitle || this.#hasTitle(kind, row.sectionTitle))
    );
  }

  #isCalled(topic: Topic, title: string): boolean {
    return this.#titles.get(topic) === title || this.#newTitles.get(topic) === title;
  }

  /** Whether a row's cells may mean a kind of section: several may have one title, and no word means its own. */
  #isSaid(row: ReturnedRow, kind: string, likely: readonly (string | undefined)[]): boolean {
    if (row.sectionTitle) return this.#hasTitle(kind, row.sectionTitle);
    return kind === (likely[0] ?? likely[1]);
  }

  #hasTitle(kind: string, title: string): boolean {
    const known = this.#base.sectionKinds.find(each => each.id === kind);
    return known !== undefined && key(known.title) === key(title);
  }
}

/** Whether two rows say the same of where they belong. */
function saySame(a: ReturnedRow, b: ReturnedRow): boolean {
  return (
    a.sheet === b.sheet &&
    a.areaId === b.areaId &&
    a.sectionTitle === b.sectionTitle &&
    a.topicTitle === b.topicTitle &&
    a.kind === b.kind &&
    a.topicId === b.topicId
  );
}

function rank(likely: readonly (string | undefined)[], kind: string): number {
  const at = likely.indexOf(kind);
  return at < 0 ? likely.length : at;
}

/** Texts that agree in this are the same to a reader. */
function key(text: string): string {
  return normaliseLine(text)
    .replace(/[\s\u00A0]+/g, ' ')
    .toLowerCase();
}

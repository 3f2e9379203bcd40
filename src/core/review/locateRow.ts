import { sectionId } from '../model/index.ts';
import { normaliseLine } from '../model/statement.ts';
import type { Framework, Topic } from '../model/types.ts';
import type { ReturnedRow, Review } from '../sheet/returned.ts';

/** Where a returned row belongs by what its sheet and its visible cells say. */
export interface Located {
  /** Absent: there is no such topic. */
  readonly topic?: Topic;
  /** What its cells say, for people: `Functions › Devices`. */
  readonly says: string;
  readonly section?: string;
  /** Whether several topics are called so. */
  readonly isDoubtful?: boolean;
}

/** Finds topics by the texts that a reviewer sees. */
export class TopicFinder {
  readonly #base: Framework;
  readonly #sheetAreas: ReadonlyMap<string, string | undefined>;
  readonly #kinds: ReadonlyMap<string, string>;

  constructor(base: Framework, review: Review) {
    this.#base = base;
    this.#sheetAreas = new Map(review.sheets.map(sheet => [sheet.name, sheet.areaId]));
    this.#kinds = new Map(base.sectionKinds.map(kind => [key(kind.title), kind.id]));
  }

  /** The area that a row's sheet is, else the one that the row was sent in. */
  areaOf(row: ReturnedRow): string | undefined {
    return this.#sheetAreas.get(row.sheet) ?? row.areaId;
  }

  /**
   * The topic that a row's cells name.
   * @param near the topic of the row above, which holds for a new row whose own cells are empty
   */
  locate(row: ReturnedRow, near: Topic | undefined): Located {
    const says = [row.sectionTitle, row.topicTitle].filter(Boolean).join(' › ');
    if (row.rowId === undefined && !row.sectionTitle && !row.topicTitle)
      return near ? { topic: near, says } : { says };
    const area = this.areaOf(row);
    const nearKind = near && this.#sectionOf(near)?.split('/')[1];
    const kind = this.#kindOf(row, nearKind);
    if (area === undefined || kind === undefined) return { says };
    const section = this.#base.areas
      .find(each => each.id === area)
      ?.sections.find(each => each.kind === kind);
    const title = key(row.topicTitle ?? '');
    const fitting =
      section?.topics.filter(topic => !topic.withdrawn && key(topic.title ?? '') === title) ?? [];
    // Of several that are called so, a row stays in its own, and a new one goes to that of the row above.
    const own =
      fitting.find(topic => topic.id === row.topicId) ??
      (row.rowId === undefined && near && fitting.includes(near) ? near : undefined);
    const topic = own ?? (fitting.length === 1 ? fitting[0] : undefined);
    return {
      ...(topic && { topic }),
      says,
      section: sectionId(area, kind),
      ...(!topic && fitting.length > 1 && { isDoubtful: true }),
    };
  }

  /** Whether a row's visible cells say this section and this topic. */
  says(row: ReturnedRow, kind: string, topic: Topic): boolean {
    return (
      key(topic.title ?? '') === key(row.topicTitle ?? '') &&
      (!row.sectionTitle || this.#hasTitle(kind, row.sectionTitle))
    );
  }

  /** Several kinds of section may have one title: the row's own goes first, then that of the row above. */
  #kindOf(row: ReturnedRow, near: string | undefined): string | undefined {
    if (!row.sectionTitle) return row.kind ?? near;
    for (const kind of [row.kind, near])
      if (kind !== undefined && this.#hasTitle(kind, row.sectionTitle)) return kind;
    return this.#kinds.get(key(row.sectionTitle));
  }

  #hasTitle(kind: string, title: string): boolean {
    const known = this.#base.sectionKinds.find(each => each.id === kind);
    return known !== undefined && key(known.title) === key(title);
  }

  #sectionOf(topic: Topic): string | undefined {
    for (const area of this.#base.areas)
      for (const section of area.sections)
        if (section.topics.includes(topic)) return sectionId(area.id, section.kind);
    return undefined;
  }
}

/** Texts that agree in this are the same to a reader. */
function key(text: string): string {
  return normaliseLine(text)
    .replace(/[\s\u00A0]+/g, ' ')
    .toLowerCase();
}

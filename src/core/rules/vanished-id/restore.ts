import type { Change, ListedNode, Place } from '../../changes/change.ts';
import { indexFramework, type RowAt, sectionId, type TopicAt } from '../../model/index.ts';
import type { Loaded } from '../../model/load.ts';
import type { Area, Framework, Section, Topic } from '../../model/types.ts';
import { applyToText } from '../../write/applyToText.ts';
import type { Fix } from '../rule.ts';

/**
 * The fix that brings back what is gone, withdrawn and at its old place, with all that it held and that is gone as
 * well; or that gives back its id to what was renamed.
 * @param before the version that has it
 * @param data of the finding
 * @returns undefined where it has no place any more
 */
export function restored(
  loaded: Loaded,
  before: Framework,
  data: Readonly<Record<string, string>>,
): Fix | undefined {
  const { what, id = '', renamed } = data;
  const now = indexFramework(loaded.framework);
  const then = indexFramework(before);
  const again = new Restoring(loaded.framework);
  let changes: readonly Change[] = [];
  if (renamed !== undefined) changes = namedBack(what as 'row', renamed, id, now[what as 'row'](renamed));
  else if (what === 'row') changes = again.row(then.row(id), true);
  else if (what === 'topic') changes = again.topic(then.topic(id), true);
  else if (what === 'area') changes = again.area(then.area(id)?.area, before);
  const { edits, refused } = applyToText(loaded, changes);
  if (edits.length === 0 || refused.length > 0) return undefined;
  return {
    title: renamed === undefined ? `Bring \`${id}\` back` : `Change back to \`${id}\``,
    edits,
    safe: false,
  };
}

type Kind = 'area' | 'topic' | 'row';

function namedBack(what: Kind, from: string, to: string, at: object | undefined): Change[] {
  const node = at && (at as Record<Kind, { readonly formerIds?: readonly string[] }>)[what];
  if (!node?.formerIds) return [];
  const left = node.formerIds.filter(each => each !== to);
  return [
    { op: 'set', what, id: from, field: 'id', before: from, after: to },
    {
      op: 'set',
      what,
      id: to,
      field: 'formerIds',
      before: node.formerIds,
      ...(left.length > 0 && { after: left }),
    },
  ];
}

/** Makes the changes that bring nodes back into a framework. */
class Restoring {
  readonly #now: ReturnType<typeof indexFramework>;
  readonly #since: string;
  /** Former ids and those in use, with the one that is in use. */
  readonly #names = new Map<string, string>();

  constructor(framework: Framework) {
    this.#now = indexFramework(framework);
    this.#since = framework.details.version;
    for (const area of framework.areas)
      for (const topic of area.sections.flatMap(section => section.topics)) {
        this.#name('topic', topic);
        for (const row of topic.rows) this.#name('row', row);
      }
    for (const area of framework.areas) this.#name('area', area);
  }

  row(at: RowAt | undefined, alone: boolean): Change[] {
    const topic = at && this.#of('topic', at.topic.id);
    if (!at || topic === undefined) return [];
    const here = this.#now.topic(topic)?.topic.rows ?? [];
    const to = { topic, ...this.#between('row', at.topic.rows, at.row.id, here) };
    return [this.#add('row', alone ? this.#withdrawn(at.row) : { ...at.row }, to)];
  }

  topic(at: TopicAt | undefined, alone: boolean): Change[] {
    const area = at && this.#of('area', at.area.id);
    if (!at || area === undefined) return [];
    const { topic, section } = at;
    const here = this.#now.section(sectionId(area, section.kind))?.section;
    const changes: Change[] = [];
    if (!here) changes.push(...this.#section(at.area, section, area));
    const to = {
      section: sectionId(area, section.kind),
      ...this.#between('topic', section.topics, topic.id, here?.topics ?? []),
    };
    const bare = { ...topic, rows: [] };
    changes.push(this.#add('topic', alone ? this.#withdrawn(bare) : bare, to), ...this.#rowsOf(topic));
    return changes;
  }

  area(area: Area | undefined, before: Framework): Change[] {
    if (!area) return [];
    const to = this.#between('area', before.areas, area.id, [...this.#areas()]);
    const changes: Change[] = [this.#add('area', this.#withdrawn({ ...area, sections: [] }), to)];
    let last: string | undefined;
    for (const section of area.sections) {
      const place = { area: area.id, ...(last !== undefined && { after: last }) };
      last = sectionId(area.id, section.kind);
      const id = last;
      changes.push({ op: 'add', what: 'section', id, to: place, after: { ...section, topics: [] } });
      let above: string | undefined;
      for (const topic of section.topics) {
        if (this.#of('topic', topic.id) !== undefined) continue;
        const at = { section: id, ...(above !== undefined && { after: above }) };
        changes.push(this.#add('topic', { ...topic, rows: [] }, at), ...this.#rowsOf(topic));
        above = topic.id;
      }
    }
    return changes;
  }

  /** Those rows of a topic that are gone with it. */
  #rowsOf(topic: Topic): Change[] {
    let above: string | undefined;
    return topic.rows.flatMap(row => {
      if (this.#of('row', row.id) !== undefined) return [];
      const to = { topic: topic.id, ...(above !== undefined && { after: above }) };
      above = row.id;
      return [this.#add('row', { ...row }, to)];
    });
  }

  #section(area: Area, section: Section, into: string): Change[] {
    const here = this.#now.area(into)?.area.sections ?? [];
    const kinds = area.sections.map(({ kind }) => kind);
    const above = kinds.slice(0, kinds.indexOf(section.kind)).reverse();
    const after = above.find(kind => here.some(each => each.kind === kind));
    const first = here[0]?.kind;
    const to = {
      area: into,
      ...(after !== undefined && { after: sectionId(into, after) }),
      ...(after === undefined && first !== undefined && { before: sectionId(into, first) }),
    };
    const id = sectionId(into, section.kind);
    return [{ op: 'add', what: 'section', id, to, after: { ...section, topics: [] } }];
  }

  /** The neighbours of old that are still there. */
  #between(
    what: Kind,
    old: readonly { readonly id: string }[],
    id: string,
    here: readonly { readonly id: string }[],
  ): Pick<Place, 'after' | 'before'> {
    const position = old.findIndex(each => each.id === id);
    const standing = new Set(here.map(each => each.id));
    const there = (nodes: readonly { readonly id: string }[]) =>
      nodes.map(each => this.#of(what, each.id)).find(each => each !== undefined && standing.has(each));
    const after = there(old.slice(0, position).reverse());
    const before = there(old.slice(position + 1));
    return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  }

  #add(what: Kind, after: ListedNode & { readonly id: string }, to: Place): Change {
    return { op: 'add', what, id: after.id, to, after };
  }

  #withdrawn<T extends object>(node: T): T {
    return { withdrawn: { since: this.#since }, ...node };
  }

  #of(what: Kind, id: string): string | undefined {
    return this.#names.get(`${what} ${id}`);
  }

  #name(what: Kind, { id, formerIds = [] }: { readonly id: string; readonly formerIds?: readonly string[] }) {
    for (const each of [...formerIds, id]) this.#names.set(`${what} ${each}`, id);
  }

  *#areas() {
    for (const [key, id] of this.#names) if (key === `area ${id}`) yield { id };
  }
}

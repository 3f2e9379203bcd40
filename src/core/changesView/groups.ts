import type { Change, Place } from '../changes/change.ts';
import { indexFramework, partsOfSectionId } from '../model/index.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import type { ChangeGroup, ChangeItem, ChangeTopic } from './view.ts';

/** Where a change belongs: an area, and in it a topic. */
interface Home {
  readonly area?: string | undefined;
  readonly section?: string | undefined;
  readonly topic?: string | undefined;
}

/**
 * The items by area and topic, in the order of the newer side; what only the older one has comes after it. In
 * slices.
 */
export function* grouping(
  changes: readonly Change[],
  items: readonly ChangeItem[],
  from: Framework,
  to: Framework,
): Sliced<ChangeGroup[]> {
  const order = orderOf(to, from);
  const homes = changes.map(change => homeOf(change, to) ?? homeOf(change, from) ?? {});
  const places = homes.map(home => order.get(keyOf(home)) ?? order.get(keyOf({ area: home.area })) ?? -1);
  yield;
  const rowOrder = rowsInOrder(new Set(items.flatMap(({ row }) => row ?? [])), to, from);
  yield;
  const sorted = items
    .map((item, at) => ({ item, at, home: homes[at]!, place: places[at]! }))
    .sort((a, b) => a.place - b.place || rowAt(a.item) - rowAt(b.item) || a.at - b.at);
  function rowAt({ row }: ChangeItem): number {
    return row === undefined ? -1 : (rowOrder.get(row) ?? Number.MAX_SAFE_INTEGER);
  }
  yield;
  const groups: { area?: string; title: string; topics: (ChangeTopic & { items: ChangeItem[] })[] }[] = [];
  for (const { item, home } of sorted) {
    let group = groups.at(-1);
    if (!group || group.area !== home.area) {
      group = {
        ...(home.area !== undefined && { area: home.area }),
        title: areaTitle(home, to, from),
        topics: [],
      };
      groups.push(group);
    }
    let topic = group.topics.at(-1);
    if (!topic || topic.topic !== home.topic) {
      topic = { ...topicHead(home, to, from), items: [] };
      group.topics.push(topic);
    }
    topic.items.push(item);
  }
  return groups;
}

function homeOf(change: Change, framework: Framework): Home | undefined {
  const index = indexFramework(framework);
  const ofTopic = (id: string): Home | undefined => {
    const found = index.topic(id);
    return found && { area: found.area.id, section: found.section.kind, topic: id };
  };
  const ofRow = (id: string) => {
    const found = index.row(id);
    return found && ofTopic(found.topic.id);
  };
  const ofPlace = ({ area, section, topic }: Place): Home | undefined => {
    if (topic !== undefined) return ofTopic(topic);
    if (section !== undefined) return { area: partsOfSectionId(section).area };
    return area === undefined ? undefined : { area };
  };
  if ('row' in change) return ofRow(change.row);
  switch (change.what) {
    case 'statement':
      return ofRow(change.to.row);
    case 'row':
      return (
        ofRow(change.id) ??
        ('to' in change ? ofPlace(change.to) : 'from' in change ? ofPlace(change.from) : undefined)
      );
    case 'topic':
      return ofTopic(change.id);
    case 'section':
      return { area: partsOfSectionId(change.id).area };
    case 'area':
      return { area: change.id };
    default:
      return {};
  }
}

function keyOf({ area = '', topic = '' }: Home): string {
  return JSON.stringify([area, topic]);
}

function orderOf(...frameworks: readonly Framework[]): Map<string, number> {
  const order = new Map<string, number>();
  const put = (home: Home) => {
    const key = keyOf(home);
    if (!order.has(key)) order.set(key, order.size);
  };
  put({});
  for (const framework of frameworks)
    for (const area of framework.areas) {
      put({ area: area.id });
      for (const section of area.sections)
        for (const topic of section.topics) put({ area: area.id, topic: topic.id });
    }
  return order;
}

function rowsInOrder(wanted: ReadonlySet<string>, ...frameworks: readonly Framework[]): Map<string, number> {
  const order = new Map<string, number>();
  for (const framework of frameworks)
    for (const area of framework.areas)
      for (const section of area.sections)
        for (const topic of section.topics)
          for (const { id } of topic.rows) if (wanted.has(id) && !order.has(id)) order.set(id, order.size);
  return order;
}

function areaTitle({ area }: Home, ...frameworks: readonly Framework[]): string {
  if (area === undefined) return 'The framework itself';
  for (const framework of frameworks) {
    const found = indexFramework(framework).area(area);
    if (found) return found.area.title ?? 'Untitled area';
  }
  return area;
}

function topicHead(
  { section, topic }: Home,
  ...frameworks: readonly Framework[]
): Omit<ChangeTopic, 'items'> {
  if (topic === undefined) return { title: '' };
  for (const framework of frameworks) {
    const index = indexFramework(framework);
    const found = index.topic(topic);
    if (!found) continue;
    const kind = section === undefined ? undefined : index.sectionKind(section)?.title;
    return {
      topic,
      title: found.topic.title ?? 'Untitled topic',
      ...(kind !== undefined && { section: kind }),
    };
  }
  return { topic, title: topic };
}

import type { ListedKind } from '../../changes/change.ts';
import { newAreaId, newTopicId } from '../../model/ids.ts';
import { partsOfSectionId, sectionId } from '../../model/index.ts';
import { normaliseLine } from '../../model/statement.ts';
import type { Area, Section, Topic } from '../../model/types.ts';
import type { CommandPlace, InsertArea, InsertSection, InsertTopic } from './command.ts';
import type { Desk, Slot } from './desk.ts';
import { addRows } from './rows.ts';
import { gonePlace } from './wording.ts';

/** Adds a topic, with rows or without. */
export function insertTopic(desk: Desk, { to, title, rows = [] }: InsertTopic): string {
  const slot = slotFor(desk, 'topic', to);
  if (!slot) {
    desk.refuse(gonePlace);
    return '';
  }
  const name = normaliseLine(title ?? '') || undefined;
  const taken = desk.taken('topic');
  const id = newTopicId(name, partsOfSectionId(slot.parent!), taken);
  const topic: Topic = { id, ...(name !== undefined && { title: name }), rows: [], extra: new Map() };
  desk.add(slot, id, topic);
  addRows(desk, { endOf: id }, rows);
  desk.select.splice(0, desk.select.length, { what: 'topic', id });
  return 'Topic added.';
}

/** Adds an area with an empty section of each kind. */
export function insertArea(desk: Desk, { to, title }: InsertArea): string {
  const slot = desk.slot('area', to);
  if (!slot) {
    desk.refuse(gonePlace);
    return '';
  }
  const name = normaliseLine(title ?? '') || undefined;
  const id = newAreaId(name, desk.taken('area'), slot.index + 1);
  const area: Area = { id, ...(name !== undefined && { title: name }), sections: [], extra: new Map() };
  desk.add(slot, id, area);
  desk.framework.sectionKinds.forEach((kind, index) => {
    desk.add({ kind: 'section', parent: id, index }, sectionId(id, kind.id), emptySection(kind.id));
  });
  desk.select.push({ what: 'area', id });
  return 'Area added.';
}

/** Adds a section of a kind that the area has none of. */
export function insertSection(desk: Desk, { area, kind }: InsertSection): string {
  const id = sectionId(area, kind);
  if (desk.node('section', id)) desk.refuse('The area has such a section already.', { what: 'section', id });
  else if (!addSection(desk, area, kind)) desk.refuse(gonePlace);
  else {
    desk.select.push({ what: 'section', id });
    return 'Section added.';
  }
  return '';
}

/** Where a place is; a section that the area lacks is added for what comes to stand there. */
export function slotFor(desk: Desk, kind: ListedKind, place: CommandPlace): Slot | undefined {
  const slot = desk.slot(kind, place);
  if (slot || kind !== 'topic' || !('endOf' in place)) return slot;
  const { area, kind: sectionKind } = partsOfSectionId(place.endOf);
  return addSection(desk, area, sectionKind) ? { kind, parent: place.endOf, index: 0 } : undefined;
}

/**
 * Adds a section to an area, where the order of the kinds puts it.
 * @returns whether there are such an area and such a kind
 */
function addSection(desk: Desk, area: string, kind: string): boolean {
  const siblings = desk.siblings('section', area);
  const kinds = desk.framework.sectionKinds.map(({ id }) => id);
  if (!siblings || !kinds.includes(kind)) return false;
  const later = kinds.slice(kinds.indexOf(kind) + 1).map(each => sectionId(area, each));
  const next = siblings.findIndex(id => later.includes(id));
  const index = next < 0 ? siblings.length : next;
  desk.add({ kind: 'section', parent: area, index }, sectionId(area, kind), emptySection(kind));
  return true;
}

function emptySection(kind: string): Section {
  return { kind, topics: [], extra: new Map() };
}

import type { Change } from '../changes/change.ts';
import { toJson } from '../changes/json.ts';
import { indexFramework, type RowAt, type TopicAt } from '../model/index.ts';
import type { Area, Framework, Level, Row } from '../model/types.ts';
import type { ReviewNote } from './notes.ts';

/** What several reviewers may want otherwise: a statement, a row, a title. */
export interface Thing {
  /** The same for the same thing each time: `statement:devices-1@1st`, `row:devices-1:place`. */
  readonly id: string;
  readonly area?: string;
  readonly topic?: string;
  readonly row?: string;
  readonly level?: string;
  /** What was sent, where it is a text and there was any. */
  readonly before?: string;
  readonly isText: boolean;
}

/** What a change is about, and the texts before and after where it is about a text. */
export function aboutOf(change: Change): Thing & { readonly after?: string } {
  if (change.op === 'move' && change.what === 'statement') {
    const { row, level } = change.from;
    return { id: `statement:${row}@${level}`, row, level, before: change.text, isText: true };
  }
  if ('row' in change) {
    const { what, row, level, before, after } = change;
    return {
      id: `${what}:${row}@${level}`,
      row,
      level,
      isText: true,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  }
  const { op, what, id } = change;
  const own =
    what === 'row' ? { row: id } : what === 'topic' ? { topic: id } : what === 'area' ? { area: id } : {};
  if (op === 'set') {
    const { before, after } = change;
    const field = 'field' in change ? change.field : 'meaning';
    const isText = typeof (before ?? after) === 'string';
    return {
      id: `${what}:${id}:${field}`,
      ...own,
      isText,
      ...(isText && typeof before === 'string' && { before }),
      ...(isText && typeof after === 'string' && { after }),
    };
  }
  const place = op === 'move' ? change.to : op === 'add' ? change.to : change.from;
  const parent = {
    ...(place.topic !== undefined && { topic: place.topic }),
    ...(place.area !== undefined && { area: place.area }),
  };
  return { id: op === 'move' ? `${what}:${id}:place` : `${what}:${id}`, ...parent, ...own, isText: false };
}

/**
 * The same for two changes of one thing that want the same. Neighbours say nothing: two moves to one topic
 * agree.
 */
export function versionKey(change: Change): string {
  const { from: _, to, before: __, ...wants } = toJson(change);
  const parent =
    to !== null && typeof to === 'object' && !Array.isArray(to) ? { ...to, after: null, before: null } : to;
  return JSON.stringify([wants, change.op === 'move' && change.what === 'statement' ? to : parent]);
}

/** What a note is about: with a statement or a row, the same as a change of it. */
export function aboutNote({ area, topic, row, level }: ReviewNote): Thing {
  if (row !== undefined)
    return {
      id: level === undefined ? `row:${row}` : `statement:${row}@${level}`,
      row,
      ...(level !== undefined && { level }),
      ...(topic !== undefined && { topic }),
      ...(area !== undefined && { area }),
      isText: level !== undefined,
    };
  if (level !== undefined) return { id: `level:${level}`, level, isText: false };
  return area === undefined
    ? { id: 'framework', isText: false }
    : { id: `area:${area}`, area, isText: false };
}

/** What a row says, a line a statement: `1st line: Repair cables.` */
export function rowText({ statements }: Row, levels: readonly Level[]): string {
  return levels
    .flatMap(({ id, title }) => {
      const text = statements.get(id);
      return text === undefined ? [] : `${title}: ${text}`;
    })
    .join('\n');
}

/** Where a thing stands in the first of some frameworks that has it. */
export function placeOf(
  { row, topic }: Thing,
  frameworks: readonly Framework[],
): RowAt | TopicAt | undefined {
  for (const framework of frameworks) {
    const index = indexFramework(framework);
    const at = row === undefined ? index.topic(topic ?? '') : (index.row(row) ?? index.topic(topic ?? ''));
    if (at) return at;
  }
  return undefined;
}

/** The area that a thing is in. */
export function areaOf(thing: Thing, frameworks: readonly Framework[]): Area | undefined {
  const at = placeOf(thing, frameworks);
  if (at) return at.area;
  for (const framework of frameworks) {
    const found = indexFramework(framework).area(thing.area ?? '');
    if (found) return found.area;
  }
  return undefined;
}

import type { Row } from './types.ts';

const MAX_SLUG = 60;

/**
 * An id made from a title: `Devices & Applications` gives `devices-and-applications`.
 * @returns letters a–z, digits and single hyphens, at most 60 of them; `''` where the title has none of them
 */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= MAX_SLUG) return words;
  const cut = words.slice(0, MAX_SLUG + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 0) || MAX_SLUG);
}

/**
 * The id of a new row: its topic's id and six hexadecimal digits made from its statements, so that the same row
 * gets the same id on every branch and different rows different ones.
 * @param taken the row ids that are or were in use, former ones included
 * @param tried for many ids one after the other, while none of those taken becomes free again
 */
export function newRowId(
  topic: { readonly id: string },
  row: Pick<Row, 'statements'>,
  taken: ReadonlySet<string>,
  tried: Tried = new Map(),
): string {
  const content = JSON.stringify([...row.statements].sort(([a], [b]) => (a < b ? -1 : 1)));
  const name = `${topic.id} ${content}`;
  for (let attempt = tried.get(name) ?? 0; ; attempt++) {
    const id = `${topic.id}-${hash(attempt === 0 ? content : `${content}#${attempt}`)}`;
    if (taken.has(id)) continue;
    tried.set(name, attempt);
    return id;
  }
}

/** How far the search for a free id went for the same words or title, so that it need not begin anew for each. */
export type Tried = Map<string, number>;

/**
 * The id of a new area: made from its title, or `area-2` where that gives none.
 * @param position where the area stands among the areas, from 1
 */
export function newAreaId(title: string | undefined, taken: ReadonlySet<string>, position = 1): string {
  const wanted = slug(title ?? '');
  return wanted ? numbered(wanted, taken) : numbered('area', taken, `area-${position}`, position + 1);
}

/**
 * The id of a new topic: made from its title, or from its section where that gives none (`area-2-knowledge`).
 * @param tried for many ids one after the other, while none of those taken becomes free again
 */
export function newTopicId(
  title: string | undefined,
  section: { readonly area: string; readonly kind: string },
  taken: ReadonlySet<string>,
  tried: Tried = new Map(),
): string {
  const wanted = slug(title ?? '') || `${section.area}-${section.kind}`;
  return numbered(wanted, taken, wanted, 2, tried);
}

/** The first id that is free: `first`, then `base` with a number. */
function numbered(
  base: string,
  taken: ReadonlySet<string>,
  first = base,
  from = 2,
  tried: Tried = new Map(),
): string {
  if (!taken.has(first)) return first;
  for (let number = tried.get(base) ?? from; ; number++) {
    if (taken.has(`${base}-${number}`)) continue;
    tried.set(base, number);
    return `${base}-${number}`;
  }
}

/** FNV-1a over UTF-16 units, well mixed, as six hexadecimal digits. Not for secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) & 0xffffff).toString(16).padStart(6, '0');
}

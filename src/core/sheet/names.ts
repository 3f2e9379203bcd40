/** Names of sheets and cells, by which a workbook that comes back is understood. */

export const FRONT_SHEET = 'Start here';
export const DETAILS_SHEET = 'Levels and details';
export const CHANGES_SHEET = 'Changes';
export const FINDINGS_SHEET = 'Findings';
export const LISTS_SHEET = '_lists';
export const META_SHEET = '_framework';

/** Whose our notes on cells are, by the file. */
export const OUR_AUTHOR = 'Framework Workbench';

export const FRONT_ANCHOR = 'FW_start';
export const DETAILS_ANCHOR = 'FW_details';
export const CHANGES_ANCHOR = 'FW_changes';
export const FINDINGS_ANCHOR = 'FW_findings';
const AREA_ANCHOR = 'FW_area_';

/** The defined names of the sheets that are for reading only. */
export const READING_ANCHORS: readonly string[] = [
  FRONT_ANCHOR,
  CHANGES_ANCHOR,
  FINDINGS_ANCHOR,
  DETAILS_ANCHOR,
];

const LONGEST_SHEET_NAME = 31;

/**
 * Gives sheets names that every spreadsheet program takes: 1 to 31 characters, free of `' [ ] : * ? / \`,
 * unique whatever the case.
 */
export class SheetNames {
  // Excel keeps `History` for itself.
  readonly #taken = new Set(['history']);

  /** @returns the title itself where it will do, else the nearest name that does, else one made from `fallback` */
  take(title: string, fallback: string): string {
    const safe = safeName(title) || safeName(fallback) || 'Sheet';
    let name = shorten(safe, LONGEST_SHEET_NAME);
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) {
      const ending = ` (${count})`;
      name = shorten(safe, LONGEST_SHEET_NAME - ending.length) + ending;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

function safeName(title: string): string {
  return title
    .replace(/['[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most `length` UTF-16 units, cut between words if it can be, never within a character. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > length - 1) break;
    cut += character;
  }
  const words = cut.replace(/\s+\S*$/, '');
  return `${(words.length > length / 2 ? words : cut).replace(/[\s\p{P}]+$/u, '')}…`;
}

/** The defined name that marks the sheet of an area, whatever the sheet is called. Ids that differ give names that differ whatever the case. */
export function areaAnchor(areaId: string): string {
  return AREA_ANCHOR + escapeId(areaId);
}

/** @returns the area id, or `undefined` if the name is no area's */
export function areaOfAnchor(name: string): string | undefined {
  if (!name.startsWith(AREA_ANCHOR)) return undefined;
  const id = name
    .slice(AREA_ANCHOR.length)
    .replace(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return areaAnchor(id) === name ? id : undefined;
}

function escapeId(id: string): string {
  return id.replace(/[^a-z0-9.]/g, character => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The defined name of a list of choices. */
export function listName(list: 'sections' | { readonly topicsOf: string }): string {
  return list === 'sections' ? 'FW_list_sections' : `FW_topics_${escapeId(list.topicsOf)}`;
}

/** `'Technical Skills'!$E$1`, `$'A''s'.$E$1` → the sheet and the cell; `undefined` for anything else. */
export function parseReference(reference: string): { sheet: string; cell: string } | undefined {
  const match = /^\$?(?:'((?:[^']|'')+)'|([^'!.]+))[!.]([$A-Za-z0-9:]+)$/.exec(reference.trim());
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return match && sheet !== undefined ? { sheet, cell: match[3]! } : undefined;
}

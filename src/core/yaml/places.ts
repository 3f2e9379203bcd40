/** Where keys and dashes stand by their columns, in a text that is read line by line without a parser. */
import type { ContentLine, Entry } from './lines.ts';

/** A key or a dash, in what it stands in and after what stands before it. */
export interface Place extends At {
  readonly up: Place | undefined;
  readonly before: Place | undefined;
  readonly holds: Entry['holds'];
  readonly line: PlacedLine;
}

/** A line that was read, with the innermost place before it. */
export interface PlacedLine extends ContentLine {
  readonly after: Place | undefined;
  readonly previous: PlacedLine | undefined;
}

/** What is read up to a line. */
export interface Reading {
  readonly place: Place | undefined;
  readonly line: PlacedLine | undefined;
}

/** What a line begins with. */
export interface At {
  readonly column: number;
  readonly isDash: boolean;
  readonly name?: string | undefined;
}

/** What a place is in, and the one before it in there. */
interface Beside {
  readonly up: Place | undefined;
  readonly before?: Place | undefined;
}

/** What a line begins with: its first dash, else its key or its text. */
export function beginningOf({ indent: column }: ContentLine, { dashes, key }: Entry): At {
  return dashes.length > 0 ? { column, isDash: true } : { column, isDash: false, name: key?.name };
}

/** Where a key or a dash at a column stands after an innermost place; undefined: nowhere. */
export function fits(place: Place, { column, isDash }: At): Beside | undefined {
  if (column > place.column)
    return place.holds === 'anything' || place.holds === 'lines' ? { up: place } : undefined;
  for (let each: Place | undefined = place; each && each.column >= column; each = each.up) {
    if (each.column !== column) continue;
    if (each.isDash === isDash) return { up: each.up, before: each };
    if (isDash && each === place && each.holds === 'anything') return { up: each };
  }
  return undefined;
}

/** The innermost place that is further left than a column. */
export function leftOf(place: Place | undefined, column: number): Place | undefined {
  let each = place;
  while (each && each.column >= column) each = each.up;
  return each;
}

/** Whether a place, or one before it, has a name. */
export function hasName(place: Place | undefined, name: string | undefined): boolean {
  for (let each = place; each && name !== undefined; each = each.before) if (each.name === name) return true;
  return false;
}

/** The line with what it comes after. */
export function placed(line: ContentLine, { place, line: previous }: Reading): PlacedLine {
  return { ...line, after: place, previous };
}

/** The reading with one line more; what fits nowhere stands in the innermost place that is further left. */
export function readOn(reading: Reading, contentLine: ContentLine, entry: Entry): Reading {
  const line = placed(contentLine, reading);
  const ats: At[] = entry.dashes.map(column => ({ column, isDash: true }));
  if (entry.key) ats.push({ column: entry.key.column, isDash: false, name: entry.key.name });
  if (ats.length === 0) ats.push(beginningOf(contentLine, entry));
  const [first, ...others] = ats as [At, ...At[]];
  const { up, before } = (reading.place && fits(reading.place, first)) ?? {
    up: leftOf(reading.place, first.column),
  };
  let place: Place = { ...first, up, before, holds: 'anything', line };
  for (const at of others) place = { ...at, up: place, before: undefined, holds: 'anything', line };
  return { place: { ...place, holds: entry.holds }, line };
}

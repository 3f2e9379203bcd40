/**
 * Finds lines that stand astray: indented less, or more, than what they stand among, so that those around them have
 * no place beside them, though they have one without them.
 */
import { type ContentLine, contentLine, type Entry, isMarker, readEntry } from './lines.ts';
import {
  type At,
  beginningOf,
  fits,
  hasName,
  leftOf,
  type Place,
  type PlacedLine,
  placed,
  type Reading,
  readOn,
} from './places.ts';
import { MOST_STRAY } from './strayInRows.ts';

export interface StrayLine extends ContentLine {
  /** The column of what stands above it. */
  readonly among: number;
  /** It is indented less than that, or more; it is text that is not deeper than the `|` or `>` it follows, or more of that. */
  readonly how: 'less' | 'more' | 'text' | 'more text';
}

/** A text with more of it is no framework. */
const MOST_FOUND = 64;
const MOST_LOOKS = 1000;

/**
 * @param text one that cannot be read as it stands; in valid YAML no line is astray
 * @returns the lines that are, in order
 */
export function strayLines(text: string): StrayLine[] {
  const found: StrayLine[] = [];
  const root = contentLine(text, 0);
  let reading: Reading = { place: undefined, line: undefined };
  let looks = 0;
  for (let line = root; line; line = contentLine(text, line.end)) {
    if (line.indent === 0 && isMarker(text, line)) return [];
    const entry = readEntry(text, line);
    const { place } = reading;
    if (place && isText(line, entry, place)) continue;
    if (place && !(isEntry(entry) && fits(place, beginningOf(line, entry))) && looks++ < MOST_LOOKS) {
      const lines = strayText(text, reading, line);
      const run = lines ?? strayAbove(text, place, line, entry) ?? strayItself(text, reading, line, entry);
      if (run && found.length < MOST_FOUND) {
        found.push(...run.map((each, index) => stray(each, lines && (index === 0 ? 'text' : 'more text'))));
        // What is behind them is read again, as if they were not there.
        reading = { place: run[0]!.after, line: run[0]!.previous };
        line = run.at(-1)!;
        continue;
      }
    }
    if (!place && !isEntry(entry)) return [];
    reading = readOn(reading, line, entry);
  }
  return [...found, ...strayAtEnd(reading.line, root?.indent ?? 0)];
}

function stray(line: PlacedLine, how: StrayLine['how'] = isLeft(line) ? 'less' : 'more'): StrayLine {
  const { start, end, indent, after } = line;
  const isInside = after?.holds === 'anything' || after?.holds === 'lines';
  return { start, end, indent, among: (after?.column ?? 0) + (isInside ? 1 : 0), how };
}

function isEntry({ key, dashes }: Entry): boolean {
  return key !== undefined || dashes.length > 0;
}

/** Whether a line is more of the text of a place, or belongs to what it takes a parser to read. */
function isText(line: ContentLine, { key }: Entry, { column, holds }: Place): boolean {
  return line.indent > column && holds !== 'anything' && (holds !== 'text' || !key);
}

/** Whether a line is no further right than what stands above it. */
function isLeft({ indent, after }: PlacedLine): boolean {
  return after !== undefined && indent <= after.column;
}

/**
 * The lines above one that are astray, so that it stands nowhere.
 * @param place the innermost above it
 */
function strayAbove(text: string, place: Place, line: ContentLine, entry: Entry): PlacedLine[] | undefined {
  if (!isEntry(entry)) return undefined;
  const at = beginningOf(line, entry);
  const under = leftOf(place, at.column);
  if (!under) return undefined;
  if (under.line !== place.line) return strayBelowOpen(text, place, under, line, at);
  const run: PlacedLine[] = [];
  for (let each: PlacedLine | undefined = place.line; each && run.length < MOST_STRAY; each = each.previous) {
    run.unshift(each);
    const { after } = each;
    const isFirst = run.length === 1 && after?.holds === 'anything' && isFollowed(text, line, each.indent);
    if (after && (isLeft(each) || isFirst) && fits(after, at))
      return isBetterWithout(text, run, place, line, at) ? run : undefined;
  }
  return undefined;
}

/** As {@link strayAbove}, where an open entry has lines below it that are further right than the one that stands nowhere. */
function strayBelowOpen(
  text: string,
  place: Place,
  under: Place,
  line: ContentLine,
  at: At,
): PlacedLine[] | undefined {
  let first = place;
  while (first.up !== under) first = first.up!;
  while (first.before) first = first.before;
  const { after } = under.line;
  if (after && isLeft(under.line) && fits(after, at) && fits(after, first)) return [under.line];
  const only = place.line;
  const isOnly = first.line === only && only.after === under && ownsNext(text, line);
  return isOnly && fits(under, at) ? [only] : undefined;
}

/** Whether lines above are astray, rather than those that follow them indented too far. */
function isBetterWithout(
  text: string,
  run: readonly PlacedLine[],
  place: Place,
  from: ContentLine,
  at: At,
): boolean {
  const after = run[0]!.after!;
  let next = contentLine(text, from.end);
  while (next && next.indent >= at.column) next = contentLine(text, next.end);
  const entry = next && readEntry(text, next);
  if (next && entry && next.indent > place.column) return fits(after, beginningOf(next, entry)) !== undefined;
  // An entry that a dash begins goes on behind them.
  const isBegun = run.some(each => each === place.up?.line);
  if (isBegun && next?.indent === place.column && entry?.key && entry.dashes.length === 0) return false;
  return !hasName(fits(after, at)?.before, at.name);
}

/** Whether a line has others beside or below it, and none follows at a column further left. */
function isFollowed(text: string, line: ContentLine, column: number): boolean {
  let count = ownsNext(text, line) ? 2 : 1;
  let next = contentLine(text, line.end);
  for (; next && next.indent > column; next = contentLine(text, next.end))
    if (next.indent === line.indent) count++;
  return count > 1 && next?.indent !== column;
}

/** Whether the line behind one belongs to it. */
function ownsNext(text: string, line: ContentLine): boolean {
  const { holds, dashes, column } = readEntry(text, line);
  const next = contentLine(text, line.end);
  if (!next) return false;
  return holds === 'anything' ? next.indent > column : dashes.length > 0 && next.indent === column;
}

/** The lines of a text that ought to be further right than the `|` or `>` above it, and no line of it is. */
function strayText(text: string, reading: Reading, line: ContentLine): PlacedLine[] | undefined {
  const { place } = reading;
  if (place?.holds !== 'lines' || contentLine(text, place.line.end)?.start !== line.start) return undefined;
  const run: PlacedLine[] = [];
  for (let each: ContentLine | undefined = line; each; each = contentLine(text, each.end)) {
    if (isEntry(readEntry(text, each))) break;
    run.push(placed(each, reading));
  }
  return run.length > 0 ? run : undefined;
}

/** A line that stands nowhere, if what follows it goes on with what is above it. */
function strayItself(
  text: string,
  reading: Reading,
  line: ContentLine,
  entry: Entry,
): PlacedLine[] | undefined {
  const self = placed(line, reading);
  if (!isLeft(self) || !(isEntry(entry) || /[\w"']/.test(text[line.start + line.indent]!))) return undefined;
  let next = contentLine(text, line.end);
  for (let count = 1; isEntry(entry) && next?.indent === line.indent && count < MOST_STRAY; count++)
    next = contentLine(text, next.end);
  if (!next) return isEntry(entry) ? [self] : undefined;
  const nextEntry = readEntry(text, next);
  if (next.indent === line.indent || !isEntry(nextEntry)) return undefined;
  const at = beginningOf(next, nextEntry);
  const beside = fits(reading.place!, at);
  // A word alone may be a key without its colon, unless something above waits for what is below.
  const isKey = !isEntry(entry) && (beside?.before || next.indent <= line.indent);
  return beside && !isKey && !hasName(beside.before, at.name) ? [self] : undefined;
}

/** The last lines, if they are further left than the first one. */
function strayAtEnd(last: PlacedLine | undefined, root: number): StrayLine[] {
  const run: PlacedLine[] = [];
  for (let each = last; each && each.indent < root && run.length <= MOST_STRAY; each = each.previous)
    run.unshift(each);
  return run.length <= MOST_STRAY ? run.map(each => stray(each)) : [];
}

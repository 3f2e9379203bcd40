import { sha256 } from '@noble/hashes/sha2.js';
import { base64nopad } from '@scure/base';
import { Deflate, strFromU8, strToU8 } from 'fflate';
import { atOnce, type Sliced } from '../slices.ts';
import type { BookSheet } from './book.ts';
import { inflateWithin, joined } from './inflate.ts';
import type { RawBook, RawSheet } from './raw.ts';
import { parseSent, type Sent } from './sent.ts';
import { WorkbookError } from './workbookError.ts';

/** The hidden sheet that lets a workbook be understood when it comes back. It is found by this text in its first cell. */
const MARKER = 'framework-workbench:sent';
/** Goes up when a workbook can no longer be understood by an older version of this product. */
const FORMAT = 2;
/** What fits into a cell, which holds 32,767 characters: three bytes make four, so that each cell can be read by itself. */
const CHUNK_BYTES = 22_500;
/** How many characters are packed at once. */
const PIECE = 64 * 1024;
/** What is packed into no more than this is unpacked sooner than another thread has started. */
const LITTLE = 64 * 1024;
/** No honest base is larger, and what is larger is not inflated. */
const LARGEST_TEXT = 64 * 2 ** 20;

export const STAMP_PROPERTY = 'Framework Workbench stamp';

/** The stamp of a framework file: a checksum over its exact text. */
export function stampOf(text: string): string {
  return atOnce(stamping(text));
}

/** The same, in slices. */
function* stamping(text: string): Sliced<string> {
  const hash = sha256.create();
  for (const piece of bytesOf(text)) {
    hash.update(piece);
    yield;
  }
  return `sha256:${Array.from(hash.digest(), byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A file that is open. */
export interface OpenText {
  readonly text: string;
}

const stamps = new WeakMap<OpenText, string>();

/** The stamp of a file that is open, made once. */
export function* stampingOpen(file: OpenText): Sliced<string> {
  const stamp = stamps.get(file) ?? (yield* stamping(file.text));
  stamps.set(file, stamp);
  return stamp;
}

/**
 * The hidden sheet with what was sent and the version that it was made from.
 * @param text of the framework's file
 * @param base the version as it travels
 * @returns the sheet, and the stamp of the text
 */
export function* metaSheet(
  name: string,
  sent: Sent,
  text: string,
  base: string,
): Sliced<{ sheet: BookSheet; stamp: string }> {
  const sentText = JSON.stringify(sent);
  yield;
  const stamp = yield* stamping(text);
  const lines: string[][] = [
    [MARKER, 'This sheet lets the workbook be understood when it comes back. Please leave it as it is.'],
    ['format', String(FORMAT)],
    ['stamp', stamp],
    ['sent-check', yield* stamping(sentText)],
    ['base-check', base === text ? stamp : yield* stamping(base)],
    ...(yield* chunks('sent', sentText)),
    ...(yield* chunks('base', base)),
  ];
  const sheet: BookSheet = {
    name,
    state: 'veryHidden',
    columns: [{ width: 20 }, { width: 20 }, { width: 60 }],
    rows: lines.map(line => ({ height: 15, cells: line.map(text => ({ text, style: 'meta' as const })) })),
    print: { orientation: 'portrait', repeatRows: 0 },
  };
  return { sheet, stamp };
}

function* chunks(key: string, text: string): Sliced<string[][]> {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: 6 }, chunk => void packed.push(chunk));
  // A letter in front, since a decoder would take a byte order mark for its own.
  for (const piece of bytesOf(`=${text}`)) {
    deflate.push(piece);
    yield;
  }
  deflate.push(new Uint8Array(0), true);
  const bytes = joined(packed);
  const lines: string[][] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    lines.push([key, String(lines.length + 1), base64nopad.encode(bytes.subarray(at, at + CHUNK_BYTES))]);
  return lines;
}

/** A text as bytes, piece by piece. */
function* bytesOf(text: string): Generator<Uint8Array> {
  for (let at = 0; at < text.length; ) {
    let end = at + PIECE;
    // Both halves of a character stay together.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end++;
    yield strToU8(text.slice(at, end));
    at = end;
  }
}

export interface Meta {
  readonly stamp?: string;
  readonly sent?: Sent;
  readonly base?: string;
  /** The stamp of the text that `base` is. */
  readonly baseStamp?: string;
  /** What of it is there but damaged: its sheet was found, but its text does not agree with its checksum. */
  readonly damaged: readonly ('sent' | 'base')[];
}

export function isMetaSheet(sheet: RawSheet): boolean {
  return sheet.rows[0]?.cells[0]?.text === MARKER;
}

/**
 * The version that was sent as it is packed in a workbook, for those who can unpack it elsewhere.
 * @param file that the workbook is for
 * @returns undefined where there is none, where that is damaged, and where it need not, or had better not, be unpacked so
 */
export function* packedBase(book: RawBook, file?: OpenText): Sliced<Uint8Array | undefined> {
  const lines = linesOf(book) ?? [];
  if (yield* isStillSent(file, stampIn(lines, book))) return undefined;
  const packed = yield* packedIn(lines, 'base');
  return packed && packed.length > LITTLE ? packed : undefined;
}

/**
 * Reads what the workbook says about itself.
 * @param file that it is for: if it still is what was sent, by the stamp, nothing else is unpacked
 * @param unpacked what {@link packedBase} gave, unpacked
 * @throws WorkbookError `newer-version` if a later version of this product made it
 */
export function* readingMeta(book: RawBook, file?: OpenText, unpacked?: Uint8Array): Sliced<Meta> {
  const lines = linesOf(book);
  const stamp = stampIn(lines ?? [], book);
  if (!lines) return { ...(stamp !== undefined && { stamp }), damaged: [] };
  const value = (key: string) => valueIn(lines, key);
  const format = value('format');
  if (format !== undefined && /^\d+$/.test(format) && Number(format) > FORMAT)
    throw new WorkbookError(
      'newer-version',
      'This workbook was made by a newer version of Framework Workbench: update this one, then import it again.',
    );
  const damaged: ('sent' | 'base')[] = [];
  const unpack = function* (
    key: 'sent' | 'base',
    check: string | undefined,
    known?: Uint8Array,
  ): Sliced<string | undefined> {
    const bytes = known ?? (yield* unpackedIn(lines, key));
    const text = bytes && strFromU8(bytes).slice(1);
    yield;
    if (text !== undefined && (yield* stamping(text)) === check) return text;
    damaged.push(key);
    return undefined;
  };
  const isSent = yield* isStillSent(file, stamp);
  // Workbooks of the first format hold the very text that the stamp is of.
  const baseStamp = isSent ? stamp : (value('base-check') ?? stamp);
  const base = isSent ? file?.text : yield* unpack('base', baseStamp, unpacked);
  const sentText = yield* unpack('sent', value('sent-check'));
  const sent = sentText === undefined ? undefined : parseSent(sentText);
  return {
    ...(stamp !== undefined && { stamp }),
    ...(base !== undefined && { base, ...(baseStamp !== undefined && { baseStamp }) }),
    ...(sent && { sent }),
    damaged,
  };
}

/** The lines of the hidden sheet; undefined: there is none. */
function linesOf(book: RawBook): string[][] | undefined {
  return book.sheets.find(isMetaSheet)?.rows.map(row => {
    const texts: string[] = [];
    for (const cell of row.cells) if (cell.column <= 3) texts[cell.column - 1] = cell.text;
    return texts;
  });
}

function valueIn(lines: readonly string[][], key: string): string | undefined {
  return lines.find(line => line[0] === key)?.[1];
}

function stampIn(lines: readonly string[][], book: RawBook): string | undefined {
  return valueIn(lines, 'stamp') ?? book.custom.get(STAMP_PROPERTY);
}

function* isStillSent(file: OpenText | undefined, stamp: string | undefined): Sliced<boolean> {
  return file !== undefined && stamp !== undefined && (yield* stampingOpen(file)) === stamp;
}

/** What is packed in the lines of a key; undefined: there are none, or they are damaged. */
function* packedIn(lines: readonly string[][], key: string): Sliced<Uint8Array | undefined> {
  const own = lines.filter(line => line[0] === key).sort((a, b) => Number(a[1]) - Number(b[1]));
  if (own.length === 0) return undefined;
  const packed: Uint8Array[] = [];
  try {
    for (const [, , part = ''] of own) {
      packed.push(base64nopad.decode(part));
      yield;
    }
  } catch {
    return undefined;
  }
  return joined(packed);
}

function* unpackedIn(lines: readonly string[][], key: string): Sliced<Uint8Array | undefined> {
  const packed = yield* packedIn(lines, key);
  return packed && (yield* inflateWithin(packed, LARGEST_TEXT));
}

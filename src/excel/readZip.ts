import { inflateSync } from 'fflate';
import { WorkbookError } from '../core/sheet/workbookError.ts';
import { inflatingAside, pieces } from './inflateAside.ts';
import type { Limits } from './limits.ts';
import { tooMany } from './tooLarge.ts';

/** A part no larger than this, packed and unpacked, is unpacked sooner than the platform's own unpacker has started. */
const SMALL = { packed: 64 * 1024, size: 2 ** 20 } as const;

/**
 * The parts of a zip file, by its directory. Nothing is unpacked but what is asked for, and never more than the
 * limits allow, whatever the directory says.
 */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;
  readonly #onStep: () => Promise<void>;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;
  #elements = 0;

  /**
   * @param onStep waited for between two pieces of a part
   * @throws WorkbookError `truncated`, `damaged`, `too-large` or `password-protected`
   */
  constructor(bytes: Uint8Array, limits: Limits, onStep: () => Promise<void>) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#onStep = onStep;
    for (const entry of directory(bytes, limits)) this.#entries.set(keyOf(entry.name), entry);
  }

  /** The names of the parts, as the file has them. */
  names(): string[] {
    return [...this.#entries.values()].map(entry => entry.name);
  }

  /** @param name whatever its case, with slashes of either kind */
  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** @throws WorkbookError `too-large` if more elements were read than there may be */
  countElements(count = 1): void {
    this.#elements += count;
    if (this.#elements > this.#limits.elements) throw tooMany('cells, formats and other things');
  }

  /**
   * Unpacks a part in slices: a large one by the platform, on another thread.
   * @returns its bytes, in order; what was given is known to be whole only when all was
   * @throws WorkbookError `damaged` if the part is missing, cut or altered, `too-large` beyond a limit
   */
  async *unpacking(name: string): AsyncGenerator<Uint8Array, void> {
    const part = this.#open(name);
    for await (const chunk of part.chunks) {
      yield part.take(chunk);
      await this.#onStep();
    }
    part.end();
  }

  #open(name: string) {
    const entry = this.#entries.get(keyOf(name));
    if (!entry) throw damaged(`its part ${name} is missing`);
    if (entry.encrypted) throw passwordProtected();
    if (entry.method !== STORED && entry.method !== DEFLATED)
      throw damaged(`its part ${name} is packed in a way that is not used for workbooks`);
    const start = dataStart(this.#bytes, entry);
    const data = this.#bytes.subarray(start, start + entry.packed);
    if (data.length < entry.packed) throw truncated();
    let length = 0;
    let checksum = 0xffffffff;
    return {
      chunks: entry.method === DEFLATED ? inflated(data, entry) : pieces(data),
      /** Counts what was unpacked. */
      take: (chunk: Uint8Array): Uint8Array => {
        length += chunk.length;
        this.#unpacked += chunk.length;
        if (length > this.#limits.part || this.#unpacked > this.#limits.total)
          throw new WorkbookError(
            'too-large',
            `The workbook is too large: its part ${name} unpacks to more than ${megabytes(length > this.#limits.part ? this.#limits.part : this.#limits.total)} MB. Import the areas in workbooks of their own.`,
          );
        checksum = crc32(checksum, chunk);
        return chunk;
      },
      /** Holds what was unpacked against what the directory says. */
      end: () => {
        if (length !== entry.size || (checksum ^ 0xffffffff) >>> 0 !== entry.checksum)
          throw damaged(`its part ${name} is not as it was saved`);
      },
    };
  }
}

function inflated(data: Uint8Array, entry: Entry): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const isSmall = entry.packed <= SMALL.packed && entry.size <= SMALL.size;
  return isSmall ? inflatedAtOnce(data, entry) : inflatedAside(data, entry);
}

/** No more is kept than there should be: if there is more, the checksum tells. */
function* inflatedAtOnce(data: Uint8Array, { name, size }: Entry): Generator<Uint8Array, void> {
  try {
    yield inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw cannotBeUnpacked(name);
  }
}

function cannotBeUnpacked(name: string): WorkbookError {
  return damaged(`its part ${name} cannot be unpacked`);
}

async function* inflatedAside(data: Uint8Array, { name }: Entry): AsyncGenerator<Uint8Array, void> {
  try {
    yield* inflatingAside(data);
  } catch {
    throw cannotBeUnpacked(name);
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const STORED = 0;
const DEFLATED = 8;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

export function damaged(what: string): WorkbookError {
  return new WorkbookError(
    'damaged',
    `The workbook is damaged: ${what}. Open it in a spreadsheet program, save it again and import that.`,
  );
}

export function passwordProtected(): WorkbookError {
  return new WorkbookError(
    'password-protected',
    'The workbook is protected by a password: save it without one, then import it again.',
  );
}

function truncated(): WorkbookError {
  return new WorkbookError(
    'truncated',
    'The workbook is cut off: it was not saved, copied or downloaded to its end. Get it once more.',
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function directory(bytes: Uint8Array, limits: Limits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const size = view.getUint32(end + 12, true);
  const count = view.getUint16(end + 10, true);
  const stated = view.getUint32(end + 16, true);
  // Files this small never need the 64-bit form of the directory, only some writers use it all the same.
  const start = stated === 0xffffffff ? long(view, longEnd(view, end) + 48) : stated;
  const entries: Entry[] = [];
  // What stands before the zip shifts everything in it.
  const shift = stated === 0xffffffff ? 0 : Math.max(0, end - size - start);
  let at = start + shift;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    if (entries.length >= limits.parts)
      throw new WorkbookError(
        'too-large',
        `The workbook has more than ${limits.parts} parts, which no honest one has.`,
      );
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const wide = wideFields(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: Array.from(name, byte => String.fromCharCode(byte)).join(''),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...wide,
      offset: wide.offset + shift,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  if (entries.length < count && count !== 0xffff) throw truncated();
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw truncated();
}

function longEnd(view: DataView, end: number): number {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw truncated();
  const at = long(view, locator + 8);
  if (at + 56 > view.byteLength) throw truncated();
  return at;
}

function long(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw truncated();
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Sizes and place of an entry; those that do not fit stand in an extra field. */
function wideFields(view: DataView, entry: number, extra: number, extraLength: number) {
  const fields = {
    size: view.getUint32(entry + 24, true),
    packed: view.getUint32(entry + 20, true),
    offset: view.getUint32(entry + 42, true),
  };
  const last = Math.min(extra + extraLength, view.byteLength);
  for (let at = extra; at + 4 <= last; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (fields[key] !== 0xffffffff) continue;
      fields[key] = long(view, field);
      field += 8;
    }
  }
  return fields;
}

function dataStart(bytes: Uint8Array, entry: Entry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE)
    throw truncated();
  return (
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  );
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(checksum: number, bytes: Uint8Array): number {
  let value = checksum;
  for (let at = 0; at < bytes.length; at++) value = CRC_TABLE[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return value;
}

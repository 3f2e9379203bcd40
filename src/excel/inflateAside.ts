import { joined } from '../core/sheet/inflate.ts';
import { LIMITS } from './limits.ts';

/** What is handed over at once. Some platforms unpack that as a whole, up to 1,032 times as long, before anybody can end it. */
const PIECE = 16 * 1024;

/** Data in pieces, in order. */
export function* pieces(data: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
}

/**
 * Inflates raw deflate data by the platform, on another thread. What is not asked for any more is not unpacked.
 * @returns the data, in order
 * @throws whatever the platform throws on damaged data
 */
export async function* inflatingAside(data: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const left = pieces(data);
  const packed = new ReadableStream<Uint8Array>({
    pull(stream) {
      const next = left.next();
      if (next.done) stream.close();
      else stream.enqueue(next.value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Inflates what is packed within a cell or several of a workbook.
 * @param onStep waited for between two pieces of the work; what it throws ends the work
 * @param most how many bytes there may be: as many as a workbook may hold, if not given
 * @returns the data, or `undefined` if it is damaged or larger
 */
export async function inflateAside(
  packed: Uint8Array,
  onStep: () => Promise<void>,
  most = LIMITS.total,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflating = inflatingAside(packed);
  try {
    while (length <= most) {
      const step = await inflating.next().catch(() => undefined);
      if (step === undefined) return undefined;
      if (step.done) return joined(chunks);
      chunks.push(step.value);
      length += step.value.length;
      await onStep();
    }
    return undefined;
  } finally {
    await inflating.return();
  }
}

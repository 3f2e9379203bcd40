import { Inflate } from 'fflate';

/** Deflate makes text at most 1,032 times smaller, so that one step gives at most 16 MB. */
const STEP = 16 * 1024;

/**
 * Inflates raw deflate data step by step, so that what unpacks to far more than it seems can be given up early.
 * @param onChunk gets the data in order; what it throws ends the work
 * @throws whatever fflate throws on damaged data
 */
export function inflateInSteps(packed: Uint8Array, onChunk: (chunk: Uint8Array) => void): void {
  const inflate = new Inflate(chunk => {
    if (chunk.length > 0) onChunk(chunk);
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP)
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
}

/** @returns the data, or `undefined` if it is damaged or larger than `limit` bytes */
export function inflateWithin(packed: Uint8Array, limit: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    inflateInSteps(packed, chunk => {
      length += chunk.length;
      if (length > limit) throw new RangeError('too large');
      chunks.push(chunk);
    });
  } catch {
    return undefined;
  }
  return joined(chunks);
}

/** Bytes that came in pieces, as a whole. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

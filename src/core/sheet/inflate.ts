import { Inflate } from 'fflate';
import type { Sliced } from '../slices.ts';

/** Deflate makes text at most 1,032 times smaller, so that one step gives at most 16 MB. */
const STEP = 16 * 1024;

/**
 * Inflates raw deflate data step by step, so that what unpacks to far more than it seems can be given up early.
 * @returns the data, in order
 * @throws whatever fflate throws on damaged data
 */
export function* inflating(packed: Uint8Array): Generator<Uint8Array, void> {
  let found: Uint8Array[] = [];
  const inflate = new Inflate(chunk => void found.push(chunk));
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    for (const chunk of found) if (chunk.length > 0) yield chunk;
    found = [];
  }
}

/** @returns the data, or `undefined` if it is damaged or larger than `limit` bytes */
export function* inflateWithin(packed: Uint8Array, limit: number): Sliced<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (const chunk of inflating(packed)) {
      length += chunk.length;
      if (length > limit) return undefined;
      chunks.push(chunk);
      yield;
    }
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

import type { Loaded } from '../../core/index.ts';
import type { Review } from '../../core/reviewing.ts';
import { type Breather, inSlices } from '../breather.ts';
import type { Services } from '../services.ts';

/**
 * Reads a workbook and understands it, in slices; what is large in it is unpacked on another thread.
 * @param into the framework that it is for: tells levels apart where it has lost what was sent
 * @param name of the file, by which some are told that are no workbooks
 * @throws WorkbookError if it cannot be read, CancellationError if the person has had enough
 */
export async function readBook(
  { platform }: Services,
  bytes: Uint8Array,
  breathe: Breather,
  { into, name }: { readonly into?: Loaded | undefined; readonly name?: string } = {},
): Promise<Review> {
  const { packedBase, readingReview } = await platform.loadReviewing();
  const { inflateAside, readWorkbook } = await platform.loadExcel();
  const onStep = () => breathe.ifDue();
  const book = await readWorkbook(bytes, { onStep, ...(name !== undefined && { name }) });
  const file = into?.document;
  const packed = await inSlices(packedBase(book, file), breathe);
  const unpacked = packed && (await inflateAside(packed, onStep));
  return inSlices(readingReview(book, { framework: into?.framework, file, unpacked }), breathe);
}

import { sameMeaning } from '../model/equal.ts';
import { type Loaded, loadingFramework } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { parsingYamlLike } from '../yaml/document.ts';

/**
 * The text of a loaded framework with edits in it, read back before it is written.
 * @param framework what it is to mean
 * @returns undefined if it means something else, or has errors: a fault of the program
 */
export function readBack(
  loaded: Loaded,
  edits: readonly TextEdit[],
  framework: Framework,
): string | undefined {
  return atOnce(readingBack(loaded, edits, framework));
}

/** The same in slices. */
export function* readingBack(
  { document }: Loaded,
  edits: readonly TextEdit[],
  framework: Framework,
): Sliced<string | undefined> {
  const text = applyEdits(document.text, edits);
  yield;
  const after = yield* loadingFramework(yield* parsingYamlLike(text, document));
  yield;
  return after.whole && sameMeaning(after.framework, framework) ? text : undefined;
}

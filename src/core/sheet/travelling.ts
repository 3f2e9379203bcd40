import { hasPrivate, withoutPrivate } from '../model/private.ts';
import type { Framework } from '../model/types.ts';
import type { Sliced } from '../slices.ts';
import { writingAnew } from '../write/anew.ts';
import { PLAIN_LAYOUT } from '../write/layout.ts';

/** YAML knows a comment by the blank, or the beginning of the line, in front of it. */
const MAY_BE_COMMENT = /(?:^|[\s\uFEFF])#/;

/**
 * The version that was sent, as it goes with a workbook: everything that an import compares with, without what
 * is for the maintainers only, which are notes, `x-` keys and comments.
 * @param text of the framework's file
 * @returns that very text if there is nothing of the kind in it, else the framework written anew
 */
export function* travellingBase(framework: Framework, text: string): Sliced<string> {
  if (!hasPrivate(framework) && !MAY_BE_COMMENT.test(text)) return text;
  return yield* writingAnew(withoutPrivate(framework), PLAIN_LAYOUT);
}

import type { Framework } from '../model/types.ts';
import { applyChanges } from './applyChanges.ts';
import type { Change, SetField } from './change.ts';
import { diffIds } from './diffIds.ts';
import { diffLists } from './diffLists.ts';
import { diffWords } from './diffWords.ts';
import { withoutSharedRows } from './sharedRows.ts';

/**
 * What leads from a to b, node by node by id; former ids are followed. Applying the changes from first to last
 * to a gives what b means: first new ids, then what is new or stands elsewhere (parents before children), then
 * words, then what is gone (children before parents).
 * @param ids the changes of ids, if more is known than former ids tell
 */
export function diff(a: Framework, b: Framework, ids?: readonly SetField[]): Change[] {
  const lighter = withoutSharedRows([a, b]);
  const [lightA, lightB] = lighter?.versions ?? [];
  // An id that changed may be referred to anywhere.
  if (lightA && lightB && (ids ?? diffIds(lightA, lightB)).length === 0) return diffIn(lightA, lightB, []);
  return diffIn(a, b, ids ?? diffIds(a, b));
}

function diffIn(a: Framework, b: Framework, ids: readonly SetField[]): Change[] {
  const renamed = ids.length > 0 ? applyChanges(a, ids).framework : a;
  const lists = diffLists(renamed, b);
  return [...ids, ...lists.placed, ...diffWords(renamed, b), ...lists.removed];
}

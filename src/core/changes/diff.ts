import type { Framework } from '../model/types.ts';
import { applyChanges } from './applyChanges.ts';
import type { Change, SetField } from './change.ts';
import { diffIds } from './diffIds.ts';
import { diffLists } from './diffLists.ts';
import { diffWords } from './diffWords.ts';

/**
 * What leads from a to b, node by node by id; former ids are followed. Applying the changes from first to last
 * to a gives what b means: first new ids, then what is new or stands elsewhere (parents before children), then
 * words, then what is gone (children before parents).
 * @param ids the changes of ids, if more is known than former ids tell
 */
export function diff(a: Framework, b: Framework, ids: readonly SetField[] = diffIds(a, b)): Change[] {
  const renamed = ids.length > 0 ? applyChanges(a, ids).framework : a;
  const lists = diffLists(renamed, b);
  return [...ids, ...lists.placed, ...diffWords(renamed, b), ...lists.removed];
}

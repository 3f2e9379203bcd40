import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { applying } from './applyChanges.ts';
import type { Change, ListedKind, SetField } from './change.ts';
import { diffIds } from './diffIds.ts';
import { diffLists } from './diffLists.ts';
import { diffWords } from './diffWords.ts';
import { ListPairs } from './listPairs.ts';
import { withoutSharedRows } from './sharedRows.ts';

/**
 * What leads from a to b, node by node by id; former ids are followed. Applying the changes from first to last
 * to a gives what b means: first new ids, then what is new or stands elsewhere (parents before children), then
 * words, then what is gone (children before parents).
 * @param ids the changes of ids, if more is known than former ids tell
 */
export function diff(a: Framework, b: Framework, ids?: readonly SetField[]): Change[] {
  return atOnce(diffing(a, b, ids));
}

/** The same in slices. */
export function* diffing(a: Framework, b: Framework, ids?: readonly SetField[]): Sliced<Change[]> {
  const lighter = withoutSharedRows([a, b]);
  yield;
  const [lightA, lightB] = lighter?.versions ?? [];
  // An id that changed may be referred to anywhere.
  if (lightA && lightB && (ids ?? diffIds(lightA, lightB)).length === 0)
    return yield* diffIn(lightA, lightB, []);
  return yield* diffIn(a, b, ids ?? diffIds(a, b));
}

function* diffIn(a: Framework, b: Framework, ids: readonly SetField[]): Sliced<Change[]> {
  const renamed = ids.length > 0 ? (yield* applying(a, ids)).framework : a;
  if (renamed === b) return [...ids];
  yield;
  const pairs = (kind: ListedKind) => new ListPairs(renamed, b, kind);
  const lists = {
    level: pairs('level'),
    sectionKind: pairs('sectionKind'),
    area: pairs('area'),
    section: pairs('section'),
    topic: pairs('topic'),
    row: pairs('row'),
  };
  yield;
  const { placed, removed } = yield* diffLists(renamed, lists);
  const words = yield* diffWords(renamed, b, lists);
  return [...ids, ...placed, ...words, ...removed];
}

import { applying } from '../changes/applyChanges.ts';
import type { Change, Refusal } from '../changes/change.ts';
import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Renames } from './originals.ts';
import type { Kind } from './values.ts';
import { makingEdits } from './writer.ts';

export interface AppliedToText {
  /** In text order, without overlap; nothing but the touched nodes changes. */
  readonly edits: readonly TextEdit[];
  /** What the text means after the edits. */
  readonly framework: Framework;
  readonly refused: readonly Refusal[];
}

/**
 * Writes changes into the YAML of a loaded framework.
 * @param changes applied from first to last; those that cannot be applied are refused with a reason
 */
export function applyToText(loaded: Loaded, changes: readonly Change[]): AppliedToText {
  return atOnce(applyingToText(loaded, changes));
}

/** The same in slices; the text must stay what it is until they are done. */
export function* applyingToText(loaded: Loaded, changes: readonly Change[]): Sliced<AppliedToText> {
  const { framework, refused } = yield* applying(loaded.framework, changes);
  const failed = new Set(refused.map(({ change }) => change));
  const renames = renamesIn(changes.filter(change => !failed.has(change)));
  return { edits: yield* makingEdits(loaded, framework, renames), framework, refused };
}

const LIST = {
  level: 'levels',
  sectionKind: 'sectionKinds',
  area: 'areas',
  topic: 'topics',
  row: 'rows',
} as const;

/** The ids that nodes had before changes, by those they have after them. */
export function renamesIn(changes: readonly Change[]): Renames {
  const renames = new Map<Kind, Map<string, string>>();
  for (const change of changes) {
    if (change.op !== 'set' || !('field' in change) || change.field !== 'id') continue;
    const list = LIST[change.what as keyof typeof LIST];
    if (list === undefined) continue;
    const known = renames.get(list) ?? new Map<string, string>();
    renames.set(list, known);
    const first = known.get(change.id) ?? change.id;
    known.delete(change.id);
    known.set(String(change.after), first);
  }
  return renames;
}

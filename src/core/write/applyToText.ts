import { applyChanges } from '../changes/applyChanges.ts';
import type { Change, Refusal } from '../changes/change.ts';
import type { Loaded } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import type { TextEdit } from '../text/edit.ts';
import { editsTo } from './writer.ts';

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
  const { framework, refused } = applyChanges(loaded.framework, changes);
  return { edits: editsTo(loaded, framework), framework, refused };
}

import { type Returned, stampOf, stampToFind } from '../core/reviewing.ts';
import { findInHistory } from './git.ts';
import { siblingTexts } from './siblings.ts';

/**
 * Looks for the version that was sent where the workbooks have lost it but still bear its stamp: among the other
 * framework files of the folder, then in the history of the file.
 * @param into the framework file
 * @returns its text, if it is needed and found
 */
export async function sentVersion(into: string, returned: readonly Returned[]): Promise<string | undefined> {
  const stamp = stampToFind(returned);
  if (stamp === undefined) return undefined;
  const beside = (await siblingTexts({ kind: 'file', name: into })).find(text => stampOf(text) === stamp);
  if (beside !== undefined) return beside;
  const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const found = await findInHistory(into, bytes => stampOf(textOf(bytes)) === stamp);
  return found && textOf(found);
}

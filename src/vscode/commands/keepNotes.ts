import * as vscode from 'vscode';
import { addNotes, type Framework, indexFramework, type ReviewNote } from '../../core/index.ts';
import { nameOf, textBeside } from '../besideFiles.ts';
import { notesUri } from '../reviewNotes.ts';

/** The ids of the notes that are not kept beside a framework file yet. */
export async function newNotes(uri: vscode.Uri, notes: readonly ReviewNote[]): Promise<Set<string>> {
  if (notes.length === 0) return new Set();
  const added = addNotes(await textBeside(notesUri(uri)), notes, nameOf(notesUri(uri)))?.added ?? [];
  return new Set(added.map(({ id }) => id));
}

/**
 * Keeps notes beside a framework file, those that are not there yet.
 * @throws BesideError if what is there cannot be read or added to
 */
export async function keepNotes(uri: vscode.Uri, notes: readonly ReviewNote[]): Promise<void> {
  if (notes.length === 0) return;
  const after = addNotes(await textBeside(notesUri(uri)), notes, nameOf(notesUri(uri)));
  if (!after) return;
  await vscode.workspace.fs.writeFile(notesUri(uri), new TextEncoder().encode(after.text));
  const many = after.added.length === 1 ? '1 note is' : `${after.added.length} notes are`;
  void vscode.window.showInformationMessage(`${many} kept in ${nameOf(notesUri(uri))}.`);
}

/** What a note is about, for people. */
export function aboutOf(framework: Framework, { row, level, area }: ReviewNote): string | undefined {
  const index = indexFramework(framework);
  const at = row === undefined ? undefined : index.row(row);
  const where = at
    ? [at.area.title ?? at.area.id, at.topic.title, `row ${at.row.id}`].filter(Boolean).join(' › ')
    : area === undefined
      ? undefined
      : (index.area(area)?.area.title ?? area);
  const title = level === undefined ? undefined : (index.level(level)?.title ?? level);
  return [where, title].filter(Boolean).join(', ') || undefined;
}

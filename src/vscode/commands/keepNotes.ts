import * as vscode from 'vscode';
import { addNotes, type Framework, indexFramework, type ReviewNote } from '../../core/index.ts';
import { notesUri } from '../reviewNotes.ts';

/** The ids of the notes that are not kept beside a framework file yet. */
export async function newNotes(uri: vscode.Uri, notes: readonly ReviewNote[]): Promise<Set<string>> {
  if (notes.length === 0) return new Set();
  const added = addNotes(await textBeside(uri), notes, nameBeside(uri))?.added ?? [];
  return new Set(added.map(({ id }) => id));
}

/**
 * Keeps notes beside a framework file, those that are not there yet.
 * @throws BesideError if what is there cannot be read or added to
 */
export async function keepNotes(uri: vscode.Uri, notes: readonly ReviewNote[]): Promise<void> {
  if (notes.length === 0) return;
  const after = addNotes(await textBeside(uri), notes, nameBeside(uri));
  if (!after) return;
  await vscode.workspace.fs.writeFile(notesUri(uri), new TextEncoder().encode(after.text));
  const many = after.added.length === 1 ? '1 note is' : `${after.added.length} notes are`;
  void vscode.window.showInformationMessage(`${many} kept in ${nameBeside(uri)}.`);
}

/** The notes as they can be kept: one on a row that was not accepted is about its area. */
export function notesIn(framework: Framework, notes: readonly ReviewNote[]): ReviewNote[] {
  const index = indexFramework(framework);
  return notes.map(note => {
    if (note.row === undefined || index.row(note.row)) return note;
    const { row: _, topic: __, level: ___, ...rest } = note;
    return rest;
  });
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

function nameBeside(uri: vscode.Uri): string {
  return notesUri(uri).path.replace(/^.*\//, '');
}

async function textBeside(uri: vscode.Uri): Promise<string | undefined> {
  const beside = notesUri(uri);
  const open = vscode.workspace.textDocuments.find(
    one => one.isDirty && one.uri.toString() === beside.toString(),
  );
  if (open) throw new Error(`${nameBeside(uri)} has changes that are not saved. Save it first.`);
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(beside));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

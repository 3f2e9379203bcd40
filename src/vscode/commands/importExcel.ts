import * as vscode from 'vscode';
import {
  applyEdits,
  applyToText,
  type Change,
  type ChangesInput,
  type Framework,
  type Loaded,
  loadFramework,
  parseYaml,
  publishedRows,
  sameMeaning,
} from '../../core/index.ts';
import type { ImportPlan } from '../../core/reviewing.ts';
import { type Breather, breatherFor, inSlices, withStages } from '../breather.ts';
import { type ChosenAnswers, showChanges } from '../changesView/panel.ts';
import { frameworkFor } from '../chooseFramework.ts';
import { workspaceEditOf } from '../convert.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { onSteadyText } from '../steadyText.ts';
import { isWhole } from './failure.ts';
import { aboutOf, keepNotes, newNotes, notesIn } from './keepNotes.ts';
import { offerNextVersion } from './published.ts';
import { askReturned, readReturnedFiles } from './returnedFiles.ts';
import { sentVersion } from './sentVersion.ts';

/**
 * `Framework: Import from Excel…`: shows what returned workbooks would change, and applies what is accepted.
 * @param workbooks the files; asked for if absent
 */
export async function importExcel(services: Services, into: unknown, workbooks: unknown): Promise<void> {
  const uri = await frameworkFor(into, 'Import into which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isWhole(services.documents.loaded(document), document)) return;
  const files = Array.isArray(workbooks)
    ? (workbooks as vscode.Uri[])
    : await askReturned(uri, 'Import from Excel', 'Show Changes');
  if (!files?.length) return;

  const loaded = services.documents.loaded(document);
  const returned = await readReturnedFiles(services, files, loaded);
  const published = publishedRows(loaded.framework.details.id, await siblingFrameworks(uri));
  const version = await sentVersion(services, uri, returned);
  const { acceptedChanges, importingReviews, layingOutChanges } = await services.platform.loadReviewing();
  // The text may change, and its document close, while the list is open: each plan is made from what is there.
  const planned = async (answers: ChosenAnswers, breathe: Breather): Promise<Planned> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const options = {
      answers,
      ...(published && { published }),
      ...(version !== undefined && { versions: [version] }),
    };
    const planning = function* () {
      const loaded = services.documents.loaded(document);
      return { document, loaded, plan: yield* importingReviews(loaded, returned, options) };
    };
    return onSteadyText(document, planning, breathe);
  };
  const names = returned.map(each => each.name).join(', ');
  const viewed = async (now: Planned, breathe: Breather) => {
    const fresh = await newNotes(uri, now.plan.notes);
    return inSlices(layingOutChanges(viewOf(now, names, fresh)), breathe);
  };
  const first = await withStages('Import from Excel', async breathe => {
    await breathe.stage('comparing');
    const now = await planned(new Map(), breathe);
    return isEmpty(now.plan) ? undefined : viewed(now, breathe);
  });
  if (!first) {
    void vscode.window.showInformationMessage(`Nothing in ${names} differs from what was sent.`);
    return;
  }
  const unhurried = breatherFor(new vscode.CancellationTokenSource().token);
  const accepted = await showChanges(services, first, {
    texts: { from: uri },
    answered: async answers => viewed(await planned(answers, unhurried), unhurried),
  });
  if (!accepted) return;
  const now = await planned(accepted.answers, unhurried);
  if (!isWhole(now.loaded, now.document) || (await offerNextVersion(now.loaded, now.document))) return;
  const changes = acceptedChanges(now.plan.changes, accepted.accepted);
  const framework = await apply(services, now.document, now.loaded, changes, accepted.accepted.length);
  await keepNotes(uri, notesIn(framework, now.plan.notes));
  await vscode.window.showTextDocument(now.document);
}

/** A plan, and what it was made from: the places in that hold until the next `await`. */
interface Planned {
  readonly document: vscode.TextDocument;
  readonly loaded: Loaded;
  readonly plan: ImportPlan;
}

async function apply(
  services: Services,
  document: vscode.TextDocument,
  loaded: Loaded,
  changes: readonly Change[],
  wanted: number,
): Promise<Framework> {
  if (wanted === 0) return loaded.framework;
  const { edits, refused, framework } = applyToText(loaded, changes);
  const after = loadFramework(parseYaml(applyEdits(loaded.document.text, edits)));
  if (!after.whole || !sameMeaning(after.framework, framework))
    throw new Error('The changes could not be written into this text as they are meant.');
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(workspaceEditOf(document, edits))))
    throw new Error('The file could not be edited. Is it read-only?');
  for (const { reason } of refused) services.log.warn(`Refused: ${reason}`);
  const done = changes.length - refused.length;
  const message = `${count(done, 'change')} applied. Undo takes ${done === 1 ? 'it' : 'all of them'} back.`;
  if (done === wanted) void vscode.window.showInformationMessage(message);
  else {
    const reason = refused[0]?.reason ?? 'the text has changed since the list was made';
    const left = `${count(wanted - done, 'change')} could not be: ${reason}.`;
    void vscode.window.showWarningMessage(`${message} ${left}`);
  }
  return framework;
}

function viewOf(
  { plan, loaded, document }: Planned,
  names: string,
  fresh: ReadonlySet<string>,
): ChangesInput {
  const file = vscode.workspace.asRelativePath(document.uri);
  return {
    mode: 'preview',
    title: `Import into ${file.replace(/^.*\//, '')}`,
    from: { name: file, framework: loaded.framework },
    to: { name: names, framework: plan.framework },
    changes: plan.changes,
    ...(plan.who && { who: plan.who }),
    conflicts: plan.conflicts,
    questions: plan.questions,
    problems: plan.problems.filter(({ code }) => code !== 'comment'),
    notes: plan.notes.map(note => {
      const about = aboutOf(plan.framework, note);
      return { ...note, ...(about !== undefined && { about }), isNew: fresh.has(note.id) };
    }),
  };
}

function isEmpty(plan: ImportPlan): boolean {
  return [plan.changes, plan.conflicts, plan.questions, plan.problems, plan.notes].every(
    list => list.length === 0,
  );
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

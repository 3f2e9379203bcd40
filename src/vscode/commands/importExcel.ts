import * as vscode from 'vscode';
import { type ChangesInput, type Loaded, notesIn, publishedRows } from '../../core/index.ts';
import type { ImportPlan } from '../../core/reviewing.ts';
import { type Breather, breatherFor, inSlices, withStages } from '../breather.ts';
import { type ChosenAnswers, showChanges } from '../changesView/panel.ts';
import { frameworkFor } from '../chooseFramework.ts';
import { keepingLast } from '../lastPlan.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { onSteadyText } from '../steadyText.ts';
import { edit, tellApplied, writingChanges } from './applyImport.ts';
import { isWhole } from './failure.ts';
import { aboutOf, keepNotes, newNotes } from './keepNotes.ts';
import { offerNextVersion } from './published.ts';
import { askReturned, readReturnedFiles, roundFiles } from './returnedFiles.ts';
import { sentVersion } from './sentVersion.ts';

/**
 * `Framework: Import from Excel…`: shows what returned workbooks would change, and applies what is accepted.
 * @param into the framework, or what came back
 * @param workbooks what came back, or what is selected in the explorer; asked for if nothing did
 */
export async function importExcel(services: Services, into: unknown, workbooks: unknown): Promise<void> {
  const named = roundFiles(into, workbooks);
  const uri = await frameworkFor(named.into, 'Import into which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!isWhole(services.documents.loaded(document), document)) return;
  const files =
    named.files.length > 0 ? named.files : await askReturned(uri, 'Import from Excel', 'Show Changes');
  if (!files?.length) return;

  const loaded = services.documents.loaded(document);
  const returned = await readReturnedFiles(services, files, loaded);
  const published = publishedRows(loaded.framework.details.id, await siblingFrameworks(uri));
  const version = await sentVersion(services, uri, returned);
  const { acceptedChanges, importingReviews, layingOutChanges } = await services.platform.loadReviewing();
  const planning = keepingLast((loaded: Loaded, answers: ChosenAnswers) =>
    importingReviews(loaded, returned, {
      answers,
      ...(published && { published }),
      ...(version !== undefined && { versions: [version] }),
    }),
  );
  // The text may change, and its document close, while the list is open: a plan is made from what is there.
  const planned = async (answers: ChosenAnswers, breathe: Breather): Promise<Planned> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const work = function* () {
      const loaded = services.documents.loaded(document);
      return { document, loaded, plan: yield* planning(loaded, answers) };
    };
    return onSteadyText(document, work, breathe);
  };
  const names = returned
    .map(each => each.name)
    .sort((a, b) => (a < b ? -1 : 1))
    .join(', ');
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
  const chosen = await showChanges(services, first, {
    texts: { from: uri },
    answered: async answers => viewed(await planned(answers, unhurried), unhurried),
  });
  if (!chosen) return;
  const { accepted, answers } = chosen;
  const target = await vscode.workspace.openTextDocument(uri);
  const now = services.documents.loaded(target);
  if (!isWhole(now, target) || (await offerNextVersion(now, target))) return;
  const writing = function* () {
    const loaded = services.documents.loaded(target);
    const plan = yield* planning(loaded, answers);
    const changes = acceptedChanges(plan.changes, accepted);
    return { changes, notes: plan.notes, ...(yield* writingChanges(loaded, changes)) };
  };
  const done = await withStages('Import from Excel', async breathe => {
    await breathe.stage('writing');
    return onSteadyText(target, writing, breathe);
  });
  await edit(target, done.edits);
  tellApplied(services, done, accepted.length);
  await keepNotes(uri, notesIn(done.framework, done.notes));
  await vscode.window.showTextDocument(target);
}

/** A plan, and what it was made from: the places in that hold until the next `await`. */
interface Planned {
  readonly document: vscode.TextDocument;
  readonly loaded: Loaded;
  readonly plan: ImportPlan;
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

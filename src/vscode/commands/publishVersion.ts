import * as vscode from 'vscode';
import {
  findingOpenPlaces,
  type Loaded,
  loadFramework,
  parseYaml,
  publicationDay,
  publishedText,
  publishingEdits,
  reasonsFileOf,
  supersededOf,
} from '../../core/index.ts';
import { nameOf } from '../besideFiles.ts';
import { type Breather, inSlices, withStages } from '../breather.ts';
import { reasonsBeside } from '../changeReasons.ts';
import { frameworkFor } from '../chooseFramework.ts';
import { rangeOf, workspaceEditOf } from '../convert.ts';
import type { Services } from '../services.ts';
import { siblingFrameworks } from '../siblings.ts';
import { today } from '../today.ts';
import { isWhole } from './failure.ts';

const CHANGED = 'the text has changed meanwhile. Publish it again.';

/**
 * `Framework: Publish This Version…`: marks it as published, once nothing is open.
 * @param given the day; asked for if absent
 */
export async function publishVersion(services: Services, from: unknown, given: unknown): Promise<void> {
  const uri = await frameworkFor(from, 'Publish which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const loaded = services.documents.loaded(document);
  if (!isWhole(loaded, document)) return;
  const text = publishedText(loaded, typeof given === 'string' ? given : dayOf(loaded));
  const { open, unseen } = await withStages(
    `Looking at version ${loaded.framework.details.version}`,
    breathe => openIn(services, document, loaded, text, breathe),
  );
  const changed = () => services.documents.loaded(document) !== loaded;
  if (changed()) throw new Error(CHANGED);
  if (open.length > 0) return showOpen(document, loaded, open);
  const date = typeof given === 'string' ? given : await askDate(loaded, unseen);
  if (date === undefined) return;
  // The text may have changed while the day was asked for.
  if (changed()) throw new Error(CHANGED);
  const edits = publishingEdits(loaded, date);
  if (!(await vscode.workspace.applyEdit(workspaceEditOf(document, edits))))
    throw new Error(`${vscode.workspace.asRelativePath(uri)} could not be changed.`);
  await document.save();
  const { version } = loaded.framework.details;
  void vscode.window.showInformationMessage(
    `Version ${version} is published, on ${date}. From now on a changed word in it is an error; what is to change belongs to the next version.`,
  );
}

interface Open {
  readonly start: number;
  readonly message: string;
}

async function openIn(
  { documents, platform }: Services,
  document: vscode.TextDocument,
  loaded: Loaded,
  text: string,
  breathe: Breather,
): Promise<{ open: readonly Open[]; unseen: string | undefined }> {
  if (!loadFramework(parseYaml(text)).whole)
    throw new Error(
      'the published version did not come out right: this is a fault of the program, so please report it.',
    );
  const before = supersededOf(loaded.framework, await siblingFrameworks(document.uri));
  const { findingOpenMatters } = await platform.loadPublishing();
  const reasons = await reasonsBeside(document.uri);
  const name = reasonsFileOf(nameOf(document.uri));
  await breathe.stage('what changed');
  const matters = await inSlices(findingOpenMatters(loaded.framework, before, reasons, name), breathe);
  await breathe.stage('what is wrong');
  const places = findingOpenPlaces(loaded, text, documents.settings(document), matters);
  const { supersedes } = loaded.framework.details;
  return {
    open: await inSlices(places, breathe),
    unseen: before ? undefined : supersedes,
  };
}

/** Lists what is open; each leads to its place. */
async function showOpen(document: vscode.TextDocument, loaded: Loaded, open: readonly Open[]): Promise<void> {
  const { version } = loaded.framework.details;
  const items = open.map(({ start, message }) => ({
    label: `Line ${document.positionAt(start).line + 1}`,
    detail: message,
    start,
  }));
  const things = open.length === 1 ? '1 thing is' : `${open.length} things are`;
  const chosen = await vscode.window.showQuickPick(items, {
    title: `${things} open before version ${version} can be published`,
    placeHolder: 'Choose one to go there. Nothing was written.',
    matchOnDetail: true,
  });
  if (!chosen) return;
  const selection = rangeOf(document, chosen.start, chosen.start);
  await vscode.window.showTextDocument(document, { selection });
}

function dayOf({ framework }: Pick<Loaded, 'framework'>): string {
  return publicationDay(framework.details, today());
}

/** @param unseen the version before, where nobody could look at what changed since */
async function askDate(
  { framework }: Pick<Loaded, 'framework'>,
  unseen: string | undefined,
): Promise<string | undefined> {
  const { version } = framework.details;
  const remark =
    unseen === undefined
      ? ''
      : ` Version ${unseen} does not stand beside it, so nobody looked at what changed since.`;
  return vscode.window.showInputBox({
    title: `Publish Version ${version}`,
    prompt: `Nothing is open.${remark} The day of publication:`,
    value: dayOf({ framework }),
    validateInput: value => {
      const time = new Date(`${value}T00:00:00Z`);
      const isDay =
        /^\d{4}-\d\d-\d\d$/.test(value) &&
        !Number.isNaN(time.valueOf()) &&
        time.toISOString().startsWith(value);
      return isDay ? undefined : 'Write the day as year, month and day, such as 2026-01-31.';
    },
  });
}

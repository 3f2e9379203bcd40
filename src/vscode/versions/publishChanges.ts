import * as vscode from 'vscode';
import type { PublishedForm } from '../../core/publishing.ts';
import { tellWritten } from '../commands/replaceable.ts';
import type { Services } from '../services.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import { type ComparedPair, problemsOf } from './comparison.ts';
import { workbookOf } from './workbooks.ts';

/** Asks for a form and a file, and writes what changed. */
export async function publishChanges(services: Services, pair: ComparedPair): Promise<void> {
  const { PUBLISHED_FORMS } = await services.platform.loadPublishing();
  const chosen = await vscode.window.showQuickPick(PUBLISHED_FORMS, {
    placeHolder: 'Publish what changed as what?',
    matchOnDetail: true,
  });
  if (!chosen) return;
  const { form, label, ending } = chosen;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderOf(pair), `${fileName(pair)}${ending}`),
    filters: { [label]: [ending.replace(/^.*\./, '')] },
    saveLabel: 'Publish',
    title: 'Publish What Changed',
  });
  if (!target) return;
  await writeWhole(target, await bytesOf(services, pair, form));
  await tellWritten(services, target, { text: '', showsLog: false });
}

/** What changed between two versions, in one of the forms. */
export async function bytesOf(
  services: Services,
  { comparison, release, from, to }: ComparedPair,
  form: PublishedForm,
): Promise<Uint8Array> {
  const { differencesJson, doubts, releaseBook, releaseText } = await services.platform.loadPublishing();
  if (form === 'xlsx') {
    const { writeXlsx } = await services.platform.loadExcel();
    return writeXlsx(releaseBook(release, today()));
  }
  const text =
    form === 'json'
      ? differencesJson(comparison, release, [...problemsOf([from, to]), ...doubts(comparison, to.name)])
      : releaseText(release, form, comparison.to);
  return new TextEncoder().encode(text);
}

/** Where the newer version is, or, if that is in Git, the older one. */
function folderOf({ from, to }: ComparedPair): vscode.Uri {
  const side = [to, from].find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
  return vscode.Uri.joinPath(workbookOf((side ?? to).uri), '..');
}

/** `iteps-1.2-to-1.3` */
function fileName({ from, to }: ComparedPair): string {
  const { id, version } = to.loaded.framework.details;
  return `${id}-${from.loaded.framework.details.version}-to-${version}`.replace(/[^\p{L}\p{N}.-]+/gu, '-');
}

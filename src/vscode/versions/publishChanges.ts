import * as vscode from 'vscode';
import type { TextForm } from '../../core/publishing.ts';
import { tellWritten } from '../commands/replaceable.ts';
import type { Services } from '../services.ts';
import { today } from '../today.ts';
import { writeWhole } from '../writeWhole.ts';
import type { ComparedPair } from './comparison.ts';

/** The forms in which what changed is published. */
export type PublishedForm = TextForm | 'xlsx' | 'json';

interface Form {
  readonly form: PublishedForm;
  readonly label: string;
  readonly detail: string;
  /** Of the file's name, after the two versions. */
  readonly ending: string;
}

const FORMS: readonly Form[] = [
  {
    form: 'html',
    label: 'Web page',
    detail: 'One file that opens anywhere, without a network.',
    ending: '.html',
  },
  { form: 'markdown', label: 'Markdown', detail: 'For a repository or a wiki.', ending: '.md' },
  {
    form: 'xlsx',
    label: 'Excel workbook',
    detail: 'Summary, changes and crosswalk, a sheet each.',
    ending: '.xlsx',
  },
  {
    form: 'crosswalk.csv',
    label: 'Crosswalk as CSV',
    detail: 'What became of every statement, and where each came from.',
    ending: '-crosswalk.csv',
  },
  {
    form: 'crosswalk.json',
    label: 'Crosswalk as JSON',
    detail: 'The same, for programs.',
    ending: '-crosswalk.json',
  },
  { form: 'json', label: 'Changes as JSON', detail: 'Every change, for programs.', ending: '.json' },
];

/** Asks for a form and a file, and writes what changed. */
export async function publishChanges(services: Services, pair: ComparedPair): Promise<void> {
  const items = FORMS.map(({ label, detail, ...rest }) => ({ label, detail, ...rest }));
  const chosen = await vscode.window.showQuickPick(items, {
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
  { comparison, release, to }: ComparedPair,
  form: PublishedForm,
): Promise<Uint8Array> {
  const { differencesJson, doubts, releaseBook, releaseText } = await services.platform.loadPublishing();
  if (form === 'xlsx') {
    const { writeXlsx } = await services.platform.loadExcel();
    return writeXlsx(releaseBook(release, today()));
  }
  const text =
    form === 'json'
      ? differencesJson(comparison, release, doubts(comparison, to.name))
      : releaseText(release, form, comparison.to);
  return new TextEncoder().encode(text);
}

/** Where the newer version is, or, if that is in Git, the older one. */
function folderOf({ from, to }: ComparedPair): vscode.Uri {
  const side = [to, from].find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
  return vscode.Uri.joinPath((side ?? to).uri, '..');
}

/** `iteps-1.2-to-1.3` */
function fileName({ from, to }: ComparedPair): string {
  const { id, version } = to.loaded.framework.details;
  return `${id}-${from.loaded.framework.details.version}-to-${version}`.replace(/[^\p{L}\p{N}.-]+/gu, '-');
}

import * as vscode from 'vscode';
import { type Breather, breatherFor } from '../breather.ts';
import { type Shown, showComparison } from '../changesView/panel.ts';
import { guarded } from '../commands/failure.ts';
import type { Services } from '../services.ts';
import { chooseVersion } from './chooseVersion.ts';
import type { VersionsCompared } from './comparison.ts';
import { judgeChange } from './judgeChange.ts';
import { publishChanges } from './publishChanges.ts';

/** After the last change of a text, before it is compared again, in milliseconds. */
const PAUSE = 400;

/**
 * Opens the comparison of versions; it follows the texts, and what the maintainer says of the changes.
 * @param first what it shows at first
 */
export async function openComparison(
  services: Services,
  compared: VersionsCompared,
  first: Shown,
): Promise<void> {
  const closed = new vscode.CancellationTokenSource();
  const breathe = breatherFor(closed.token);
  const changed = new vscode.EventEmitter<void>();
  let timer: TimerHandle | undefined;
  const later = (uri: vscode.Uri) => {
    if (!compared.isAbout(uri)) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), PAUSE);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.changes.yaml');
  const listeners = [
    changed,
    watcher,
    watcher.onDidCreate(later),
    watcher.onDidChange(later),
    services.documents.onDidChange(({ document }) => later(document.uri)),
  ];
  try {
    await showComparison(services, first, {
      title: compared.title,
      onDidChange: changed.event,
      show: () => shownOf(compared, breathe),
      asked: message =>
        guarded(services, 'Comparing', async () => {
          if (message.type === 'pair') compared.choose(message.pair);
          else if (message.type === 'judge')
            await judgeChange(services, await compared.pair(breathe), message);
          else if (message.type === 'publish') return publishChanges(services, await compared.pair(breathe));
          else if (!(await addVersion(compared, breathe))) return;
          changed.fire();
        }),
    });
  } finally {
    closed.cancel();
    closed.dispose();
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  }
}

/** What the page shows of versions that are compared. */
export async function shownOf(compared: VersionsCompared, breathe: Breather): Promise<Shown> {
  const { from, to } = await compared.pair(breathe);
  return { view: await compared.view(breathe), texts: { from: from.uri, to: to.uri } };
}

async function addVersion(compared: VersionsCompared, breathe: Breather): Promise<boolean> {
  const { to } = await compared.pair(breathe);
  const without = compared.sources.map(({ uri }) => uri);
  const source = await chooseVersion(
    to.uri,
    to.loaded.framework.details.supersedes,
    'Put which version in the row?',
    without,
  );
  if (source) await compared.add(source);
  return source !== undefined;
}

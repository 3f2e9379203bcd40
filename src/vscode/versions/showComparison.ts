import * as vscode from 'vscode';
import { showComparison } from '../changesView/panel.ts';
import { guarded } from '../commands/failure.ts';
import type { Services } from '../services.ts';
import { chooseVersion } from './chooseVersion.ts';
import type { VersionsCompared } from './comparison.ts';
import { judgeChange } from './judgeChange.ts';
import { publishChanges } from './publishChanges.ts';

/** After the last change of a text, before it is compared again, in milliseconds. */
const PAUSE = 400;

/** Opens the comparison of versions; it follows the texts, and what the maintainer says of the changes. */
export async function openComparison(services: Services, compared: VersionsCompared): Promise<void> {
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
    await showComparison(services, {
      title: compared.title,
      onDidChange: changed.event,
      async show() {
        const { from, to } = await compared.pair();
        return { view: await compared.view(), texts: { from: from.uri, to: to.uri } };
      },
      asked: message =>
        guarded(services, 'Comparing', async () => {
          if (message.type === 'pair') compared.choose(message.pair);
          else if (message.type === 'judge') await judgeChange(services, compared, message);
          else if (message.type === 'publish') return publishChanges(services, await compared.pair());
          else if (!(await addVersion(compared))) return;
          changed.fire();
        }),
    });
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  }
}

async function addVersion(compared: VersionsCompared): Promise<boolean> {
  const { to } = await compared.pair();
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

import * as vscode from 'vscode';
import { type Framework, type RowWords, type SinceMarks, wordsSince } from '../../core/index.ts';
import type { SinceMessage } from '../../protocol/matrix.ts';
import { frameworkFiles, isFrameworkFile } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { readFrameworks } from '../siblings.ts';
import { fileAtLastCommit } from '../versions/gitFiles.ts';

/** After the last change of the text, before the versions are compared again, in milliseconds. */
const PAUSE = 250;
/** What the page keeps for the last commit, in the place of a file's address. */
const LAST_COMMIT = 'git:HEAD';

interface Other {
  readonly name: string;
  readonly where?: string;
  readonly source: string;
  readonly framework: Framework;
}

/** The comparison of one page with another version. */
export interface Comparison {
  /** What changed, as far as it is known; the same object until it is compared again. */
  marks(): SinceMarks | undefined;
  words(now: Framework, rows: readonly string[]): RowWords[];
  ask(asked: SinceMessage): Promise<void>;
  /** The text changed. */
  changed(): void;
  dispose(): void;
}

/**
 * @param uri of the file that is shown
 * @param now the framework in it, undefined where it is not whole
 * @param compared called when there are other marks
 */
export function createComparison(
  uri: vscode.Uri,
  { platform }: Pick<Services, 'platform'>,
  now: () => Framework | undefined,
  compared: () => void,
): Comparison {
  let other: Other | undefined;
  let changesSince: Awaited<ReturnType<typeof platform.loadPublishing>>['changesSince'] | undefined;
  let marks: SinceMarks | undefined;
  let timer: TimerHandle | undefined;

  const compare = () => {
    const framework = now();
    if (!other || !framework || !changesSince) return;
    marks = changesSince(other.framework, framework, {
      name: other.name,
      source: other.source,
      ...(other.where !== undefined && { where: other.where }),
    });
    compared();
  };

  return {
    marks: () => marks,
    words: (framework, rows) => (other ? wordsSince(other.framework, framework, rows) : []),
    async ask({ what, source }) {
      if (what === 'list') return showList(uri, other?.source);
      const chosen = what === 'choose' ? await choose(uri) : what === 'again' ? source : undefined;
      if (what === 'choose' && chosen === undefined) return;
      other = chosen === undefined ? undefined : await read(uri, chosen);
      if (other) ({ changesSince } = await platform.loadPublishing());
      marks = undefined;
      if (other) compare();
      else compared();
    },
    changed() {
      if (!other) return;
      clearTimeout(timer);
      timer = setTimeout(compare, PAUSE);
    },
    dispose: () => clearTimeout(timer),
  };
}

const anotherFile = 'Another File…';
/** Files outside the workspace that the person chose. */
const chosenFiles = new Set<string>();

/** Opens the list of changes; without a source the person chooses what to compare with. */
async function showList(uri: vscode.Uri, source: string | undefined): Promise<void> {
  const other = source === LAST_COMMIT ? await fileAtLastCommit(uri) : source && vscode.Uri.parse(source);
  await vscode.commands.executeCommand('frameworkWorkbench.compare', uri, other || undefined);
}

/** Lets the person choose what to compare with. */
async function choose(uri: vscode.Uri): Promise<string | undefined> {
  const [files, committed] = await Promise.all([frameworkFiles(), fileAtLastCommit(uri)]);
  const items = files
    .filter(file => file.toString() !== uri.toString())
    .map(file => ({ label: vscode.workspace.asRelativePath(file), source: file.toString() }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const commit = { label: 'The last commit', description: 'This file as it is in HEAD', source: LAST_COMMIT };
  const chosen = await vscode.window.showQuickPick(
    [...(committed ? [commit] : []), ...items, { label: anotherFile, source: '' }],
    { placeHolder: 'Show what changed since which version?' },
  );
  return chosen?.label === anotherFile ? browse(uri) : chosen?.source;
}

async function browse(uri: vscode.Uri): Promise<string | undefined> {
  const files = await vscode.window.showOpenDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..'),
    filters: { Frameworks: ['yaml', 'yml'] },
    openLabel: 'Show Changes Since',
  });
  const source = files?.[0]?.toString();
  if (source !== undefined) chosenFiles.add(source);
  return source;
}

/** Reads what the page or the person named; only this file's last commit and files of frameworks are read. */
async function read(uri: vscode.Uri, source: string): Promise<Other | undefined> {
  if (source === LAST_COMMIT) {
    const committed = await fileAtLastCommit(uri);
    const [file] = committed ? await readFrameworks([committed]) : [];
    return file && { name: 'the last commit', source, framework: file.framework };
  }
  const from = vscode.Uri.parse(source);
  const inWorkspace = isFrameworkFile(from) && vscode.workspace.getWorkspaceFolder(from) !== undefined;
  if (!inWorkspace && !chosenFiles.has(source)) return undefined;
  const [file] = await readFrameworks([from]);
  if (!file) return undefined;
  const name = `version ${file.framework.details.version}`;
  return { name, where: vscode.workspace.asRelativePath(from), source, framework: file.framework };
}

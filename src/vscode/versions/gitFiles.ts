import * as vscode from 'vscode';

/** What is used of VS Code's own Git extension; there is none in a browser without a server. */
interface GitApi {
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  getRepository(uri: vscode.Uri): GitRepository | null;
}
interface GitRepository {
  readonly rootUri: vscode.Uri;
  getRefs(query: {
    readonly pattern?: string;
    /** The newest first. */ readonly sort?: 'creatordate';
    readonly count?: number;
  }): Promise<readonly { readonly name?: string; readonly commit?: string }[]>;
  log(options: {
    readonly maxEntries: number;
    readonly path: string;
  }): Promise<readonly { readonly hash: string; readonly message: string; readonly authorDate?: Date }[]>;
  getConfig(key: string): Promise<string>;
}

/** A file as it was at a revision. */
export interface Revision {
  readonly uri: vscode.Uri;
  /** What people call it: `the last commit`, `v1.2`. */
  readonly name: string;
  readonly description: string;
}

/** So many of each kind are offered. */
const MOST = 25;

/** The repository that a file is in; undefined where there is no Git, or it is in none. */
async function repositoryOf(
  uri: vscode.Uri,
): Promise<{ git: GitApi; repository: GitRepository } | undefined> {
  if (uri.scheme !== 'file') return undefined;
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const git = (await extension?.activate())?.getAPI(1);
    const repository = git?.getRepository(uri);
    return git && repository ? { git, repository } : undefined;
  } catch {
    // Git is switched off or not installed.
    return undefined;
  }
}

/** Where a file can be read as it is in the last commit; undefined where there is no Git, or it is not in it. */
export async function fileAtLastCommit(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const found = await repositoryOf(uri);
  return found && readable(found.git.toGitUri(uri, 'HEAD'));
}

/**
 * The revisions that a file can be compared with: the last commit, the tags, and the commits that changed it.
 * @returns undefined where there is no Git, or the file is in no repository
 */
export async function revisionsOf(uri: vscode.Uri): Promise<readonly Revision[] | undefined> {
  const found = await repositoryOf(uri);
  if (!found) return undefined;
  const { git, repository } = found;
  const [tags, commits] = await Promise.all([
    repository.getRefs({ pattern: 'refs/tags', sort: 'creatordate', count: MOST }).catch(() => []),
    repository.log({ maxEntries: MOST, path: uri.fsPath }).catch(() => []),
  ]);
  const at = (ref: string, name: string, description: string): Revision => ({
    uri: git.toGitUri(uri, ref),
    name,
    description,
  });
  const all = [
    at('HEAD', 'the last commit', 'as it is in HEAD'),
    ...tags.flatMap(({ name }) => (name === undefined ? [] : [at(name, name, 'tag')])),
    ...commits.map(({ hash, message, authorDate }) =>
      at(
        hash,
        hash.slice(0, 8),
        [authorDate?.toISOString().slice(0, 10), message.split('\n')[0]].filter(Boolean).join(' · '),
      ),
    ),
  ];
  const known = await Promise.all(
    all.map(async revision => ((await readable(revision.uri)) ? [revision] : [])),
  );
  return known.flat();
}

/** What Git calls the person who works here; undefined where it does not know. */
export async function gitUser(uri: vscode.Uri): Promise<string | undefined> {
  const name = await (await repositoryOf(uri))?.repository.getConfig('user.name').catch(() => '');
  return name?.trim() || undefined;
}

/** The folder of the repository that a file is in. */
export async function repositoryRoot(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  return (await repositoryOf(uri))?.repository.rootUri;
}

async function readable(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    () => uri,
    // The file was not there at that time.
    () => undefined,
  );
}

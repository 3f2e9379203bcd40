import * as vscode from 'vscode';
import { loadFramework, nextVersion, nextVersionText, parseYaml, VersionError } from '../../core/index.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { isWhole } from './failure.ts';

/**
 * `Framework: Start the Next Version…`: a draft with the same ids and words, in a file beside this one.
 * @param given the number; asked for if absent
 */
export async function startNextVersion(services: Services, from: unknown, given: unknown): Promise<void> {
  const uri = await frameworkFor(from, 'Start the next version of which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const loaded = services.documents.loaded(document);
  if (!isWhole(loaded, document)) return;
  const present = loaded.framework.details.version;
  const version = typeof given === 'string' ? given : await askVersion(present);
  if (!version) return;
  const target = fileOf(uri, present, version);
  if (await exists(target))
    throw new VersionError(
      `${vscode.workspace.asRelativePath(target)} exists already. Open it, or choose another version number.`,
    );
  // The text may have changed while the number was asked for.
  const now = await vscode.workspace.openTextDocument(uri);
  const text = nextVersionText(services.documents.loaded(now), version);
  const after = loadFramework(parseYaml(text));
  if (!after.whole) throw new Error('The text of the next version could not be made from this one.');
  const contents = new TextEncoder().encode(text);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { contents });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`${vscode.workspace.asRelativePath(target)} could not be created.`);
  await vscode.window.showTextDocument(target);

  function askVersion(before: string) {
    return vscode.window.showInputBox({
      title: 'Start the Next Version',
      prompt: `The number of the version after ${before}`,
      value: following(before),
      validateInput: value => {
        try {
          nextVersion(loaded.framework, value);
          return undefined;
        } catch (error) {
          return error instanceof VersionError ? error.message : String(error);
        }
      },
    });
  }
}

/** The version number with its last part one higher: 1.2 → 1.3. */
function following(version: string): string {
  const parts = version.split('.');
  const last = Number(parts.pop());
  return Number.isInteger(last) ? [...parts, last + 1].join('.') : '';
}

/** The file beside the present one, with the new number in its name. */
function fileOf(uri: vscode.Uri, now: string, version: string): vscode.Uri {
  const name = uri.path.replace(/^.*\//, '').replace(/\.framework\.ya?ml$/, '');
  const named = name.includes(now) ? name.replace(now, version) : `${name}-${version}`;
  return vscode.Uri.joinPath(uri, '..', `${named}.framework.yaml`);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

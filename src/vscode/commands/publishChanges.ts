import * as vscode from 'vscode';
import type { PublishedForm } from '../../core/publishing.ts';
import { withStages } from '../breather.ts';
import { frameworkFor } from '../chooseFramework.ts';
import type { Services } from '../services.ts';
import { fileOfVersion } from '../siblings.ts';
import { chooseVersion, sourceOf } from '../versions/chooseVersion.ts';
import { compareSources } from '../versions/comparison.ts';
import { bytesOf, publishChanges } from '../versions/publishChanges.ts';
import { writeWhole } from '../writeWhole.ts';

/**
 * `Framework: Publish What Changed…`: change log, summary, what changed for whom, and crosswalk.
 * @param older the version to compare with; asked for if absent
 * @param form and where to write; asked for if absent
 */
export async function publishWhatChanged(
  services: Services,
  newer: unknown,
  older: unknown,
  form: unknown,
  to: unknown,
): Promise<void> {
  const uri = await frameworkFor(newer, 'Publish what changed in which framework?');
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { id, supersedes } = services.documents.loaded(document).framework.details;
  const superseded = async () => supersedes && (await fileOfVersion(uri, id, supersedes))?.uri;
  const before = older instanceof vscode.Uri ? older : await superseded();
  const source = before
    ? sourceOf(before)
    : await chooseVersion(uri, supersedes, 'What changed since which version?');
  if (!source) return;
  const pair = await withStages('Comparing versions', async breathe =>
    (await compareSources(services, [source, sourceOf(uri)])).pair(breathe),
  );
  if (typeof form === 'string' && to instanceof vscode.Uri)
    return writeWhole(to, await bytesOf(services, pair, form as PublishedForm));
  await publishChanges(services, pair);
}

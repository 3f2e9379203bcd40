import * as vscode from 'vscode';
import type { Framework } from '../../core/index.ts';
import { frameworkFiles } from '../chooseFramework.ts';
import { readFrameworks } from '../siblings.ts';
import { answered, askSteps, chooseMany, chooseOne, type Step, writeLine } from '../steps.ts';

/** What a workbook is to be, as `framework export` offers it, too. */
export interface ExportChoices {
  readonly reviewer?: string;
  /** Ids; absent: all of them. */
  readonly scope?: { readonly areas?: readonly string[]; readonly levels?: readonly string[] };
  /** An earlier version: what changed since then is marked. */
  readonly since?: { readonly name: string; readonly framework: Framework };
}

/** More files than this are not looked into for earlier versions. */
const MOST = 50;

/**
 * Asks what goes out, for whom, and what to compare it with. Whoever presses Enter each time gets everything.
 * @returns undefined if the person has left
 */
export async function askChoices(uri: vscode.Uri, framework: Framework): Promise<ExportChoices | undefined> {
  const earlier = await earlierVersions(uri, framework);
  const steps = [scopeStep(framework), reviewerStep, ...(earlier.length > 0 ? [sinceStep(earlier)] : [])];
  return askSteps<ExportChoices>('Export to Excel', {}, steps);
}

interface ScopeItem extends vscode.QuickPickItem {
  readonly area?: string;
  readonly level?: string;
}

function scopeStep({ areas, levels }: Framework): Step<ExportChoices> {
  const heading = (label: string): ScopeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const areaItems = areas.flatMap((area, index): ScopeItem[] =>
    area.withdrawn ? [] : [{ label: area.title ?? `Area ${index + 1}`, area: area.id }],
  );
  const levelItems = levels.map((level): ScopeItem => ({ label: level.title, level: level.id }));
  const items = [heading('Areas'), ...areaItems, heading('Levels'), ...levelItems];
  return async ({ scope, ...others }, at) => {
    const isChosen = ({ area, level }: ScopeItem) =>
      area === undefined
        ? level !== undefined && (scope?.levels?.includes(level) ?? true)
        : (scope?.areas?.includes(area) ?? true);
    const placeholder = 'What goes out? All of it, unless you take something away';
    return answered(await chooseMany(at, placeholder, items, items.filter(isChosen)), chosen => ({
      ...others,
      ...scopeOf(chosen, areaItems.length, levelItems.length),
    }));
  };
}

/** Everything, or nothing, of a kind is no narrowing. */
function scopeOf(chosen: readonly ScopeItem[], allAreas: number, allLevels: number) {
  const areas = chosen.flatMap(({ area }) => area ?? []);
  const levels = chosen.flatMap(({ level }) => level ?? []);
  const part = (ids: readonly string[], all: number) => ids.length > 0 && ids.length < all;
  const scope = {
    ...(part(areas, allAreas) && { areas }),
    ...(part(levels, allLevels) && { levels }),
  };
  return Object.keys(scope).length > 0 ? { scope } : {};
}

const reviewerStep: Step<ExportChoices> = async ({ reviewer, ...others }, at) => {
  const prompt =
    'Whom is it for? The name stands on the first sheet; leave it empty for nobody in particular.';
  return answered(await writeLine(at, prompt, reviewer ?? ''), name => ({
    ...others,
    ...(name.trim() !== '' && { reviewer: name.trim() }),
  }));
};

type Since = NonNullable<ExportChoices['since']>;

function sinceStep(earlier: readonly (Since & { readonly file: string })[]): Step<ExportChoices> {
  const none = { label: 'Mark no changes', since: undefined };
  const items = [
    none,
    ...earlier.map(({ file, ...since }) => ({
      label: `Mark what changed since ${since.name}`,
      description: file,
      since,
    })),
  ];
  return async ({ since: before, ...others }, at) => {
    const active = items.find(({ since }) => since?.framework === before?.framework);
    return answered(await chooseOne(at, 'Show what changed?', items, active), ({ since }) => ({
      ...others,
      ...(since && { since }),
    }));
  };
}

/** The other versions of a framework in the workspace, by version, the newest first. */
async function earlierVersions(uri: vscode.Uri, { details }: Framework) {
  const files = (await frameworkFiles()).filter(file => file.toString() !== uri.toString());
  const read = await readFrameworks(files.slice(0, MOST));
  return read
    .filter(({ framework: other }) => other.details.id === details.id)
    .filter(({ framework: other }) => other.details.version !== details.version)
    .map(({ uri: file, framework }) => ({
      name: `version ${framework.details.version}`,
      framework,
      file: vscode.workspace.asRelativePath(file),
    }))
    .sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }));
}

import * as vscode from 'vscode';
import {
  type ChangeProblem,
  type ChangesView,
  compareVersions,
  type Framework,
  type Loaded,
  lacksOnlyIds,
} from '../../core/index.ts';
import type { Comparison, Release } from '../../core/publishing.ts';
import { type Breather, inSlices } from '../breather.ts';
import { reasonsBeside, reasonsUri } from '../changeReasons.ts';
import type { Services } from '../services.ts';
import { versioningBeside } from '../versioning.ts';
import type { VersionSource } from './chooseVersion.ts';
import { isInWorkbook, readable, workbookOf } from './workbooks.ts';

/** One of the versions that are compared. */
export interface Side {
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly loaded: Loaded;
  /** What people call it. */
  readonly name: string;
  /** Of one in a workbook: what of it was not understood. */
  readonly problems?: readonly ChangeProblem[];
}

/** Two of the versions and how they differ. */
export interface ComparedPair {
  readonly from: Side;
  readonly to: Side;
  readonly comparison: Comparison;
  readonly release: Release;
}

/** Two versions or more, the oldest first, and how they differ as they are now. */
export interface VersionsCompared {
  readonly title: string;
  /** What is shown of two of them. */
  view(breathe: Breather): Promise<ChangesView>;
  /** The two that are shown; known from before where nothing has changed. */
  pair(breathe: Breather): Promise<ComparedPair>;
  /** Shows two others. @param id as the view lists them */
  choose(id: string): void;
  add(source: VersionSource): Promise<void>;
  readonly sources: readonly VersionSource[];
  /** Whether a document, or what the maintainer says of its changes, is part of it. */
  isAbout(uri: vscode.Uri): boolean;
}

/**
 * @param sources where they are read, any order; where numbers do not tell, what comes first is older
 * @throws Error if one cannot be read whole
 */
export async function compareSources(
  services: Services,
  sources: readonly VersionSource[],
): Promise<VersionsCompared> {
  let all = await inOrder(services, await Promise.all(sources.map(source => readable(services, source))));
  let shown: readonly [number, number] = [0, all.length - 1];
  const sides = () => sidesOf(services, all);
  /** The comparisons of the texts as they were when one was made. */
  const known = new WeakMap<Loaded, WeakMap<Loaded, Comparison>>();
  const judged = new WeakMap<Comparison, { readonly by: string; readonly release: Release }>();
  const between = async (from: Side, to: Side, breathe: Breather): Promise<Comparison> => {
    const ofOlder = known.get(from.loaded) ?? new WeakMap<Loaded, Comparison>();
    known.set(from.loaded, ofOlder);
    const { comparing } = await services.platform.loadPublishing();
    const found = ofOlder.get(to.loaded);
    if (found) return found;
    const [before, after] = [await asFullAs(services, from, to), await asFullAs(services, to, from)];
    await breathe.stage('comparing');
    const comparison = await inSlices(comparing(before, after), breathe);
    ofOlder.set(to.loaded, comparison);
    return comparison;
  };
  const releaseOf = async (comparison: Comparison, to: Side, breathe: Breather): Promise<Release> => {
    const reasons = isKept(to) ? await reasonsBeside(to.uri) : [];
    const policy = await versioningBeside(workbookOf(to.uri));
    const by = JSON.stringify([reasons, policy]);
    const found = judged.get(comparison);
    if (found?.by === by) return found.release;
    const { releasing } = await services.platform.loadPublishing();
    await breathe.stage('weighing what changed');
    const release = await inSlices(releasing(comparison, reasons, policy), breathe);
    judged.set(comparison, { by, release });
    return release;
  };
  const pair = async (breathe: Breather): Promise<ComparedPair> => {
    const now = await sides();
    const [from, to] = [now[shown[0]]!, now[shown[1]]!];
    const comparison = await between(from, to, breathe);
    return { from, to, comparison, release: await releaseOf(comparison, to, breathe) };
  };

  return {
    title: titleOf(await sides()),
    get sources() {
      return all;
    },
    pair,
    async view(breathe) {
      const now = await sides();
      const { from, to, comparison, release } = await pair(breathe);
      const { layingOut } = await services.platform.loadPublishing();
      const way = now.slice(shown[0], shown[1] + 1);
      const steps =
        way.length > 2
          ? await Promise.all(
              way.slice(1).map(async (side, at) => ({
                name: side.name,
                comparison: await between(way[at]!, side, breathe),
              })),
            )
          : [];
      await breathe.stage('laying out');
      const work = layingOut({
        title: titleOf(now),
        from: from.name,
        to: to.name,
        comparison,
        release,
        problems: problemsOf(now),
        steps,
        pairs: pairsOf(now),
        pair: shown.join('-'),
        canJudge: isKept(to),
      });
      return inSlices(work, breathe);
    },
    choose(id) {
      const [from, to] = id.split('-').map(Number);
      if (from !== undefined && to !== undefined && from < to && to < all.length) shown = [from, to];
    },
    async add(source) {
      all = await inOrder(services, [...all, await readable(services, source)]);
      shown = [0, all.length - 1];
    },
    isAbout: uri =>
      all.some(source => [source.uri, reasonsUri(source.uri)].some(one => one.toString() === uri.toString())),
  };
}

/** What of some versions was not understood when they were read. */
export function problemsOf(sides: readonly Side[]): ChangeProblem[] {
  return sides.flatMap(({ name, problems = [] }) =>
    problems.map(({ place, message }) => ({ place: `${name}: ${place}`, message })),
  );
}

/** Whether something can be kept beside it. */
function isKept({ uri }: Side): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** A workbook holds nothing that is for the maintainers only, which is no difference. */
async function asFullAs({ platform }: Services, { uri, loaded }: Side, other: Side): Promise<Framework> {
  if (!isInWorkbook(uri) || isInWorkbook(other.uri)) return loaded.framework;
  const { withPrivateOf } = await platform.loadReviewing();
  return withPrivateOf(loaded.framework, other.loaded.framework);
}

/** Of the same version, what was committed is older than the file, and what came back in a workbook newer. */
function ageOf(side: Side): number {
  if (isInWorkbook(side.uri)) return 2;
  return isKept(side) ? 1 : 0;
}

async function inOrder(services: Services, sources: readonly VersionSource[]): Promise<VersionSource[]> {
  const sides = await sidesOf(services, sources);
  return sources
    .map((source, at) => ({ source, version: versionOf(sides[at]!), age: ageOf(sides[at]!) }))
    .sort((a, b) => compareVersions(a.version, b.version) || a.age - b.age)
    .map(({ source }) => source);
}

/** @throws Error if one cannot be read whole */
async function sidesOf({ documents }: Services, sources: readonly VersionSource[]): Promise<Side[]> {
  const read = await Promise.all(
    sources.map(async ({ uri, name, problems }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const loaded = documents.loaded(document);
      if (!loaded.whole && !lacksOnlyIds(loaded)) throw new UnreadableVersion(name, document);
      return { uri, document, loaded, name, ...(problems && { problems }) };
    }),
  );
  const versions = read.map(versionOf);
  const tells = new Set(versions).size === versions.length;
  return read.map((side, at) => ({
    ...side,
    name: tells ? `Version ${versions[at]}` : `Version ${versions[at]}, ${side.name}`,
  }));
}

/** A version has errors, so that nobody could say what changed in what cannot be read. */
export class UnreadableVersion extends Error {
  override readonly name = 'VersionError';
  constructor(
    readonly version: string,
    readonly document: vscode.TextDocument,
  ) {
    super(`${version} has errors. Mend them first, so that nothing is compared wrongly.`);
  }
}

function versionOf({ loaded }: Pick<Side, 'loaded'>): string {
  return loaded.framework.details.version;
}

function titleOf(sides: readonly Side[]): string {
  const versions = sides.map(versionOf);
  return versions.every(version => version === versions[0])
    ? `Changes in ${versions[0]}`
    : versions.join(' → ');
}

/** Each with the one before it, then the first with the last. */
function pairsOf(sides: readonly Side[]): { id: string; label: string }[] {
  const last = sides.length - 1;
  const ids = sides.slice(1).map((_, at): [number, number] => [at, at + 1]);
  if (last > 1) ids.push([0, last]);
  return ids.map(([from, to]) => ({
    id: `${from}-${to}`,
    label: `${sides[from]!.name} → ${sides[to]!.name}`,
  }));
}

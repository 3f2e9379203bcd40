import * as vscode from 'vscode';
import { type ChangesView, compareVersions, type Loaded, lacksOnlyIds } from '../../core/index.ts';
import type { Comparison, Release } from '../../core/publishing.ts';
import { reasonsBeside, reasonsUri } from '../changeReasons.ts';
import type { Services } from '../services.ts';
import { versioningBeside } from '../versioning.ts';
import type { VersionSource } from './chooseVersion.ts';

/** One of the versions that are compared. */
export interface Side {
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly loaded: Loaded;
  /** What people call it. */
  readonly name: string;
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
  view(): Promise<ChangesView>;
  /** The two that are shown. */
  pair(): Promise<ComparedPair>;
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
  let all = await inOrder(services, sources);
  let shown: readonly [number, number] = [0, all.length - 1];
  const sides = () => sidesOf(services, all);
  /** The comparisons of the texts as they were when one was made. */
  const known = new WeakMap<Loaded, WeakMap<Loaded, Comparison>>();
  const between = async ({ loaded: from }: Side, { loaded: to }: Side): Promise<Comparison> => {
    const { compare } = await services.platform.loadPublishing();
    const ofOlder = known.get(from) ?? new WeakMap<Loaded, Comparison>();
    known.set(from, ofOlder);
    const comparison = ofOlder.get(to) ?? compare(from.framework, to.framework);
    ofOlder.set(to, comparison);
    return comparison;
  };
  const pair = async (): Promise<ComparedPair> => {
    const now = await sides();
    const [from, to] = [now[shown[0]]!, now[shown[1]]!];
    const { releaseOf } = await services.platform.loadPublishing();
    const comparison = await between(from, to);
    const reasons = isKept(to) ? await reasonsBeside(to.uri) : [];
    const release = releaseOf(comparison, reasons, await versioningBeside(to.uri));
    return { from, to, comparison, release };
  };

  return {
    title: titleOf(await sides()),
    get sources() {
      return all;
    },
    pair,
    async view() {
      const now = await sides();
      const { from, to, comparison, release } = await pair();
      const { comparisonView } = await services.platform.loadPublishing();
      const way = now.slice(shown[0], shown[1] + 1);
      const steps =
        way.length > 2
          ? await Promise.all(
              way.slice(1).map(async (side, at) => ({
                name: side.name,
                comparison: await between(way[at]!, side),
              })),
            )
          : [];
      return comparisonView({
        title: titleOf(now),
        from: from.name,
        to: to.name,
        comparison,
        release,
        steps,
        pairs: pairsOf(now),
        pair: shown.join('-'),
        canJudge: isKept(to),
      });
    },
    choose(id) {
      const [from, to] = id.split('-').map(Number);
      if (from !== undefined && to !== undefined && from < to && to < all.length) shown = [from, to];
    },
    async add(source) {
      all = await inOrder(services, [...all, source]);
      shown = [0, all.length - 1];
    },
    isAbout: uri =>
      all.some(source => [source.uri, reasonsUri(source.uri)].some(one => one.toString() === uri.toString())),
  };
}

/** Whether something can be kept beside it. */
function isKept({ uri }: Side): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

async function inOrder(services: Services, sources: readonly VersionSource[]): Promise<VersionSource[]> {
  const sides = await sidesOf(services, sources);
  return sources
    .map((source, at) => ({ source, version: versionOf(sides[at]!), isNow: isKept(sides[at]!) }))
    .sort((a, b) => compareVersions(a.version, b.version) || Number(a.isNow) - Number(b.isNow))
    .map(({ source }) => source);
}

/** @throws Error if one cannot be read whole */
async function sidesOf({ documents }: Services, sources: readonly VersionSource[]): Promise<Side[]> {
  const read = await Promise.all(
    sources.map(async ({ uri, name }) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const loaded = documents.loaded(document);
      if (!loaded.whole && !lacksOnlyIds(loaded)) throw new UnreadableVersion(name, document);
      return { uri, document, loaded, name };
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

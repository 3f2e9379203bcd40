import { placeOf } from '../matrix/target.ts';
import { type Loaded, loadFramework } from '../model/load.ts';
import type { Framework } from '../model/types.ts';
import { earlierPublished } from '../rules/earlier.ts';
import type { Finding } from '../rules/finding.ts';
import { gatheringFindings } from '../rules/runner.ts';
import type { RunOptions } from '../rules/runOptions.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { OpenMatter } from '../versions/openMatters.ts';
import { parseYaml } from '../yaml/document.ts';

/** Something to attend to before a version is published, and where it stands in the draft. */
export interface OpenPlace {
  /** In offsets of the draft's text. */
  readonly start: number;
  readonly message: string;
}

/**
 * What keeps a draft from being published, in the order of its text: its errors, those that it would have as a
 * published version, and what nobody has decided yet.
 * @param published the text that it would have
 * @param settings what the rules are told
 * @param matters what `openMatters` found
 */
export function openPlaces(
  loaded: Loaded,
  published: string,
  settings: RunOptions,
  matters: readonly OpenMatter[],
): OpenPlace[] {
  return atOnce(findingOpenPlaces(loaded, published, settings, matters));
}

/** The same in slices. */
export function* findingOpenPlaces(
  loaded: Loaded,
  published: string,
  settings: RunOptions,
  matters: readonly OpenMatter[],
): Sliced<OpenPlace[]> {
  const errors = yield* errorsIn(loaded, published, settings);
  const open = [
    ...errors.map(({ start, rule, message }) => ({
      start,
      message: `${message} (${rule})`,
    })),
    ...matters.map(({ row, level, message }) => ({
      start: placeOf(loaded.framework, { what: 'row', id: row, level })?.start ?? 0,
      message,
    })),
  ];
  return open.sort((a, b) => a.start - b.start);
}

/** The errors in a draft, and those that it would have as a published version; their places are the draft's. */
function* errorsIn(
  loaded: Loaded,
  published: string,
  settings: RunOptions,
): Sliced<Pick<Finding, 'start' | 'rule' | 'message'>[]> {
  const errors = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 'error');
  const now = errors(yield* gatheringFindings(loaded, settings));
  const known = new Set(now.map(({ rule, message }) => `${rule} ${message}`));
  const later = loadFramework(parseYaml(published));
  yield;
  const then = errors(yield* gatheringFindings(later, settings));
  const more = then.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  return [...now, ...more.map(({ rule, message }) => ({ rule, message, start: 0 }))];
}

/**
 * The version that a framework supersedes, of those that stand beside it; where it does not say which that is, the
 * newest published one of those that come before it.
 */
export function supersededOf(framework: Framework, beside: readonly Framework[]): Framework | undefined {
  const { id, supersedes } = framework.details;
  const own = beside.filter(({ details }) => details.id === id);
  if (supersedes !== undefined) return own.find(({ details }) => details.version === supersedes);
  const siblings = own.map(each => ({ name: each.details.version, framework: each }));
  return earlierPublished(framework, siblings)[0]?.framework;
}

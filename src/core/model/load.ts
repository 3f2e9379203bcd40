import { append } from '../append.ts';
import { atOnce, type Sliced } from '../slices.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { pairOf, startOf, type YamlPair } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { checkNames, idsOf, unknownLevel, unknownLevelPairs } from './checkNames.ts';
import { shareIndex } from './index.ts';
import { type RowsRead, readingFramework, readRows } from './readFramework.ts';
import { RowNames, type RowPlace } from './rowNames.ts';
import { sourceOf, withSource } from './source.ts';
import type { Framework, Topic } from './types.ts';

export interface Loaded {
  readonly document: YamlDocument;
  /** All that could be read. A node whose id could not be read has one that begins with `?`. */
  readonly framework: Framework;
  /** What is wrong with the YAML, the shapes and the names; in no particular order. */
  readonly problems: readonly Problem[];
  /**
   * Whether the framework is the whole of the text: false where something could not be read or is ambiguous,
   * so that comparing, exporting or importing would lose it.
   */
  readonly whole: boolean;
  /** Those of the problems that are found within the rows of a topic; undefined: all others. */
  problemsIn(topic: Topic | undefined): readonly Problem[];
  /** How it came from what was loaded before, the latest edit last; empty if it was read anew. */
  readonly steps: readonly Step[];
}

/** An edit that changed the rows of one topic and nothing else. */
export interface Step {
  /** Stands for what was loaded before it, and after it. */
  readonly from: object;
  readonly to: object;
  readonly before: Topic;
  readonly after: Topic;
}

/** Problems that leave the meaning of the text whole. */
const HARMLESS = new Set(['misread-value', 'unknown-id']);
/** Whoever wants to know of earlier steps had better look at everything. */
const MOST_STEPS = 16;

/**
 * Whether nothing but ids is missing, so that the framework can be compared with one that has them: nodes without
 * an id have one that begins with `?`.
 */
export function lacksOnlyIds({ problems }: Loaded): boolean {
  return problems.every(
    ({ code, data }) => HARMLESS.has(code) || (code === 'missing-key' && data?.key === 'id'),
  );
}

/**
 * Reads a framework from its YAML. Never throws: what does not fit is reported, and the rest is read.
 * @param previous what the text was read as before an edit; it must not be used any more. Then only the rows are
 *   read that the edit touched
 */
export function loadFramework(document: YamlDocument, previous?: Loaded): Loaded {
  const before = previous instanceof LoadedText ? previous : undefined;
  return before?.updated(document) ?? atOnce(loadingFramework(document));
}

/** What keeps a framework from being whole, in text order. */
export function blockingProblems({ problems }: Loaded): Problem[] {
  return problems
    .filter(problem => !HARMLESS.has(problem.code))
    .sort((a, b) => startOf(a.spot) - startOf(b.spot));
}

interface TopicRead extends RowsRead, RowPlace {
  readonly area: number;
  readonly section: number;
  readonly topic: number;
  /** How many of the problems leave something out. */
  readonly lost: number;
}

/** What is known of all rows, changed in place from one state of the text to the next. */
interface AllRows {
  readonly topics: Map<YamlPair, TopicRead>;
  readonly names: RowNames;
  readonly placeholder: () => string;
  /** What is wrong with everything else. */
  readonly upper: readonly Problem[];
  /** How many problems in rows, and elsewhere, leave something out. */
  lost: number;
}

class LoadedText implements Loaded {
  readonly document: YamlDocument;
  readonly framework: Framework;
  readonly whole: boolean;
  readonly steps: readonly Step[];
  readonly #rows: AllRows;
  readonly #names: readonly Problem[];
  /** Stands for it without keeping it. */
  readonly #token: object;

  constructor(
    document: YamlDocument,
    framework: Framework,
    rows: AllRows,
    steps: readonly Step[] = [],
    token: object = {},
  ) {
    this.document = document;
    this.framework = framework;
    this.steps = steps;
    this.#rows = rows;
    this.#names = rows.names.problems();
    this.#token = token;
    this.whole = rows.lost === 0 && countLost(this.#names) === 0;
  }

  get problems(): readonly Problem[] {
    const problems = [...this.problemsIn(undefined)];
    for (const read of this.#rows.topics.values()) append(problems, read.problems);
    return problems;
  }

  problemsIn(topic: Topic | undefined): readonly Problem[] {
    if (topic === undefined) return [...this.#rows.upper, ...this.#names];
    const source = sourceOf(topic);
    const pair = source && pairOf(source, 'rows');
    return (pair && this.#rows.topics.get(pair)?.problems) ?? [];
  }

  get token(): object {
    return this.#token;
  }

  /** What the text is read as after an edit of rows; undefined if it must be read anew. */
  updated(document: YamlDocument): LoadedText | undefined {
    const { updated } = document;
    const before = updated?.from === this.document ? this.#rows.topics.get(updated.pair) : undefined;
    if (!updated || !before) return undefined;
    const rows = this.#rows;
    const levels = idsOf(this.framework, 'levels');
    const after = topicRead(before, readRows(updated.pair, rows.placeholder), levels);
    rows.topics.set(updated.pair, after);
    rows.lost += after.lost - before.lost;
    const [gone, come] = [new Set(before.rows), new Set(after.rows)];
    for (const row of gone) if (!come.has(row)) rows.names.remove(row);
    for (const row of come) if (!gone.has(row)) rows.names.add(row, after);
    rows.names.move(come, after);

    const { framework, topic, was } = withRows(this.framework, after);
    const sameIds = was.rows.length === topic.rows.length;
    if (sameIds && was.rows.every(({ id }, index) => id === topic.rows[index]!.id))
      shareIndex(this.framework, framework);
    const token = {};
    const step = { from: this.#token, to: token, before: was, after: topic };
    return new LoadedText(document, framework, rows, [...this.steps.slice(1 - MOST_STEPS), step], token);
  }
}

/** Stands for what was loaded without keeping it: what {@link Step} speaks of. */
export function tokenOf(loaded: Loaded): object {
  return loaded instanceof LoadedText ? loaded.token : loaded;
}

/** `format: 1` is the same to all tools, text or number; quotes make no other format known. */
function isFormatNumber({ root }: YamlDocument, { code, spot }: Problem): boolean {
  if (code !== 'misread-value' || root?.kind !== 'map') return false;
  const value = pairOf(root, 'format')?.value;
  return value?.kind === 'scalar' && startOf(value) === startOf(spot);
}

/** Reads a framework from its YAML, in slices. */
export function* loadingFramework(document: YamlDocument): Sliced<Loaded> {
  const upper: Problem[] = document.skeletonProblems.filter(problem => !isFormatNumber(document, problem));
  const report = (problem: Problem) => upper.push(problem);
  let unnamed = 0;
  const placeholder = () => `?${++unnamed}`;
  const reads = new Map<YamlPair, RowsRead>();
  const framework = yield* readingFramework(document, {
    report,
    placeholder,
    noteRows: (pair, read) => reads.set(pair, read),
  });
  checkNames(framework, report);

  const topics = new Map<YamlPair, TopicRead>();
  const names = new RowNames();
  const levels = idsOf(framework, 'levels');
  let lost = countLost(upper);
  for (const [area, { sections }] of framework.areas.entries()) {
    yield;
    for (const [section, each] of sections.entries())
      for (const [topic, node] of each.topics.entries()) {
        const source = sourceOf(node);
        const pair = source && pairOf(source, 'rows');
        const rows = pair && reads.get(pair);
        if (!rows) continue;
        const place = { area, section, topic, order: topics.size };
        const read = topicRead(place, rows, levels);
        topics.set(pair, read);
        lost += read.lost;
        for (const row of read.rows) names.add(row, read);
      }
  }
  return new LoadedText(document, framework, { topics, names, placeholder, upper, lost });
}

const OF_A_LEVEL: ReadonlySet<string> = new Set(['unknown-value', 'missing-value']);

function topicRead(
  { area, section, topic, order }: Pick<TopicRead, 'area' | 'section' | 'topic' | 'order'>,
  { rows, problems }: RowsRead,
  levels: readonly string[] | undefined,
): TopicRead {
  const astray = levels ? rows.flatMap(row => unknownLevelPairs(row, levels)) : [];
  // What stands under a level that there is not is no more to be judged than that.
  const beside = new Set<object | null>(astray.flatMap(({ key, value }) => [key, value]));
  const all = [
    ...problems.filter(({ code, spot }) => !OF_A_LEVEL.has(code) || !beside.has(spot)),
    ...astray.map(pair => unknownLevel(pair, levels ?? [])),
  ];
  return { area, section, topic, order, rows, problems: all, lost: countLost(all) };
}

function countLost(problems: readonly Problem[]): number {
  let count = 0;
  for (const { code } of problems) if (!HARMLESS.has(code)) count++;
  return count;
}

/** The framework with other rows in one topic. */
function withRows(framework: Framework, { area, section, topic, rows }: TopicRead) {
  const inArea = framework.areas[area]!;
  const inSection = inArea.sections[section]!;
  const was = inSection.topics[topic]!;
  const after = copied(was, { rows });
  const newSection = copied(inSection, { topics: replaced(inSection.topics, topic, after) });
  const newArea = copied(inArea, { sections: replaced(inArea.sections, section, newSection) });
  return {
    framework: copied(framework, { areas: replaced(framework.areas, area, newArea) }),
    topic: after,
    was,
  };
}

function copied<T extends object>(node: T, changed: Partial<T>): T {
  const source = sourceOf(node);
  const copy = { ...node, ...changed };
  return source ? withSource(copy, source) : copy;
}

function replaced<T>(list: readonly T[], index: number, item: T): T[] {
  const copy = [...list];
  copy[index] = item;
  return copy;
}

import type * as z from 'zod/mini';
import type { Sliced } from '../slices.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { pairOf, type YamlItem, type YamlMap, type YamlPair } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { missingValue, type NodeRead, plainOf, readNode, uniquePairs } from './readNode.ts';
import {
  AreaShape,
  DetailsShape,
  FrameworkShape,
  LevelShape,
  RowShape,
  SectionKindShape,
  SectionShape,
  TopicShape,
} from './schema.ts';
import { capital, withArticle } from './shapeProblems.ts';
import { withSource } from './source.ts';
import { normaliseStatement } from './statement.ts';
import type { Area, Details, Framework, Level, Row, Section, SectionKind, Topic } from './types.ts';

/** What is shared while one file is read. */
export interface Reading {
  readonly report: (problem: Problem) => void;
  /** An id that no file can hold, for a node whose own could not be read. */
  readonly placeholder: () => string;
  /** Takes note of the rows that a topic was read with. */
  readonly noteRows: (pair: YamlPair, read: RowsRead) => void;
}

/** The rows of a topic and what is wrong with them. */
export interface RowsRead {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

type ObjectShape = z.ZodMiniObject<Record<string, z.core.$ZodType>>;

/** Reads the whole of a file, in slices. What is wrong with rows is not reported but noted with them. */
export function* readingFramework(document: YamlDocument, reading: Reading): Sliced<Framework> {
  const root = document.root;
  if (root?.kind !== 'map') {
    const chunk = root?.chunk ?? document.chunks[0] ?? { start: 0, text: '' };
    const from = root?.from ?? 0;
    reading.report({
      code: 'wrong-type',
      spot: { chunk, from, to: Math.min(from + 1, chunk.text.length) },
      message: 'A framework file holds the keys `format`, `framework`, `levels`, `sectionKinds` and `areas`.',
    });
    return {
      details: EMPTY_DETAILS,
      levels: [],
      sectionKinds: [],
      glossary: new Map(),
      areas: [],
      extra: new Map(),
    };
  }
  const { fields, extra } = readNode(root, FrameworkShape, 'framework file', TOP, reading.report);
  const glossary = (fields.glossary ?? {}) as Record<string, string>;
  const details = pairOf(root, 'framework');
  if (details && details.value?.kind !== 'map' && !details.broken)
    reading.report(details.value ? notAMap(details.value, 'framework') : missingValue(details));
  const areas: Area[] = [];
  for (const map of readList(root, 'areas', 'area', reading, area => area)) {
    yield;
    areas.push(readArea(map, reading));
  }
  return withSource(
    {
      details: details?.value?.kind === 'map' ? readDetails(details.value, reading) : EMPTY_DETAILS,
      levels: readList(root, 'levels', 'level', reading, map =>
        entry<Level>(map, LevelShape, 'level', reading),
      ),
      sectionKinds: readList(root, 'sectionKinds', 'section kind', reading, map =>
        entry<SectionKind>(map, SectionKindShape, 'section kind', reading),
      ),
      glossary: new Map(Object.entries(glossary)),
      areas,
      extra,
    },
    root,
  );
}

const TOP = ['framework', 'levels', 'sectionKinds', 'areas'];
const EMPTY_DETAILS: Details = { id: '?', title: '', version: '', status: 'draft', extra: new Map() };

function readDetails(map: YamlMap, reading: Reading): Details {
  const { fields, extra } = readNode(map, DetailsShape, 'framework', [], reading.report);
  return withSource({ ...EMPTY_DETAILS, ...fields, extra } as Details, map);
}

/** Reads a node that has an id; where it has none that can be read, one that no file can hold stands in. */
function entry<T extends object>(map: YamlMap, shape: ObjectShape, what: string, reading: Reading): T {
  const read = readNode(map, shape, what, [], reading.report);
  const { id } = read.fields;
  // What has no title is shown by its id.
  return withSource({ title: id ?? '', ...named(read, reading) } as unknown as T, map);
}

function named({ fields, extra }: NodeRead, { placeholder }: Reading) {
  return { ...fields, id: (fields.id as string | undefined) ?? placeholder(), extra };
}

function readArea(map: YamlMap, reading: Reading): Area {
  const read = readNode(map, AreaShape, 'area', ['sections'], reading.report);
  const sections = readList(map, 'sections', 'section', reading, section => readSection(section, reading));
  return withSource({ ...named(read, reading), sections } as Area, map);
}

function readSection(map: YamlMap, reading: Reading): Section {
  const { fields, extra } = readNode(map, SectionShape, 'section', ['topics'], reading.report);
  const topics = readList(map, 'topics', 'topic', reading, topic => readTopic(topic, reading));
  return withSource({ kind: reading.placeholder(), ...fields, topics, extra } as Section, map);
}

function readTopic(map: YamlMap, reading: Reading): Topic {
  const read = readNode(map, TopicShape, 'topic', ['rows'], reading.report);
  const pair = pairOf(map, 'rows');
  const inside = pair && readRows(pair, reading.placeholder);
  if (inside) reading.noteRows(pair, inside);
  const rows = inside?.rows ?? [];
  return withSource({ ...named(read, reading), rows } as Topic, map);
}

interface RowRead {
  /** Its id is empty where it could not be read. */
  readonly row: Row;
  readonly problems: readonly Problem[];
}

const rowsRead = new WeakMap<YamlMap, RowRead>();

/** The rows under a pair of a topic. */
export function readRows(pair: YamlPair, placeholder: () => string): RowsRead {
  const problems = pair.value?.kind === 'seq' && pair.value.problems ? [...pair.value.problems] : [];
  const report = (problem: Problem) => problems.push(problem);
  const rows = readItems(pair, 'row', report, row => readRow(row, report, placeholder));
  return { rows, problems };
}

/** A row is read once; only its stand-in for an id depends on what is around it. */
function readRow(map: YamlMap, report: Reading['report'], placeholder: () => string): Row {
  let read = rowsRead.get(map);
  if (!read) {
    const problems: Problem[] = [];
    read = { row: newRow(map, problem => problems.push(problem)), problems };
    rowsRead.set(map, read);
  }
  for (const problem of read.problems) report(problem);
  return read.row.id === '' ? withSource({ ...read.row, id: placeholder() }, map) : read.row;
}

function newRow(map: YamlMap, report: (problem: Problem) => void): Row {
  const { fields, extra } = readNode(map, RowShape, 'row', [], report);
  const byLevel = (key: string) => new Map(Object.entries((fields[key] ?? {}) as Record<string, string>));
  const statements = new Map(
    [...byLevel('statements')].filter(([, text]) => normaliseStatement(text) !== ''),
  );
  reportEmptyLevels(map, report);
  const row = { id: '', ...fields, statements, blank: byLevel('blank'), notes: byLevel('notes'), extra };
  return withSource(row as unknown as Row, map);
}

/** A level with a colon and no statement, and a level that stands twice. */
function reportEmptyLevels(map: YamlMap, report: (problem: Problem) => void): void {
  for (const key of ['statements', 'blank', 'notes']) {
    const levels = pairOf(map, key)?.value;
    if (levels?.kind !== 'map') continue;
    for (const pair of uniquePairs(levels, report))
      if (!pair.broken && (pair.value === null || plainOf(pair.value, true) === ''))
        report({
          code: 'missing-value',
          spot: pair.key,
          message: `Nothing is written for \`${pair.key.text}\`. Write it, or remove the line: a level that is left out has no statement.`,
        });
  }
}

/** The nodes of a list of further nodes. */
function readList<T>(
  map: YamlMap,
  key: string,
  what: string,
  reading: Reading,
  read: (map: YamlMap) => T,
): T[] {
  const pair = pairOf(map, key);
  return pair ? readItems(pair, what, reading.report, read) : [];
}

function readItems<T>(
  pair: YamlPair,
  what: string,
  report: Reading['report'],
  read: (map: YamlMap) => T,
): T[] {
  const key = pair.key.text;
  const empty = pair.value?.kind === 'seq' && pair.value.items.length === 0;
  if (pair.value === null || (empty && NEVER_EMPTY.has(key))) {
    if (!pair.broken) report(missingList(pair.key, key, what));
    return [];
  }
  if (pair.value.kind !== 'seq') {
    report({
      code: 'wrong-type',
      spot: pair.key,
      message: `\`${key}\` must be a list: each ${what} begins on a line of its own with \`- \`.`,
    });
    return [];
  }
  return pair.value.items.flatMap(item => {
    if (item.value?.kind === 'map') return [read(item.value)];
    if (!item.broken) report(notAMap(item.value ?? item.dash, what));
    return [];
  });
}

const NEVER_EMPTY = new Set(['levels', 'sectionKinds']);

function missingList(spot: Problem['spot'], key: string, what: string): Problem {
  return {
    code: 'missing-value',
    spot,
    message: `\`${key}\` is empty. Add ${withArticle(what)} on a line of its own that begins with \`- \`${
      NEVER_EMPTY.has(key) ? '' : `, or write \`${key}: []\``
    }.`,
  };
}

function notAMap(spot: Problem['spot'] | YamlItem['dash'], what: string): Problem {
  return {
    code: 'wrong-type',
    spot,
    message: `${capital(withArticle(what))} is a set of keys: write each on a line of its own, as \`key: value\`.`,
  };
}

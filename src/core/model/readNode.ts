import type * as z from 'zod/mini';
import { pairOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { shapeProblems } from './shapeProblems.ts';
import { normaliseLine, normaliseStatement } from './statement.ts';
import type { Plain } from './types.ts';

/** The keys whose text may have several paragraphs; all other text stands on one line. */
const PARAGRAPHS = new Set(['note', 'description', 'statements', 'notes', 'glossary']);

type ObjectShape = z.ZodMiniObject<Record<string, z.core.$ZodType>>;

export interface NodeRead {
  /** The keys whose values have the right shape, without children and without `x-` keys. */
  readonly fields: Record<string, Plain | undefined>;
  readonly extra: ReadonlyMap<string, Plain>;
}

/**
 * Reads the keys of one node by its shape, and reports what does not fit.
 * @param children keys that hold further nodes: they must be lists and are read by the caller
 */
export function readNode(
  map: YamlMap,
  shape: ObjectShape,
  what: string,
  children: readonly string[],
  report: (problem: Problem) => void,
): NodeRead {
  const fields: Record<string, Plain | undefined> = Object.create(null);
  const extra = new Map<string, Plain>();
  for (const pair of uniquePairs(map, report)) {
    const key = pair.key.text;
    if (key.startsWith('x-')) extra.set(key, plainOf(pair.value) ?? '');
    else if (children.includes(key)) fields[key] = [];
    else if (pair.value === null) {
      if (!pair.broken) report(missingValue(pair));
    } else fields[key] = plainOf(pair.value, PARAGRAPHS.has(key));
  }
  const long = longLines(map);
  const known = Object.keys(shape.def.shape);
  const isChild = (key: PropertyKey | undefined) => children.includes(String(key));
  const result = shape.safeParse(fields);
  if (!result.success) {
    const issues = result.error.issues.filter(
      issue => !isNull(map, issue.path) && !(isChild(issue.path[0]) && pairOf(map, String(issue.path[0]))),
    );
    for (const problem of shapeProblems(issues, map, what, known)) report(problem);
    for (const issue of result.error.issues) drop(fields, issue.path.map(String));
  }
  // What does not fit anyhow has been told of.
  for (const { key, value } of long)
    if (!result.error?.issues.some(({ path }) => String(path.at(-1)) === key.text))
      report(onOneLine(key.text, value));
  for (const key of children) delete fields[key];
  return { fields, extra };
}

/** The pairs of a node, and of its withdrawal, whose text stands on several lines and should not. */
function longLines(map: YamlMap): { key: YamlScalar; value: YamlScalar }[] {
  return map.pairs.flatMap(({ key, value }) => {
    if (key.text === 'withdrawn' && value?.kind === 'map') return longLines(value);
    if (PARAGRAPHS.has(key.text) || key.text.startsWith('x-')) return [];
    return value?.kind === 'scalar' && /\S[^\S\r\n]*[\r\n]\s*\S/.test(value.text) ? [{ key, value }] : [];
  });
}

function onOneLine(key: string, spot: YamlScalar): Problem {
  return {
    code: 'wrong-type',
    spot,
    message: `\`${key}\` has several lines here, but must stand on one. Join them.`,
  };
}

/** A key with nothing after it is reported as such, not also as missing. */
function isNull(map: YamlMap, path: readonly PropertyKey[]): boolean {
  let node: YamlNode | null = map;
  for (const step of path) {
    if (node?.kind !== 'map') return false;
    const pair = pairOf(node, String(step));
    if (!pair) return false;
    if (pair.value === null) return true;
    node = pair.value;
  }
  return false;
}

function drop(fields: Record<string, unknown>, path: readonly string[]): void {
  let holder: Record<string, unknown> | undefined = fields;
  for (const step of path.slice(0, -1)) {
    const next: unknown = holder?.[step];
    holder = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : undefined;
  }
  const last = path.at(-1);
  if (!holder || last === undefined) return;
  if (Array.isArray(holder)) delete fields[path[0]!];
  else delete holder[last];
}

/** The pairs of a map, each key once; a key that stands again is reported and left out. */
export function uniquePairs(map: YamlMap, report: (problem: Problem) => void): YamlPair[] {
  const seen = new Set<string>();
  return map.pairs.filter(({ key }) => {
    if (!seen.has(key.text)) return seen.add(key.text);
    report({
      code: 'duplicate-key',
      spot: key,
      message: `The key \`${key.text}\` stands here a second time; only the first counts. Remove or rename one of them.`,
    });
    return false;
  });
}

export function missingValue(pair: YamlPair): Problem {
  return {
    code: 'missing-value',
    spot: pair.key,
    message: `Nothing stands after \`${pair.key.text}:\`. Write its value, or remove the key.`,
  };
}

/**
 * The value of a node as plain data.
 * @param multiline whether text keeps its paragraphs; undefined: text stays as it is
 */
export function plainOf(node: YamlNode | null, multiline?: boolean): Plain | undefined {
  if (node === null) return undefined;
  if (node.kind === 'scalar')
    return multiline === undefined
      ? node.text
      : multiline
        ? normaliseStatement(node.text)
        : normaliseLine(node.text);
  if (node.kind === 'seq') return node.items.map(item => plainOf(item.value, multiline) ?? '');
  const object: Record<string, Plain> = Object.create(null);
  for (const { key, value } of node.pairs)
    if (!Object.hasOwn(object, key.text)) object[key.text] = plainOf(value, multiline) ?? '';
  return object;
}

import { distance } from 'fastest-levenshtein';
import type * as z from 'zod/mini';
import { pairOf, type Spot, type YamlItem, type YamlMap, type YamlNode } from '../yaml/nodes.ts';
import type { Problem } from '../yaml/problem.ts';
import { DATE_PATTERN, FINGERPRINT_PATTERN, ID_PATTERN, WithdrawnShape } from './schema.ts';

type Issue = z.core.$ZodIssue;

/**
 * Turns what zod finds into located problems in plain words.
 * @param what the node's name for people ("row", "topic")
 * @param known the keys that the node may have
 */
export function shapeProblems(
  issues: readonly Issue[],
  map: YamlMap,
  what: string,
  known: readonly string[],
): Problem[] {
  return issues.flatMap(issue => problemsOf(issue, map, what, known));
}

/** The only keys that stand deeper than their node and are fixed are those of `withdrawn`. */
function problemsOf(issue: Issue, map: YamlMap, what: string, known: readonly string[]): Problem[] {
  const path = issue.path.map(String);
  const found = locate(map, path);
  const key = path.at(-1) ?? '';
  if (issue.code === 'unrecognized_keys') {
    const holder = found.node?.kind === 'map' ? found.node : map;
    return issue.keys.map(name =>
      path.length > 0 ? unknownInside(holder, name, key) : unknownKey(holder, name, what, known),
    );
  }
  const [value, ...others] = issue.code === 'invalid_value' ? issue.values : [];
  const only = value !== undefined && others.length === 0 ? JSON.stringify(value) : undefined;
  // What could not be read may be just that.
  if (found.missing && found.isBroken) return [];
  if (found.missing)
    return [
      {
        code: 'missing-key',
        spot: found.spot,
        message: `This ${path.length > 1 ? nameOf(path.at(-2)!) : what} has no \`${key}\`. Add a line \`${key}: ${only ?? '…'}\`.`,
        data: { key },
      },
    ];
  const spot = found.spot;
  if (issue.code === 'invalid_type')
    return [{ code: 'wrong-type', spot, message: wrongType(key, issue.expected, found.node) }];
  if (issue.code === 'invalid_format') return [badFormat(issue, key, spot)];
  if (issue.code === 'invalid_value') {
    if (key === 'format' && path.length === 1) return [unknownFormat(found)];
    const values = issue.values.map(value => `\`${String(value)}\``).join(', ');
    return [{ code: 'unknown-value', spot, message: `\`${key}\` must be one of: ${values}.` }];
  }
  if (issue.code === 'too_small')
    return [
      { code: 'missing-value', spot, message: `\`${key}\` is empty. Write its value, or remove the key.` },
    ];
  return [{ code: 'wrong-type', spot, message: `\`${key}\` does not have the right form.` }];
}

function unknownFormat({ node, spot }: Found): Problem {
  const is = node?.kind === 'scalar' ? node.text : '';
  const message = /^\d+$/.test(is)
    ? `This is format ${is}, which this version of Framework Workbench does not know: it reads format 1. Use a newer version of it, or write \`format: "1"\`.`
    : '`format` must be `"1"`, the one format that there is.';
  return { code: 'unknown-value', spot, message };
}

/** The name for people of what stands under a key. */
function nameOf(key: string): string {
  return key === 'withdrawn' ? 'withdrawal' : key;
}

/** A key that the format does not know, with the nearest one that it does. */
function unknownKey(map: YamlMap, name: string, what: string, known: readonly string[]): Problem {
  const advice = `Remove it, or begin it with \`x-\` to keep data of your own (\`x-${name}\`).`;
  return unknown(map, name, what, known, advice);
}

/** Such a key in what stands under a key of a node, where data of one's own has no place. */
function unknownInside(map: YamlMap, name: string, key: string): Problem {
  const advice = name.startsWith('x-')
    ? `Data of your own stands beside \`${key}\`: move it there.`
    : 'Remove it.';
  return unknown(map, name, nameOf(key), Object.keys(WithdrawnShape.shape), advice);
}

function unknown(
  map: YamlMap,
  name: string,
  what: string,
  known: readonly string[],
  otherwise: string,
): Problem {
  const near = nearest(name, known);
  return {
    code: 'unknown-key',
    spot: pairOf(map, name)?.key ?? map,
    message: `${capital(withArticle(what))} has no key \`${name}\`. ${near ? `Did you mean \`${near}\`?` : otherwise}`,
    data: near ? { name, near } : { name },
  };
}

/** A noun with its article: `an area`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A text as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The candidate that a word was probably meant to be, or undefined. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map(candidate => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  if (!ranked) return undefined;
  const near = word.length <= 3 ? 1 : Math.max(2, Math.floor(ranked.candidate.length / 3));
  return ranked.far <= near && ranked.far < word.length ? ranked.candidate : undefined;
}

function wrongType(key: string, expected: string, node: YamlNode | null): string {
  const is = node?.kind === 'map' ? 'a set of keys' : node?.kind === 'seq' ? 'a list' : 'text';
  const wanted =
    expected === 'array'
      ? 'a list: put each entry on a line of its own that begins with `- `'
      : expected === 'string'
        ? 'text'
        : 'a set of keys: put each on a line of its own, indented, as `key: value`';
  return `\`${key}\` is ${is} here, but must be ${wanted}.`;
}

function badFormat(issue: Issue & { code: 'invalid_format' }, key: string, spot: Spot): Problem {
  const pattern = 'pattern' in issue ? String(issue.pattern) : '';
  if (pattern === String(ID_PATTERN))
    return {
      code: 'ill-formed-id',
      spot,
      message:
        'An id is made of letters, digits, `.`, `_` and `-`, and begins and ends with a letter or digit.',
    };
  if (pattern === String(DATE_PATTERN))
    return { code: 'unknown-value', spot, message: `\`${key}\` must be a date such as "2026-11-23".` };
  if (pattern === String(FINGERPRINT_PATTERN))
    return {
      code: 'unknown-value',
      spot,
      message: `\`${key}\` is not a fingerprint. It is written by publishing.`,
    };
  return { code: 'unknown-value', spot, message: `\`${key}\` does not have the right form.` };
}

interface Found {
  readonly spot: Spot;
  readonly node: YamlNode | null;
  readonly missing: boolean;
  /** A line of the node that it should stand in could not be read. */
  readonly isBroken?: boolean;
}

/** The place of a path below a map; of the nearest node that is there, if the path is missing. */
function locate(map: YamlMap, path: readonly string[]): Found {
  let node: YamlNode | null = map;
  let spot: Spot = firstKey(map);
  for (const step of path) {
    if (node?.kind === 'map') {
      const pair = pairOf(node, step);
      if (!pair)
        return { spot: firstKey(node) ?? spot, node: null, missing: true, isBroken: node.broken === true };
      spot = pair.value?.kind === 'scalar' ? pair.value : pair.key;
      node = pair.value;
    } else if (node?.kind === 'seq') {
      const item: YamlItem | undefined = node.items[Number(step)];
      if (!item) break;
      spot = item.value ?? item.dash;
      node = item.value;
    }
  }
  return { spot, node, missing: false };
}

function firstKey(map: YamlMap): Spot {
  return map.pairs[0]?.key ?? { chunk: map.chunk, from: map.from, to: map.from + 1 };
}

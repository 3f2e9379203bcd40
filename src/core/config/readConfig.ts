import { closest, distance } from 'fastest-levenshtein';
import { RULES, ruleOf } from '../rules/allRules.ts';
import type { OptionValues, RuleMeta, Severity } from '../rules/rule.ts';
import type { RunOptions } from '../rules/runOptions.ts';
import { parseYaml } from '../yaml/document.ts';
import { endOf, pairOf, startOf, type YamlNode, type YamlScalar } from '../yaml/nodes.ts';
import { BUMPS, ConfigShape, HOLDS, KEYS, OPTION_SHAPES, SEVERITIES, VERSIONING } from './schema.ts';

/** The name of the file that holds the rules' settings for the framework files beside it. */
export const CONFIG_NAME = 'framework.config.yaml';

/** What is wrong in the settings. Offsets are of the text. */
export interface ConfigProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What was probably meant by the name that stands there. */
  readonly near?: string;
}

/** Which part of a version number each class of change raises. */
export type Versioning = { readonly [one in keyof typeof VERSIONING]?: (typeof BUMPS)[number] };

export interface Config {
  /** What a run of the rules is told: all that could be read. */
  readonly settings: RunOptions;
  /** What the body asks of the version number, where that is not as usual. */
  readonly versioning: Versioning;
  readonly problems: readonly ConfigProblem[];
}

type Path = readonly PropertyKey[];
type Reporter = (path: Path, problem: string | Pick<ConfigProblem, 'message' | 'near'>) => void;

/**
 * Reads the settings of the rules. Never throws: what does not fit is reported and left out.
 * @param text of `framework.config.yaml`
 */
export function readConfig(text: string): Config {
  const { root, problems: found } = parseYaml(text);
  const problems: ConfigProblem[] = found
    // `off` is what people write, and here it is text like all else.
    .filter(({ code }) => code !== 'misread-value')
    .map(({ spot, message }) => ({ message, start: startOf(spot), end: endOf(spot) }));
  const report: Reporter = (path, problem) =>
    problems.push({
      ...(typeof problem === 'string' ? { message: problem } : problem),
      ...placeOf(root, path),
    });
  for (const key of keysTwice(root))
    problems.push({
      message: `\`${key.text}\` stands here twice, and only one of the two counts. Put what both say into one.`,
      start: startOf(key),
      end: endOf(key),
    });
  const raw = root ? plain(root) : {};
  const read = ConfigShape.safeParse(raw);
  const wrong = new Set<string>();
  for (const { code, path, ...issue } of read.error?.issues ?? []) {
    wrong.add(path.slice(0, 2).join('\n'));
    if (code === 'unrecognized_keys' && 'keys' in issue)
      for (const key of issue.keys)
        report(
          [...path, key],
          unknown(
            `There is no key \`${key}\` here`,
            key,
            Object.keys(path[0] === 'versioning' ? VERSIONING : KEYS),
          ),
        );
    else if (path[0] === 'rules' && path.length > 1)
      report(path, `A rule is set to one of ${SEVERITIES.join(', ')}, or has its options below it.`);
    else if (path[0] === 'words') report(path, 'A list of words is needed here: each after a dash.');
    else if (path[0] === 'versioning')
      report(
        path,
        path.length > 1
          ? `This is one of ${BUMPS.join(', ')}.`
          : `Classes of change are needed here, each with one of ${BUMPS.join(', ')}.`,
      );
    else if (path[0] === 'rules')
      report(
        path,
        `\`rules\` holds rules: each on a line of its own below it, with one of ${SEVERITIES.join(', ')}.`,
      );
    else {
      const keys = Object.keys(KEYS).map(key => `\`${key}\``);
      report(
        path,
        `Settings stand under the keys ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}: write what each holds below it.`,
      );
    }
  }
  const whole = (isMap(raw) ? raw : {}) as { rules?: unknown; words?: unknown };
  const rules: Record<string, Severity | 'off'> = {};
  const options: Record<string, Record<string, OptionValues[string]>> = {};
  for (const [id, value] of Object.entries(isMap(whole.rules) ? whole.rules : {})) {
    const meta = ruleOf(id)?.meta;
    if (!meta)
      report(
        ['rules', id],
        unknown(
          `There is no rule \`${id}\``,
          id,
          RULES.map(rule => rule.meta.id),
        ),
      );
    else if (!wrong.has(`rules\n${id}`)) {
      const { severity, ...own } = (isMap(value) ? value : { severity: value }) as Record<string, unknown>;
      if (severity === 'off' && meta.scope === 'reading')
        report(['rules', id], `\`${id}\` cannot be off: without it a file cannot be read.`);
      else if (severity !== undefined) rules[id] = severity as Severity | 'off';
      options[id] = optionsOf(meta, own, (name, problem) => report(['rules', id, name], problem));
    }
  }
  if (Array.isArray(whole.words) && !wrong.has('words')) addWords(options, whole.words.filter(isText));
  return { settings: { rules, options }, versioning: versioningIn(raw), problems };
}

/** What could be read of it. */
function versioningIn(raw: unknown): Versioning {
  const given = isMap(raw) && isMap(raw.versioning) ? raw.versioning : {};
  const fit = Object.entries(given).filter(
    ([name, bump]) => Object.hasOwn(VERSIONING, name) && BUMPS.some(each => each === bump),
  );
  return Object.fromEntries(fit) as Versioning;
}

function optionsOf(
  meta: RuleMeta,
  values: Readonly<Record<string, unknown>>,
  report: (name: string, problem: Parameters<Reporter>[1]) => void,
): Record<string, OptionValues[string]> {
  const fit: Record<string, OptionValues[string]> = {};
  const options = new Map(Object.entries(meta.options ?? {}));
  const names = ['severity', ...options.keys()];
  for (const [name, value] of Object.entries(values)) {
    const option = options.get(name);
    if (!option) report(name, unknown(`\`${meta.id}\` has no option \`${name}\``, name, names));
    else {
      const read = OPTION_SHAPES[option.holds].safeParse(value);
      if (read.success) fit[name] = read.data;
      else report(name, `\`${name}\` holds ${HOLDS[option.holds]}. ${option.description}`);
    }
  }
  return fit;
}

/** What each rule about words is told of those that are right as they are. */
function addWords(
  options: Record<string, Record<string, OptionValues[string]>>,
  words: readonly string[],
): void {
  const listed = (rule: string, name: string) => {
    const own = options[rule]?.[name] as readonly string[] | undefined;
    options[rule] = { ...options[rule], [name]: [...(own ?? []), ...words] };
  };
  listed('undefined-abbreviation', 'known');
  listed('outdated-name', 'current');
  listed('british-spelling', 'words');
  const own = options['one-spelling']?.terms as Readonly<Record<string, string>> | undefined;
  const asTheyAre = Object.fromEntries(words.map(word => [word.toLowerCase(), word.toLowerCase()]));
  options['one-spelling'] = { ...options['one-spelling'], terms: { ...asTheyAre, ...own } };
}

/** A sentence about a name that there is not, with the nearest or all that there are. */
function unknown(
  what: string,
  name: string,
  names: readonly string[],
): Pick<ConfigProblem, 'message' | 'near'> {
  const near = closest(name, names);
  if (distance(near, name) <= Math.max(2, name.length / 4))
    return { message: `${what}. Is \`${near}\` meant?`, near };
  const all =
    names.length > 6
      ? '`framework rules` lists them.'
      : `There is ${names.map(one => `\`${one}\``).join(', ')}.`;
  return { message: `${what}. ${all}` };
}

/** The keys that stand above in the same map already. */
function keysTwice(node: YamlNode | null): YamlScalar[] {
  if (node?.kind === 'seq') return node.items.flatMap(({ value }) => keysTwice(value));
  if (node?.kind !== 'map') return [];
  const seen = new Set<string>();
  return node.pairs.flatMap(({ key, value }) => {
    const again = seen.has(key.text) ? [key] : [];
    seen.add(key.text);
    return [...again, ...keysTwice(value)];
  });
}

/** The place of the value at a path, or of the nearest thing that is there. */
function placeOf(root: YamlNode | null, path: Path): { start: number; end: number } {
  let place: { start: number; end: number } = { start: 0, end: 1 };
  let node: YamlNode | null = root;
  for (const step of path) {
    if (node?.kind === 'map') {
      const pair = pairOf(node, String(step));
      if (!pair) break;
      place = { start: startOf(pair.key), end: endOf(pair.key) };
      node = pair.value;
    } else if (node?.kind === 'seq') {
      node = node.items[Number(step)]?.value ?? null;
      if (node) place = { start: startOf(node), end: endOf(node) };
    } else break;
  }
  return place;
}

function plain(node: YamlNode | null): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'seq') return node.items.map(item => plain(item.value));
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, plain(value)]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

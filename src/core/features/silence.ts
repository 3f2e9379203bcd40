import type { Loaded } from '../model/load.ts';
import { ruleOf } from '../rules/allRules.ts';
import type { Finding } from '../rules/finding.ts';
import { endOf, startOf, type YamlNode } from '../yaml/nodes.ts';

/** Where the comment goes that silences a finding for what it is about, and no more. */
export interface SilencePlace {
  /** Where the entry begins that the comment goes above: behind the indentation of its line. */
  readonly offset: number;
  /** The comment, up to the reason that it must have. */
  readonly comment: string;
}

/**
 * Where a finding can be silenced, by a comment above the innermost entry around it that begins a line.
 * @returns undefined where it cannot be: without the rule the file could not be read, or it is about such a comment
 */
export function silencePlace({ document }: Loaded, finding: Finding): SilencePlace | undefined {
  const scope = ruleOf(finding.rule)?.meta.scope;
  if (scope === undefined || scope === 'reading' || scope === 'findings') return undefined;
  let offset: number | undefined;
  for (const start of entriesAround(document.root, finding.start)) {
    const line = document.text.lastIndexOf('\n', start - 1) + 1;
    if (/^ *$/.test(document.text.slice(line, start))) offset = start;
  }
  return offset === undefined ? undefined : { offset, comment: `# framework-ignore ${finding.rule}: ` };
}

/** Where the entries of maps and the items of lists begin that hold an offset, the outermost first. */
function* entriesAround(root: YamlNode | null, offset: number): Generator<number> {
  let node = root;
  while (node && node.kind !== 'scalar') {
    const entries =
      node.kind === 'map'
        ? node.pairs.map(({ key, value }) => ({ start: startOf(key), end: endOf(value ?? key), value }))
        : node.items.map(({ dash, value }) => ({ start: startOf(dash), end: endOf(value ?? dash), value }));
    const around = entries.find(({ start, end }) => start <= offset && offset <= end);
    if (around) yield around.start;
    node = around?.value ?? null;
  }
}

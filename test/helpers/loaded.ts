import { type Loaded, loadFramework } from '../../src/core/model/load.ts';
import { parseYaml } from '../../src/core/yaml/document.ts';
import { endOf, startOf, type YamlNode } from '../../src/core/yaml/nodes.ts';

/** Reads a framework from text. */
export function load(text: string): Loaded {
  return loadFramework(parseYaml(text));
}

/** The problems of a text as `code «what is underlined»`, in text order. */
export function problemsIn(text: string): string[] {
  return load(text)
    .problems.map(problem => ({ problem, start: startOf(problem.spot), end: endOf(problem.spot) }))
    .sort((a, b) => a.start - b.start)
    .map(({ problem, start, end }) => `${problem.code} «${text.slice(start, end)}»`);
}

/** A syntax tree as plain data with absolute offsets, for comparing. */
export function plainTree(node: YamlNode | null): unknown {
  if (node === null) return null;
  const at = [startOf(node), endOf(node)];
  if (node.kind === 'scalar') return [...at, node.style, node.text];
  if (node.kind === 'map')
    return [...at, node.flow, node.pairs.map(({ key, value }) => [plainTree(key), plainTree(value)])];
  return [...at, node.flow, node.items.map(({ dash, value }) => [startOf(dash), plainTree(value)])];
}

const HEAD = `format: "1"
framework:
  id: sample
  title: Sample
  version: "1.0"
  status: draft
levels:
  - id: "0.5"
    title: 0.5 line
  - id: 1st
    title: 1st line
  - id: 2nd
    title: 2nd line
sectionKinds:
  - id: functions
    title: Functions
areas:
  - id: technical
    title: Technical
    sections:
      - kind: functions
        topics:
          - id: devices
            title: Devices
            rows:
`;

/** A small framework file with the given rows, each the YAML of a row's keys without dash and indentation. */
export function fileWith(...rows: string[]): string {
  const item = (row: string) =>
    row
      .trimEnd()
      .split('\n')
      .map((line, index) => (index === 0 ? `              - ${line}` : `                ${line}`))
      .join('\n');
  return `${HEAD}${rows.map(item).join('\n')}\n`;
}

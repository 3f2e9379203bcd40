import { loadFramework, parseYaml, type Sibling } from '../../src/core/index.ts';

/** A whole framework file around an example, which may be a list of rows, topics or areas at column 0. */
export interface ExampleFile {
  readonly text: string;
  /** How many lines stand before the example. */
  readonly linesBefore: number;
  /** The files beside it. */
  readonly siblings: readonly Sibling[];
}

const FORMAT = 'format: "1"\n';
const DETAILS = `framework: { id: demo, title: Demo, version: "1.0", status: draft }
`;
const LEVELS = `levels:
  - { id: "0.5", title: 0.5 line }
  - { id: 1st, title: 1st line }
  - { id: 2nd, title: 2nd line }
  - { id: 3rd, title: 3rd line }
sectionKinds:
  - { id: functions, title: Functions }
  - { id: knowledge, title: Knowledge }
`;
const AREAS = 'areas:\n';
const TOPICS = `  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
`;
const ROWS = `          - id: backups
            title: Backups
            rows:
`;

const ROW = `              - id: backups-1
                statements:
                  1st: Restore a file.
`;

/** What stands between an example and the versions beside it: `# beside: NAME, version 0.9, published`. */
const BESIDE = /^# beside: (\S+), version (\S+), (draft|published)$\n/m;

/**
 * @param example a whole file, the details of one (`framework:`), or a list whose entries say what they are by their
 * keys; with such examples of the versions beside it
 */
export function ruleFile(example: string): ExampleFile {
  const [own = '', ...parts] = example.split(BESIDE);
  const siblings: Sibling[] = [];
  for (let at = 0; at < parts.length; at += 4) {
    const [name = '', version, status, other = ''] = parts.slice(at, at + 4);
    const { text } = wholeFile(other, DETAILS.replace('"1.0"', `"${version}"`).replace('draft', `${status}`));
    siblings.push({ name, framework: loadFramework(parseYaml(text)).framework });
  }
  return { ...wholeFile(own, DETAILS), siblings };
}

function wholeFile(example: string, details: string): { text: string; linesBefore: number } {
  if (/^framework:/.test(example))
    return { text: `${FORMAT}${example.trimEnd()}\n${LEVELS}${AREAS}${TOPICS}${ROWS}${ROW}`, linesBefore: 1 };
  const head = FORMAT + details + LEVELS + AREAS;
  const [before, indent] = !/^- /m.test(example)
    ? ['', 0]
    : /^[- ] (?:sections):/m.test(example)
      ? [head, 2]
      : /^[- ] (?:rows):/m.test(example)
        ? [head + TOPICS, 10]
        : [head + TOPICS + ROWS, 14];
  const text = before + example.replace(/^(?=.)/gm, ' '.repeat(indent));
  return { text, linesBefore: before.split('\n').length - 1 };
}

/** What a line of a golden file asks for. */
export interface Want {
  readonly line: number;
  readonly message: string;
}

/**
 * Takes the markers out of a golden file: `# want "part of the message"` at the end of a line, or alone on a
 * line that speaks of the one above it.
 * @returns the text without them, and what they want; lines count from 1
 */
export function withoutMarkers(text: string): { readonly text: string; readonly wants: readonly Want[] } {
  const wants: Want[] = [];
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [, content = line, markers = ''] = /^(.*?)((?:\s*# want "(?:[^"\\]|\\.)*")+)$/.exec(line) ?? [];
    if (content.trim() !== '' || markers === '') lines.push(content);
    for (const [, message] of markers.matchAll(/# want ("(?:[^"\\]|\\.)*")/g))
      wants.push({ line: lines.length, message: JSON.parse(message!) as string });
  }
  return { text: lines.join('\n'), wants };
}

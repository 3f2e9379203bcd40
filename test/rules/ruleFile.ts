/** A whole framework file around an example, which may be a list of rows, topics or areas at column 0. */
export interface ExampleFile {
  readonly text: string;
  /** How many lines stand before the example. */
  readonly linesBefore: number;
}

const HEAD = `format: "1"
framework: { id: demo, title: Demo, version: "1.0", status: draft }
levels:
  - { id: "0.5", title: 0.5 line }
  - { id: 1st, title: 1st line }
  - { id: 2nd, title: 2nd line }
  - { id: 3rd, title: 3rd line }
sectionKinds:
  - { id: functions, title: Functions }
  - { id: knowledge, title: Knowledge }
`;
const AREAS = `${HEAD}areas:\n`;
const TOPICS = `${AREAS}  - id: service
    title: Service
    sections:
      - kind: functions
        topics:
`;
const ROWS = `${TOPICS}          - id: backups
            title: Backups
            rows:
`;

/** @param example a whole file, or a list whose entries say what they are by their keys */
export function ruleFile(example: string): ExampleFile {
  const [before, indent] = !/^- /m.test(example)
    ? ['', 0]
    : /^[- ] (?:sections):/m.test(example)
      ? [AREAS, 2]
      : /^[- ] (?:rows):/m.test(example)
        ? [TOPICS, 10]
        : [ROWS, 14];
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

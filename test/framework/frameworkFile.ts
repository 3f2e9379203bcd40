import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A framework file as these tests see it: plain YAML, read without the product's own loader. */
export interface FileRow {
  readonly id: string;
  readonly statements: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly notes?: Readonly<Record<string, string>>;
  readonly blank?: Readonly<Record<string, string>>;
  readonly splitFrom?: string;
  readonly withdrawn?: { readonly since: string; readonly replacedBy?: string[]; readonly reason?: string };
}
export interface FileTopic {
  readonly id: string;
  readonly title?: string;
  readonly rows: readonly FileRow[];
}
export interface FileArea {
  readonly id: string;
  readonly title?: string;
  readonly note?: string;
  readonly sections: readonly { readonly kind: string; readonly topics: readonly FileTopic[] }[];
}
export interface FrameworkFile {
  readonly framework: Readonly<Record<string, string>>;
  readonly levels: readonly { readonly id: string; readonly title: string }[];
  readonly sectionKinds: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly FileArea[];
}

/** The text of a file of the repository. `path` is relative to its top. */
export function readText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** Parses a framework file with every scalar as text. Throws on text that is not valid YAML. */
export function readFrameworkFile(text: string): FrameworkFile {
  return parse(text, { schema: 'failsafe' });
}

/** All topics, in order. */
export function topicsOf(file: FrameworkFile): FileTopic[] {
  return file.areas.flatMap(area => area.sections.flatMap(section => section.topics));
}

/** All rows, in order. */
export function rowsOf(file: FrameworkFile): FileRow[] {
  return topicsOf(file).flatMap(topic => topic.rows);
}

/** How other tools would read the text: keys kept as they were resolved (a number stays a number). */
export function readAsOtherTools(text: string): { name: string; value: unknown }[] {
  return (['1.1', '1.2'] as const).map(version => ({
    name: `YAML ${version}`,
    value: parse(text, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core', mapAsMap: true }),
  }));
}

/** The same text as everything-is-text, in the same form as `readAsOtherTools`. */
export function readAsText(text: string): unknown {
  return parse(text, { schema: 'failsafe', mapAsMap: true });
}

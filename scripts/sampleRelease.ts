// What a body would publish about the made-up version 1.3, made from the samples; `npm run samples` writes it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadFramework, parseYaml, readReasons } from '../src/core/index.ts';
import {
  compare,
  differencesJson,
  doubts,
  releaseBook,
  releaseOf,
  releaseText,
} from '../src/core/publishing.ts';
import { writeXlsx } from '../src/excel/index.ts';
import { root } from './lib/install.mjs';

const OLDER = 'framework/iteps-1.2.framework.yaml';
const NEWER = 'samples/iteps-1.3-draft.framework.yaml';
const REASONS = 'samples/iteps-1.3-draft.changes.yaml';
const FOLDER = 'samples/iteps-1.2-to-1.3';
/** The workbook says when it was made; the same samples give the same bytes. */
const DATE = '2026-11-23';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The outputs by their file. @throws Error if a sample cannot be read whole */
export async function sampleRelease(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const [older, newer] = [OLDER, NEWER].map(file => {
    const { framework, whole } = loadFramework(parseYaml(read(file)));
    if (!whole) throw new Error(`${file} has errors: mend them first.`);
    return framework;
  });
  const comparison = compare(older!, newer!);
  const found = releaseOf(comparison, readReasons(read(REASONS), REASONS));
  // Whoever comes across one of these files by itself must not take it for the body's own.
  const release = { ...found, title: `${found.title} (made-up sample)` };
  return new Map<string, string | Uint8Array>([
    [`${FOLDER}/changes.md`, releaseText(release, 'markdown', newer!)],
    [`${FOLDER}/changes.html`, releaseText(release, 'html', newer!)],
    [`${FOLDER}/changes.json`, differencesJson(comparison, release, doubts(comparison, NEWER))],
    [`${FOLDER}/changes.xlsx`, await writeXlsx(releaseBook(release, DATE))],
    [`${FOLDER}/crosswalk.csv`, releaseText(release, 'crosswalk.csv', newer!)],
    [`${FOLDER}/crosswalk.json`, releaseText(release, 'crosswalk.json', newer!)],
  ]);
}

import type { Framework } from '../model/types.ts';
import { ABOUT_COLUMNS, ABOUT_HEADS, type About, aboutCells } from './about.ts';
import type { BookRow, BookSheet } from './book.ts';
import type { StyleName } from './styles.ts';

/** Levels, sections, particulars and glossary of a framework, for reading. */
export function detailsSheet(name: string, framework: Framework): BookSheet {
  const { details } = framework;
  const particulars: readonly (readonly [string, string | undefined])[] = [
    ['Title', details.title],
    ['Version', details.version],
    ['Status', details.status],
    ['Published on', details.date],
    ['Replaces version', details.supersedes],
    ['Publisher', details.publisher],
    ['Language', details.language],
    ['Description', details.description],
    ['Identifier', details.id],
  ];
  const rows: BookRow[] = [
    { height: 12, cells: [] },
    { height: 30, cells: [undefined, { text: name, style: 'areaTitle' }] },
    ...table(
      ['Level', 'Who works at this level'],
      framework.levels.map(level => [level.title, level.description ?? '']),
      framework.levels.map(({ id }) => ({ level: id })),
    ),
    ...table(
      ['Section', 'What it holds'],
      framework.sectionKinds.map(kind => [kind.title, kind.description ?? '']),
    ),
    ...table(
      ['Details', ''],
      particulars.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    ),
    ...(framework.glossary.size > 0 ? table(['Glossary', 'Meaning'], sortedTerms(framework.glossary)) : []),
  ];
  return {
    name,
    state: 'visible',
    tabColour: '8A97A6',
    columns: [{ width: 3 }, { width: 34, style: 'plain' }, { width: 92, style: 'plain' }, ...ABOUT_COLUMNS],
    rows,
    print: { orientation: 'landscape', repeatRows: 0 },
  };
}

/** By code unit, so that every machine gives the same order. */
function sortedTerms(glossary: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...glossary].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param about what each line is about */
function table(
  heads: readonly [string, string],
  lines: readonly (readonly [string, string])[],
  about?: readonly About[],
): BookRow[] {
  const row = (texts: readonly string[], styles: readonly [StyleName, StyleName]): BookRow['cells'] => [
    undefined,
    ...texts.map((text, index) => ({ text, style: styles[index] ?? 'statement' })),
  ];
  return [
    { height: 14, cells: [] },
    { height: 22, cells: [...row(heads, ['head', 'head']), ...(about ? ABOUT_HEADS : [])] },
    ...lines.map((line, at) => ({
      cells: [...row(line, ['topic', 'statement']), ...(about ? aboutCells(about[at] ?? {}) : [])],
    })),
  ];
}

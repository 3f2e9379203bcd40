// One round of a review: what was sent, what the reviewer did with it, and what happened to the YAML meanwhile.
import fc from 'fast-check';
import { type Loaded, loadFramework } from '../../../src/core/model/load.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { reviewersOf } from '../../../src/core/review/reviewersOf.ts';
import type { ImportOptions, Returned } from '../../../src/core/review/sides.ts';
import { readCsv } from '../../../src/core/sheet/readCsv.ts';
import { readReview } from '../../../src/core/sheet/review.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { editsTo } from '../../../src/core/write/writer.ts';
import { parseYaml } from '../../../src/core/yaml/document.ts';
import { frameworksUpTo } from '../arbitraries.ts';
import { edits } from '../arbitraryEdits.ts';
import { statementTexts } from '../arbitraryTexts.ts';
import { load } from '../loaded.ts';
import { deeds, doAll } from './deeds.ts';
import { bookOf, type Desk, deskOf, tablesOf } from './desk.ts';
import { type Meant, meantBy } from './intent.ts';

/** What maintainers do to the YAML meanwhile. */
const MEANWHILE = [
  ...(['reword', 'reword', 'clear', 'addRow', 'removeRow', 'orderRow', 'moveRow', 'renameRow'] as const),
  ...(['withdrawRow', 'retitleTopic', 'noteCell', 'noteRow', 'orderTopic', 'retitleArea'] as const),
];
const meanwhile = fc.array(
  fc.tuple(edits, fc.constantFrom(...MEANWHILE)).map(([edit, name]) => ({ ...edit, name })),
  { maxLength: 4 },
);

/** Small ones: what goes wrong goes wrong in few rows, and many rounds can be played. */
const frameworks = frameworksUpTo({ areas: 3, sections: 2, topics: 2, rows: 4 });

export const rounds = fc.record({
  framework: frameworks,
  deeds: fc.array(deeds(statementTexts), { maxLength: 8 }),
  meanwhile,
  form: fc.constantFrom(
    'xlsx' as const,
    'xlsx' as const,
    'xlsx' as const,
    ',' as const,
    ';' as const,
    '\t' as const,
  ),
});
export type Round = typeof rounds extends fc.Arbitrary<infer T> ? T : never;

export function textOf(framework: Framework): string {
  return applyEdits('', editsTo(loadFramework(parseYaml('')), framework));
}

export interface Played {
  readonly loaded: Loaded;
  readonly base: Framework;
  readonly desk: Desk;
  readonly meant: Meant;
  readonly returned: readonly Returned[];
  readonly options: ImportOptions;
}

/** Sends the workbook out, lets the reviewer work, and takes it back. */
export function play({ framework, deeds, form }: Round): Played {
  const text = textOf(framework);
  const loaded = load(text);
  const base = loaded.framework;
  const desk = deskOf(base, text);
  doAll(desk, deeds);
  const meant = meantBy(base, desk);
  if (form === 'xlsx')
    return {
      loaded,
      base,
      desk,
      meant,
      returned: [{ name: 'Ada', review: readReview(bookOf(desk)) }],
      options: {},
    };
  const files = [...tablesOf(desk, form)]
    .filter(([, table]) => table.trim() !== '')
    .map(([name, table]) => ({ name, review: readCsv(table, name, base) }));
  return { loaded, base, desk, meant, returned: reviewersOf(files, 'Ada'), options: { base: text } };
}

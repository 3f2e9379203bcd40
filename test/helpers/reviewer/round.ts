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
import {
  bookOf,
  type Desk,
  type DeskRow,
  deskOf,
  type Form,
  placesOf,
  type Scope,
  tablesOf,
} from './desk.ts';
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

/** What is typed and pasted: any words, and what programs do to them. */
const typed = fc.oneof(
  { weight: 3, arbitrary: statementTexts },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '“Smart” quotes — and …',
        'One.\r\nTwo.',
        'One.\r\rTwo.',
        'One.\n \n\nTwo.',
        ' lead',
        'trail \u00a0',
      ],
      ...['no\u00a0break', '=SUM(A1:A9)', '-', '@x', '1.10', '0.5', '#N/A', '_x0041_', 'say "so"; or, not'],
    ),
  },
);

/** Which part was sent: mostly all of it; else every area and level whose bit is set. */
const parts = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ areas: fc.nat(7), levels: fc.nat(63) }) },
);

const anyForm = fc.constantFrom<Form>('xlsx', 'xlsx', 'xlsx', ',', ';', '\t');
const work = fc.array(deeds(typed), { maxLength: 8 });

export const rounds = fc.record({
  framework: frameworks,
  part: parts,
  deeds: work,
  meanwhile,
  form: anyForm,
});
export type Round = typeof rounds extends fc.Arbitrary<infer T> ? T : never;

/** What one reviewer does: gets it all or a part, works, sends it back in some form. */
const reviews = (form: fc.Arbitrary<Form>) => fc.record({ part: parts, deeds: work, form });
type ReviewWork = ReturnType<typeof reviews> extends fc.Arbitrary<infer T> ? T : never;

/** The same framework sent to two or three; one of them may send tables back. */
export const roundsOfSeveral = fc.record({
  framework: frameworks,
  reviews: fc
    .tuple(reviews(fc.constant('xlsx')), reviews(anyForm), fc.option(reviews(fc.constant('xlsx'))))
    .map(list => list.filter(each => each !== null)),
  meanwhile,
});
export type RoundOfSeveral = typeof roundsOfSeveral extends fc.Arbitrary<infer T> ? T : never;

export function textOf(framework: Framework): string {
  return applyEdits('', editsTo(loadFramework(parseYaml('')), framework));
}

export interface Played {
  readonly loaded: Loaded;
  readonly base: Framework;
  readonly desk: Desk;
  readonly form: Form;
  /** Where each row stands in what came back. */
  readonly places: ReadonlyMap<string, DeskRow>;
  readonly meant: Meant;
  readonly returned: readonly Returned[];
  readonly options: ImportOptions;
}

/** Sends the workbook out, lets the reviewer work, and takes it back. */
export function play(framework: Framework, { part, deeds, form }: ReviewWork, name = 'Ada'): Played {
  const text = textOf(framework);
  const loaded = load(text);
  const base = loaded.framework;
  const desk = deskOf(base, text, part && scopeOf(base, part));
  doAll(desk, deeds);
  const played = { loaded, base, desk, form, meant: meantBy(base, desk, form) };
  if (form === 'xlsx')
    return {
      ...played,
      returned: [{ name, review: readReview(bookOf(desk), { framework: base }) }],
      places: placesOf(desk),
      options: desk.lostBase ? { versions: [text] } : {},
    };
  const tables = [...tablesOf(desk, form)];
  const files = tables.map(([file, table]) => ({ name: file, review: readCsv(table.text, file, base) }));
  return {
    ...played,
    returned: reviewersOf(files, name),
    places: new Map(tables.flatMap(([, { places }]) => [...places])),
    options: { base: text },
  };
}

function scopeOf({ areas, levels }: Framework, part: { areas: number; levels: number }): Scope {
  const bits = (list: readonly { readonly id: string }[], mask: number) => {
    const chosen = list.filter((_, at) => mask & (1 << at));
    return (chosen.length > 0 ? chosen : list.slice(0, 1)).map(({ id }) => id);
  };
  return { areas: bits(areas, part.areas), levels: bits(levels, part.levels) };
}

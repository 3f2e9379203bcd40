import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/core/changes/applyChanges.ts';
import { invert } from '../../src/core/changes/invert.ts';
import type { MatrixCommand } from '../../src/core/matrix/commands/command.ts';
import { resolveCommand } from '../../src/core/matrix/commands/resolve.ts';
import { matrixView } from '../../src/core/matrix/view.ts';
import { sameMeaning, sameValue } from '../../src/core/model/equal.ts';
import { eachRow } from '../../src/core/model/index.ts';
import type { Loaded } from '../../src/core/model/load.ts';
import { ID_PATTERN } from '../../src/core/model/schema.ts';
import { sourceOf } from '../../src/core/model/source.ts';
import type { Framework, Row } from '../../src/core/model/types.ts';
import type { PublishedIds } from '../../src/core/publish/publishedRows.ts';
import { endOf, startOf } from '../../src/core/yaml/nodes.ts';
import { layoutOf } from '../../src/webview/matrix/state/layout.ts';
import { placesIn } from '../../src/webview/matrix/state/places.ts';
import { frameworks } from '../helpers/arbitraries.ts';
import { type CommandRecipe, commandOf, commandRecipes } from '../helpers/arbitraryCommands.ts';
import { NEW_ID, wanted } from '../helpers/matrixReference.ts';
import { MemoryMatrix, type MemoryPage } from '../helpers/memoryMatrix.ts';
import { styledYaml } from '../helpers/yamlStyles.ts';

type Step =
  | { readonly do: 'command'; readonly recipe: CommandRecipe }
  | { readonly do: 'type'; readonly at: number; readonly remove: number; readonly text: string }
  | { readonly do: 'undo' | 'redo' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: commandRecipes.map(recipe => ({ do: 'command', recipe }) as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      at: fc.nat(9_999),
      remove: fc.constantFrom(0, 0, 0, 1, 3),
      text: fc.constantFrom('a', 'zz ', ' ', '\n', '# said\n', '"', ': ', '- ', 'é', '\t', ''),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const }) },
);

const drafts = frameworks.map(framework => ({
  ...framework,
  details: { ...framework.details, status: 'draft' as const },
}));

/** What published versions hold: nothing that is known, or some of the ids. */
function publishedIn(framework: Framework, seed: number): PublishedIds | undefined {
  if (seed % 3 === 0) return undefined;
  const some = (ids: readonly string[]) => new Set(ids.filter((_, at) => (at + seed) % 3 === 0));
  const topics = framework.areas.flatMap(area => area.sections.flatMap(section => section.topics));
  return {
    row: some(rowsIn(framework).map(({ id }) => id)),
    topic: some(topics.map(({ id }) => id)),
    area: some(framework.areas.map(({ id }) => id)),
    level: new Set(),
  };
}

describe('Whatever is done in the matrix and in the text, in whatever order', () => {
  it('each command does what it says and no more, and undo leads back to the first byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        drafts,
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.array(steps, { minLength: 1, maxLength: 5 }),
        async (framework, seed, list) => {
          const { text } = styledYaml(framework, seed);
          const matrix = new MemoryMatrix(text);
          matrix.published = publishedIn(framework, seed);
          if (seed % 2 === 0) matrix.other = matrix.document.loaded.framework;
          const pages = [matrix.openPage(), matrix.openPage()];
          for (const [at, step] of list.entries()) {
            const page = pages[at % 2]!;
            if (step.do === 'command') await checkCommand(matrix, page, step.recipe);
            else if (step.do === 'type') await typeInText(matrix, page, step);
            else if (step.do === 'undo') matrix.document.undo();
            else matrix.document.redo();
            // What was undone may have been broken on purpose.
            while (matrix.lock() && matrix.document.steps > 0) matrix.document.undo();
            expect(matrix.lock()).toBeNull();
          }
          for (const page of pages) expectShown(page, matrix);
          expect(matrix.faults).toEqual([]);
          while (matrix.document.steps > 0) matrix.document.undo();
          expect(matrix.document.text).toBe(text);
        },
      ),
      // Making a failure smaller takes many minutes here; its seed and path bring it back.
      { endOnFailure: true },
    );
  });
});

async function checkCommand(matrix: MemoryMatrix, page: MemoryPage, recipe: CommandRecipe): Promise<void> {
  const { loaded: before, text, steps } = matrix.document;
  // Places in what was read hold until the text changes.
  const written = new Map(rowsIn(before.framework).map(row => [row, bytesOf(before, row)]));
  const command = commandOf(recipe, before.framework);
  const target = wanted(before.framework, command, matrix.published);
  const outcome = await page.run(command);
  const { loaded: after } = matrix.document;

  expect(outcome.lock).toBeUndefined();
  expect(outcome.told).not.toBe('');
  expect(matrix.document.steps).toBe(steps + (outcome.done ? 1 : 0));
  expect(outcome.done).toBe(matrix.document.text !== text);
  expect(after.whole).toBe(true);
  const expected = withNewIds(target, before.framework, after.framework);
  if (!sameMeaning(after.framework, expected)) expect(after.framework).toEqual(expected);
  expectShown(page, matrix);
  for (const select of outcome.select)
    expect(page.view?.lines.some(line => line.type === select.what && line.id === select.id)).toBe(true);

  expectUntouched(text, written, after, command);
  expectInvertible(before.framework, command, matrix.published);
}

/** Somebody types in the text. What breaks it locks the matrix until it is taken back. */
async function typeInText(
  matrix: MemoryMatrix,
  page: MemoryPage,
  { at, remove, text }: Step & { do: 'type' },
): Promise<void> {
  const { document } = matrix;
  const start = at % (document.text.length + 1);
  document.edit([{ start, end: Math.min(start + remove, document.text.length), text }]);
  page.settle();
  if (!matrix.lock()) return;
  const broken = document.text;
  const outcome = await page.run({ type: 'insertArea', to: { endOf: '' } });
  expect([outcome.done, outcome.lock?.why, document.text === broken]).toEqual([
    false,
    matrix.lock()?.why,
    true,
  ]);
  document.undo();
}

function expectShown(page: MemoryPage, matrix: MemoryMatrix): void {
  page.settle();
  const { marks, since } = structuredClone(matrix.beside);
  const fresh = matrixView(structuredClone(matrix.document.loaded.framework), marks, undefined, since);
  if (JSON.stringify(page.view) !== JSON.stringify(fresh)) expect(page.view).toEqual(fresh);
  expect(page.state.layout).toEqual(layoutOf(fresh, page.state.filter, page.state.withdrawn));
  const places = placesIn(page.view!);
  for (const line of page.view!.lines) expect(places.line(line.key)).toBe(line);
}

function rowsIn(framework: Framework): Row[] {
  return Array.from(eachRow(framework), ({ row }) => row);
}

/** Fills in the ids that new nodes were given, which must be fit and unique. */
function withNewIds(target: Framework, before: Framework, after: Framework): Framework {
  const fresh = (list: (framework: Framework) => readonly { readonly id: string }[]) => {
    const known = new Set(list(before).map(({ id }) => id));
    const ids = list(after).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const added = ids.filter(id => !known.has(id));
    for (const id of added) expect(id).toMatch(ID_PATTERN);
    return <N extends { readonly id: string }>(node: N): N =>
      node.id === NEW_ID ? { ...node, id: added.shift() ?? 'none was given' } : node;
  };
  const topicsOf = ({ areas }: Framework) =>
    areas.flatMap(area => area.sections.flatMap(section => section.topics));
  const [level, area, topic, row] = [
    fresh(each => each.levels),
    fresh(each => each.areas),
    fresh(topicsOf),
    fresh(rowsIn),
  ];
  return {
    ...target,
    levels: target.levels.map(level),
    areas: target.areas.map(area).map(each => ({
      ...each,
      sections: each.sections.map(section => ({
        ...section,
        topics: section.topics.map(topic).map(one => ({ ...one, rows: one.rows.map(row) })),
      })),
    })),
  };
}

/** Commands that take away nothing that a comment may belong to. */
const KEEP_ALL = new Set<MatrixCommand['type']>([
  ...(['insertRows', 'duplicateRows', 'insertTopic', 'insertArea', 'insertSection'] as const),
  ...(['insertLevel', 'move', 'withdraw'] as const),
]);

/** The rows that say what they said have the bytes that they had, and no comment is lost or doubled. */
function expectUntouched(
  text: string,
  written: ReadonlyMap<Row, string>,
  after: Loaded,
  command: MatrixCommand,
): void {
  const now = new Map(rowsIn(after.framework).map(row => [row.id, row]));
  for (const [row, bytes] of written) {
    const same = now.get(row.id);
    if (!same || !sameValue(row, same)) continue;
    // A row that went into a list within brackets is written anew, within brackets.
    if (sourceOf(same)!.flow === sourceOf(row)!.flow) expect(bytesOf(after, same)).toBe(bytes);
  }
  const comments = (of: string) => of.match(/# c\d+!/g) ?? [];
  const kept = comments(after.document.text);
  expect(new Set(kept).size).toBe(kept.length);
  if (KEEP_ALL.has(command.type)) expect(kept.toSorted()).toEqual(comments(text).toSorted());
}

/** The bytes of a row, but for how far in they stand. */
function bytesOf({ document: { text } }: Loaded, row: Row): string {
  const source = sourceOf(row)!;
  return text.slice(startOf(source), endOf(source)).replace(/\n +/g, '\n ');
}

/** The changes of a command apply, all of them, and their inverse gives back what was. */
function expectInvertible(
  framework: Framework,
  command: MatrixCommand,
  published: PublishedIds | undefined,
): void {
  const { changes } = resolveCommand(framework, command, { published, salt: 'x' });
  const there = applyChanges(framework, changes);
  const back = applyChanges(there.framework, invert(changes));
  expect([there.refused, back.refused]).toEqual([[], []]);
  expect(sameMeaning(back.framework, framework)).toBe(true);
}

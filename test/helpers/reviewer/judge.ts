// Holds what an import made of a workbook against what was meant by it.
import { expect } from 'vitest';
import { sameMeaning } from '../../../src/core/model/equal.ts';
import { eachRow, indexFramework } from '../../../src/core/model/index.ts';
import { normaliseStatement } from '../../../src/core/model/statement.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { idsByFormer } from '../../../src/core/review/formerIds.ts';
import { type ImportPlan, importReviews } from '../../../src/core/review/importReviews.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { editsTo } from '../../../src/core/write/writer.ts';
import { withEdits } from '../arbitraryEdits.ts';
import { load } from '../loaded.ts';
import { coveredOf, type DeskRow, type Look } from './desk.ts';
import { isMeant, sameWords, UNCLEAR } from './intent.ts';
import { type Played, play, type Round, type RoundOfSeveral, textOf } from './round.ts';

/** Plays a round, imports what came back, also into what became of the YAML meanwhile, and then once more. */
export function expectRound(round: Round): void {
  const played = play(round.framework, round);
  const { loaded, base, returned, options } = played;
  const plan = importReviews(loaded, returned, options);
  const said = expectMeant(plan, played);
  expectNotes(plan, played, said.ids);
  expectSaid(plan, played);

  const today = round.meanwhile.length === 0 ? loaded : load(textOf(withEdits(base, round.meanwhile)));
  const both = importReviews(today, returned, options);
  expectMerged(both, [played], today.framework, new Set([...said.ids, ...saidAbout(both, played).ids]));
  const written = load(applyEdits(today.document.text, editsTo(today, both.framework)));
  if (!sameMeaning(written.framework, both.framework)) expect(written.framework).toEqual(both.framework);
  expect(importReviews(written, returned, options).changes, 'imported again').toEqual([]);
}

const NAMES = ['Ada', 'Ben', 'Cleo'];

/** Several reviewers at once: each as it was meant, together without losing anything, in any order the same. */
export function expectRoundOfSeveral({ framework, reviews, meanwhile }: RoundOfSeveral): void {
  const sides = reviews.map((review, at) => play(framework, review, NAMES[at]));
  const [{ loaded, base }] = sides as [Played];
  const text = loaded.document.text;
  const today = meanwhile.length === 0 ? loaded : load(textOf(withEdits(base, meanwhile)));
  const returned = sides.flatMap(side => side.returned);
  const plan = importReviews(today, returned, { versions: [text] });
  expect(importReviews(today, [...returned].reverse(), { versions: [text] }), 'in any order').toEqual(plan);
  const said = new Set(
    sides.flatMap((side, at) => {
      const name = NAMES[at]!;
      const isOwn = ({ place }: { readonly place: string }) => place.startsWith(`${name}: `);
      const bare = <T extends { readonly place: string }>(each: T): T =>
        isOwn(each) ? { ...each, place: each.place.slice(name.length + 2) } : each;
      const problems = plan.problems.filter(isOwn).map(bare);
      const questions = plan.questions.filter(({ reviewer }) => reviewer === name).map(bare);
      return [...saidAbout({ ...plan, problems, questions }, side).ids];
    }),
  );
  expectMerged(plan, sides, today.framework, said);
}

/** What is said of a table as a whole: what is gone from it is not asked about row by row. */
const PARTIAL = new Set(['partial-table', 'empty-table']);

/** What says how something was taken, and not that it was taken otherwise than it was meant. */
const TAKEN =
  /^(comment|formula|typed-.*|error-value|struck-out|link|merged-cells|text-outside-table|matched-by-likeness)$/;

/** The rows that the import says, or asks, something about: these may come out otherwise than they were meant. */
function saidAbout(plan: ImportPlan, { desk, base, meant, places }: Played) {
  const ids = new Set(plan.questions.flatMap(({ row }) => row ?? []));
  const rows = new Set<DeskRow>();
  for (const sheet of desk.sheets)
    if (plan.problems.some(({ code, place }) => PARTIAL.has(code) && place.startsWith(sheet.name)))
      for (const area of base.areas.filter(({ id }) => id === sheet.area))
        for (const { id } of area.sections.flatMap(({ topics }) => topics.flatMap(topic => topic.rows)))
          if (['deleted', 'emptied'].includes(meant.rows.get(id)?.is ?? '')) ids.add(id);
  const problems = plan.problems.filter(
    ({ code, place }) =>
      // Behind rows that were emptied stands what was inserted there.
      !TAKEN.test(code) || (code === 'text-outside-table' && !places.get(rowPlace(place))?.stray),
  );
  const add = (row: DeskRow) => {
    rows.add(row);
    if (row.sentAs !== undefined) ids.add(row.sentAs);
  };
  for (const { place, ...about } of [...problems, ...plan.questions]) {
    const row = places.get(rowPlace(place));
    if (!row) continue;
    add(row);
    // It is asked once of all rows that say the same title.
    if ('kind' in about && about.kind === 'topic-title')
      for (const other of places.values())
        if (other.texts.get('topic') === row.texts.get('topic')) add(other);
  }
  return { ids, rows };
}

/** `Area 1!D14` → `Area 1!14` */
function rowPlace(place: string): string {
  return place.replace(/![A-Z]*(?=\d+$)/, '!');
}

/** Whatever is more, or less, than a text is said at its place. */
function expectSaid(plan: ImportPlan, { places, desk, form }: Played): void {
  const said = new Set(plan.problems.map(({ code, place }) => `${code} ${rowPlace(place)}`));
  for (const [place, row] of places) {
    const sheet = desk.sheets.find(({ rows }) => rows.includes(row))!;
    if (row.stray?.trim()) expect(said).toContain(`text-outside-table ${place}`);
    if (form !== 'xlsx') continue;
    for (const [column, look] of row.looks) {
      if (!sheet.columns.includes(column) || coveredOf(sheet, row) === column) continue;
      if (!row.texts.get(column)) continue;
      const code = codeOf(look);
      if (code !== undefined) expect(said).toContain(`${code} ${place}`);
    }
  }
}

function codeOf({ kind, formula, struck, link }: Look): string | undefined {
  if (kind === 'error') return 'error-value';
  if (formula !== undefined) return 'formula';
  if (struck !== undefined) return 'struck-out';
  if (link !== undefined) return 'link';
  return kind === 'number' || kind === 'date' || kind === 'boolean' ? `typed-${kind}` : undefined;
}

/** Holds what came out of a workbook against what was meant by it. */
function expectMeant(plan: ImportPlan, played: Played): ReturnType<typeof saidAbout> {
  const { base, meant } = played;
  const said = saidAbout(plan, played);
  const index = indexFramework(plan.framework);
  for (const [id, row] of meant.rows) {
    if (said.ids.has(id)) continue;
    const at = index.row(id);
    expect([id, row.is], 'what nobody asked about').toEqual([id, 'kept']);
    if (!isMeant(at?.topic, row.topic, base)) expect([id, at?.topic.id]).toEqual([id, row.topic]);
    expect(sameWords(at!.row.statements, row.statements), `words of ${id}`).toBe(true);
  }
  const known = new Set([...eachRow(base)].map(({ row }) => row.id));
  const added = [...eachRow(plan.framework)].filter(({ row }) => !known.has(row.id));
  const sureFirst = [...meant.added].sort((a, b) => Number(!a.topic) - Number(!b.topic));
  for (const { row, sheet, topic, statements, below, isDoubtful } of sureFirst) {
    const found = added.findIndex(
      each =>
        (topic === undefined || isMeant(each.topic, topic, base)) &&
        sameWords(each.row.statements, statements),
    );
    if ((said.rows.has(row) || isDoubtful) && found < 0) continue;
    expect(found, `a new row in ${topic}`).toBeGreaterThanOrEqual(0);
    const [at] = added.splice(found, 1);
    if (below === undefined || sheet.shuffled || said.ids.has(below)) continue;
    const order = at!.topic.rows.map(each => each.id);
    expect(order[order.indexOf(at!.row.id) - 1], 'the row above the new one').toBe(below);
  }
  expect(
    added.map(each => each.row),
    'rows that nobody added',
  ).toEqual([]);
  for (const { area, section, topic } of topicsOf(base)) {
    const now = index.topic(topic.id)!;
    expect([now.area.id, now.section.kind]).toEqual([area.id, section.kind]);
    const isSaid = topic.rows.every(({ id }) => said.ids.has(id) || !meant.rows.has(id));
    if (!isSaid || (now.topic.title ?? '') !== (topic.title ?? ''))
      expect(now.topic.title ?? '', 'title').toBe(meant.titles.get(topic.id) ?? topic.title ?? '');
    const before = topic.rows.map(({ id }) => id);
    const after = now.topic.rows.map(({ id }) => id);
    const stayed = before.filter(id => after.includes(id));
    expect(
      after.filter(id => before.includes(id)),
      'order',
    ).toEqual(stayed);
  }
  for (const { id, title } of base.areas) {
    const wanted = meant.areaTitles.get(id);
    const now = plan.framework.areas.find(area => area.id === id)!.title;
    if (typeof wanted !== 'string' || plan.problems.some(({ code }) => code === 'unknown-title'))
      expect([title, wanted], 'title of an area').toContain(now);
    else expect(now, 'title of an area').toBe(wanted);
    if (wanted === UNCLEAR)
      expect(plan.problems.map(({ code }) => code).join()).toMatch(/area-titles-differ|unknown-title/);
  }
  return said;
}

/** Every comment becomes a note, on its row where that can be told. */
function expectNotes({ notes }: ImportPlan, { desk, returned }: Played, said: ReadonlySet<string>): void {
  if (returned[0]?.review.form !== 'xlsx') return;
  for (const sheet of desk.sheets)
    for (const { comments, sentAs } of sheet.rows)
      for (const { column, text, author = 'Ada' } of comments) {
        if (!sheet.columns.includes(column)) continue;
        const found = notes.filter(note => note.text === text && note.author === author);
        expect(found, text).not.toEqual([]);
        if (sentAs === undefined || said.has(sentAs)) continue;
        expect(found[0]!.row).toBe(sentAs);
        expect(found[0]!.level).toBe(column.startsWith('=') ? column.slice(1) : undefined);
      }
}

/** Holds what came out against what each side, the YAML of today included, made of each statement. */
function expectMerged(
  plan: ImportPlan,
  sides: readonly Played[],
  today: Framework,
  said: ReadonlySet<string>,
): void {
  const { base } = sides[0]!;
  const rows = [...eachRow(today)].map(({ row }) => row);
  const known = new Set([...eachRow(base)].map(({ row }) => row.id));
  // What had its id before goes by that; what it was called before that tells nothing.
  const renamed = idsByFormer(rows.filter(({ id }) => !known.has(id)));
  const ids = new Map([...renamed, ...rows.map(({ id }) => [id, id] as const)]);
  const [now, after] = [today, plan.framework].map(indexFramework);
  const words = (texts: ReadonlyMap<string, string>, level: string) =>
    normaliseStatement(texts.get(level) ?? '');
  for (const { row: sent } of eachRow(base)) {
    const { id } = sent;
    const meant = sides.flatMap(side => side.meant.rows.get(id) ?? []);
    if (meant.length === 0 || said.has(id) || meant.some(({ is }) => is !== 'kept')) continue;
    const todayId = ids.get(id) ?? id;
    const theirs = now!.row(todayId)?.row;
    const clashes = plan.conflicts.filter(({ row, node }) => [id, todayId].includes(row ?? node ?? ''));
    const isChanged = meant.some(({ statements }) => !sameWords(sent.statements, statements));
    if (theirs?.withdrawn) continue;
    if (!theirs) {
      expect(isChanged && clashes.length === 0 && !after!.row(id), `lost words of ${id}`).toBe(false);
      continue;
    }
    const result = after!.row(todayId)!.row;
    for (const { id: level } of base.levels) {
      const before = words(sent.statements, level);
      const all = [theirs, ...meant].map(({ statements }) => words(statements, level));
      const wanted = new Set(all.filter(text => text !== before));
      if (wanted.size > 1) expect(clashes, `a conflict about ${id} at ${level}`).not.toEqual([]);
      else
        expect([id, level, words(result.statements, level)]).toEqual([id, level, [...wanted][0] ?? before]);
    }
  }
}

function* topicsOf({ areas }: Framework) {
  for (const area of areas)
    for (const section of area.sections) for (const topic of section.topics) yield { area, section, topic };
}

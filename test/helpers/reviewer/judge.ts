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
import type { DeskRow } from './desk.ts';
import { sameWords } from './intent.ts';
import { type Played, play, type Round, textOf } from './round.ts';

/** Plays a round, imports what came back, also into what became of the YAML meanwhile, and then once more. */
export function expectRound(round: Round): void {
  const played = play(round);
  const { loaded, base, returned, options } = played;
  const plan = importReviews(loaded, returned, options);
  const said = expectMeant(plan, played);
  expectNotes(plan, played, said.ids);

  const today = round.meanwhile.length === 0 ? loaded : load(textOf(withEdits(base, round.meanwhile)));
  const both = importReviews(today, returned, options);
  expectBoth(both, played, today.framework, new Set([...said.ids, ...saidAbout(both, played).ids]));
  const written = load(applyEdits(today.document.text, editsTo(today, both.framework)));
  if (!sameMeaning(written.framework, both.framework)) expect(written.framework).toEqual(both.framework);
  expect(importReviews(written, returned, options).changes, 'imported again').toEqual([]);
}

/** What the import says about single rows: those may come out otherwise than they were meant. */
const PARTIAL = new Set(['partial-table', 'empty-table']);

function saidAbout(plan: ImportPlan, played: Played) {
  const { desk, returned, meant } = played;
  const ids = new Set(plan.questions.flatMap(({ row }) => row ?? []));
  const rows = new Set<DeskRow>();
  const places = new Map<string, DeskRow>();
  for (const sheet of desk.sheets) {
    const own = returned[0]?.review.rows.filter(row => row.sheet.replace(/\.csv$/, '') === sheet.name) ?? [];
    // Rows without any text are not returned; the others stand in the order of the desk.
    const filled = sheet.rows.filter(row => sheet.columns.some(column => row.texts.get(column)?.trim()));
    let at = 0;
    for (const row of own) {
      const fits = (each: DeskRow) =>
        [...row.statements].every(
          ([level, said]) => said === normaliseStatement(each.texts.get(`=${level}`) ?? ''),
        ) &&
        (row.rowId === undefined || row.rowId === each.texts.get('row'));
      while (at < filled.length && !fits(filled[at]!)) at++;
      const desked = filled[at++];
      if (desked) places.set(row.place, desked);
    }
  }
  // A table that cannot be told apart, or is a part only: what is gone from it is not asked about row by row.
  for (const sheet of desk.sheets)
    if (plan.problems.some(({ code, place }) => PARTIAL.has(code) && place.startsWith(sheet.name)))
      for (const area of played.base.areas.filter(({ id }) => id === sheet.area))
        for (const { id } of area.sections.flatMap(({ topics }) => topics.flatMap(topic => topic.rows)))
          if (meant.rows.get(id)?.is === 'deleted') ids.add(id);
  const problems = plan.problems.filter(({ code }) => code !== 'comment');
  for (const { place } of [...problems, ...plan.questions]) {
    const row = places.get(place.replace(/![A-Z]*(?=\d+$)/, '!'));
    if (!row) continue;
    rows.add(row);
    if (row.sentAs !== undefined) ids.add(row.sentAs);
  }
  return { ids, rows };
}

/** Holds what came out of a workbook against what was meant by it. */
function expectMeant(plan: ImportPlan, played: Played): ReturnType<typeof saidAbout> {
  const { base, meant } = played;
  const said = saidAbout(plan, played);
  const index = indexFramework(plan.framework);
  for (const [id, row] of meant.rows) {
    if (said.ids.has(id)) continue;
    const at = index.row(id);
    expect([id, row.is, at?.topic.id], 'what nobody asked about').toEqual([id, 'kept', row.topic]);
    expect(sameWords(at!.row.statements, row.statements), `words of ${id}`).toBe(true);
  }
  const known = new Set([...eachRow(base)].map(({ row }) => row.id));
  const added = [...eachRow(plan.framework)].filter(({ row }) => !known.has(row.id));
  for (const { row, sheet, topic, statements, below } of meant.added) {
    const found = added.findIndex(
      each => (topic ?? each.topic.id) === each.topic.id && sameWords(each.row.statements, statements),
    );
    if (said.rows.has(row) && found < 0) continue;
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
    expect(now.topic.title ?? '', 'title').toBe(meant.titles.get(topic.id) ?? topic.title ?? '');
    const before = topic.rows.map(({ id }) => id);
    const after = now.topic.rows.map(({ id }) => id);
    const stayed = before.filter(id => after.includes(id));
    expect(
      after.filter(id => before.includes(id)),
      'order',
    ).toEqual(stayed);
  }
  return said;
}

/** Every comment becomes a note, on its row where that can be told. */
function expectNotes({ notes }: ImportPlan, { desk, returned }: Played, said: ReadonlySet<string>): void {
  if (returned[0]?.review.form !== 'xlsx') return;
  for (const sheet of desk.sheets)
    for (const { comment, sentAs } of sheet.rows) {
      if (!comment || !sheet.columns.includes(comment.column)) continue;
      const found = notes.filter(({ text }) => text === comment.text);
      expect(found, comment.text).not.toEqual([]);
      if (sentAs === undefined || said.has(sentAs)) continue;
      expect(found[0]!.row).toBe(sentAs);
      expect(found[0]!.level).toBe(comment.column.startsWith('=') ? comment.column.slice(1) : undefined);
    }
}

/** Holds what came out where the YAML was changed meanwhile against what both sides made of each statement. */
function expectBoth(plan: ImportPlan, played: Played, today: Framework, said: ReadonlySet<string>): void {
  const { base, meant } = played;
  const rows = [...eachRow(today)].map(({ row }) => row);
  const ids = new Map([...idsByFormer(rows), ...rows.map(({ id }) => [id, id] as const)]);
  const [before, now, after] = [base, today, plan.framework].map(indexFramework);
  for (const [id, { is, statements }] of meant.rows) {
    if (is !== 'kept' || said.has(id)) continue;
    const sent = before!.row(id)!.row;
    const todayId = ids.get(id) ?? id;
    const theirs = now!.row(todayId)?.row;
    const clashes = plan.conflicts.filter(({ row, node }) => [id, todayId].includes(row ?? node ?? ''));
    const isChanged = !sameWords(sent.statements, statements);
    if (theirs?.withdrawn) continue;
    if (!theirs) {
      expect(isChanged && clashes.length === 0 && !after!.row(id), `lost words of ${id}`).toBe(false);
      continue;
    }
    const result = after!.row(todayId)!.row;
    for (const { id: level } of base.levels) {
      const [b, mine, yours, is] = [sent.statements, statements, theirs.statements, result.statements].map(
        texts => normaliseStatement(texts.get(level) ?? ''),
      );
      const wanted = mine === b ? yours : yours === b || yours === mine ? mine : undefined;
      if (wanted !== undefined) expect([id, level, is]).toEqual([id, level, wanted]);
      else expect(clashes, `a conflict about ${id} at ${level}`).not.toEqual([]);
    }
  }
}

function* topicsOf({ areas }: Framework) {
  for (const area of areas)
    for (const section of area.sections) for (const topic of section.topics) yield { area, section, topic };
}

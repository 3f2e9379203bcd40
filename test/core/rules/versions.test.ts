import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  applyEdits,
  applyToText,
  type Change,
  diff,
  eachRow,
  editsTo,
  findings,
  fixesOf,
  nextVersionText,
  RULES,
} from '../../../src/core/index.ts';
import { load } from '../../helpers/loaded.ts';

const published = load(
  readFileSync(new URL('../../../framework/iteps-1.2.framework.yaml', import.meta.url), 'utf8'),
);
const siblings = [{ name: 'iteps-1.2.framework.yaml', framework: published.framework }];
const OF_VERSIONS = ['former-id', 'reused-id', 'vanished-id', 'version-order'];
const among = RULES.filter(({ meta }) => OF_VERSIONS.includes(meta.id));
const options = { siblings, among };
const draft = nextVersionText(published, '1.3');

function foundIn(text: string): string[] {
  return findings(load(text), options).flatMap(({ rule }) => (OF_VERSIONS.includes(rule) ? [rule] : []));
}

/** The draft without some rows. */
function without(isGone: (row: string, position: number) => boolean): string {
  const loaded = load(draft);
  const changes = Array.from(eachRow(loaded.framework)).flatMap(({ row, topic }, position): Change[] =>
    isGone(row.id, position)
      ? [{ op: 'remove', what: 'row', id: row.id, from: { topic: topic.id }, before: row }]
      : [],
  );
  return applyEdits(draft, applyToText(loaded, changes).edits);
}

describe('The rules that compare versions', () => {
  it('find nothing in a new draft, nor in the version that it was made from', () => {
    expect(foundIn(draft)).toEqual([]);
    expect(findings(published, { siblings: [{ name: 'draft', framework: load(draft).framework }] })).toEqual(
      findings(published),
    );
  });

  it('find nothing where the versions beside are of another framework, or there are none', () => {
    const cut = without((_, position) => position % 2 === 0);
    const { framework } = published;
    const other = { ...framework, details: { ...framework.details, id: 'other' } };
    for (const beside of [[], [{ name: 'other', framework: other }]])
      expect(
        findings(load(cut), { siblings: beside }).filter(({ rule }) => OF_VERSIONS.includes(rule)),
      ).toEqual([]);
  });

  it('bring back each row that is gone at its old place, withdrawn, with its words', () => {
    const cut = without((_, position) => position % 32 < 3);
    let text = cut;
    for (;;) {
      const loaded = load(text);
      const gone = findings(loaded, options).find(({ rule }) => rule === 'vanished-id');
      if (!gone) break;
      const [fix] = fixesOf(loaded, gone, options);
      text = applyEdits(text, fix!.edits);
    }
    const now = load(text);
    expect(now.problems).toEqual([]);
    const ids = (framework: typeof now.framework) => Array.from(eachRow(framework), ({ row }) => row.id);
    expect(ids(now.framework)).toEqual(ids(published.framework));
    const different = diff(load(draft).framework, now.framework);
    expect(new Set(different.map(change => ('field' in change ? change.field : change.op)))).toEqual(
      new Set(['withdrawn']),
    );
    const gone = ids(published.framework).filter((_, position) => position % 32 < 3);
    expect(different).toHaveLength(gone.length);
  });

  it('bring back a whole area with all that it held', () => {
    const loaded = load(draft);
    const { areas } = loaded.framework;
    const target = { ...loaded.framework, areas: areas.filter((_, position) => position !== 1) };
    const cut = load(applyEdits(draft, editsTo(loaded, target)));
    const gone = findings(cut, options).filter(({ rule }) => rule === 'vanished-id');
    expect(gone).toHaveLength(1);
    const [fix] = fixesOf(cut, gone[0]!, options);
    const back = load(applyEdits(cut.document.text, fix!.edits)).framework;
    const [change, ...more] = diff(loaded.framework, back);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ op: 'set', what: 'area', id: areas[1]!.id, field: 'withdrawn' });
    expect(applyChanges(loaded.framework, [change!]).framework.areas.map(({ id }) => id)).toEqual(
      back.areas.map(({ id }) => id),
    );
  });

  it('say nothing of what is gone while the file cannot be read whole', () => {
    const broken = without((_, position) => position === 5).replace(/(.*)kind: /s, '$1kind: "');
    expect(foundIn(broken)).toEqual([]);
  });

  it('tell rows that changed places from rows that were moved', () => {
    const rows = Array.from(eachRow(load(draft).framework));
    const ids = [rows[0]!.row.id, rows.at(-1)!.row.id];
    const swapped = draft
      .replace(`- id: ${ids[0]}\n`, '- id: swapped\n')
      .replace(`- id: ${ids[1]}\n`, `- id: ${ids[0]}\n`)
      .replace('- id: swapped\n', `- id: ${ids[1]}\n`);
    expect(foundIn(swapped)).toEqual(['reused-id', 'reused-id']);
  });
});

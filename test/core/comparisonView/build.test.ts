import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/changes/compare.ts';
import type { ComparedRow } from '../../../src/core/changesView/comparison.ts';
import { type ComparisonInput, comparisonView } from '../../../src/core/comparisonView/build.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { releaseOf } from '../../../src/core/release/releaseOf.ts';
import { addressOf, type ChangeReason } from '../../../src/core/versions/reasons.ts';
import { isToChanges } from '../../../src/protocol/changesGuards.ts';
import { draft, published } from '../../webview/changes.ts';
import { row, topic, withRows, withTopics } from '../changes/small.ts';

function view(
  older: Framework,
  newer: Framework,
  { reasons = [], ...more }: Partial<ComparisonInput> & { reasons?: readonly ChangeReason[] } = {},
) {
  const comparison = compare(older, newer);
  const release = releaseOf(comparison, reasons);
  return comparisonView({ title: 'T', from: '1.2', to: '1.3', comparison, release, canJudge: true, ...more });
}

function rowsOf(shown: ReturnType<typeof view>): ComparedRow[] {
  return shown.compared!.table.areas.flatMap(area => area.topics.flatMap(({ rows }) => rows));
}

const itemsOf = (shown: ReturnType<typeof view>) =>
  shown.groups.flatMap(group => group.topics.flatMap(({ items }) => items));

/** A row as `key kind: level kind words → link`. */
function told(rows: readonly ComparedRow[]): string[] {
  const marks = { same: '', removed: '-', added: '+' };
  return rows.map(({ key, kind = '', link, cells }) => {
    const inCells = cells.map(cell => {
      const words = cell.words.map(part => marks[part.kind] + part.text).join('');
      return `${cell.level} ${cell.kind ?? 'same'} ${words}${cell.link ? ` → ${cell.link.to}` : ''}`;
    });
    return [`${key} ${kind}${link ? ` → ${link.to}` : ''}`.trim(), ...inCells].join(' | ');
  });
}

describe('the table of a comparison', () => {
  it('shows in the cell what changed, and leaves the other cells as they are', () => {
    const older = withRows(row('r', { '1st': 'Test it', '2nd': 'Old words' }));
    const newer = withRows(row('r', { '1st': 'Test it', '2nd': 'New words' }), row('s', { '1st': 'More' }));
    expect(told(rowsOf(view(older, newer)))).toEqual([
      'now:r | 1st same Test it | 2nd reworded -Old+New words',
      'now:s added | 1st added +More',
    ]);
  });

  it('shows a row that is gone where it stood, with what it said', () => {
    const older = withRows(
      row('a', { '1st': 'First' }),
      row('b', { '1st': 'Gone now' }),
      row('c', { '1st': 'Last' }),
    );
    const newer = withRows(row('a', { '1st': 'First' }), row('c', { '1st': 'Last' }));
    expect(told(rowsOf(view(older, newer)))).toEqual([
      'now:a | 1st same First',
      'was:b removed | 1st removed -Gone now',
      'now:c | 1st same Last',
    ]);
  });

  it('links a row that moved with the place that it left, both ways', () => {
    const moved = row('r', { '1st': 'Moved along' });
    const older = withTopics(topic('t', [moved]), topic('u', [row('s', { '1st': 'B' })]));
    const newer = withTopics(topic('t', []), topic('u', [row('s', { '1st': 'B' }), moved]));
    expect(told(rowsOf(view(older, newer)))).toEqual([
      'was:r moved → now:r | 1st same Moved along',
      'now:s | 1st same B',
      'now:r moved → was:r | 1st moved Moved along',
    ]);
  });

  it('shows at both levels that a statement went from one to the other', () => {
    const older = withRows(row('r', { '1st': 'Do it' }));
    const newer = withRows(row('r', { '2nd': 'Do it' }));
    expect(told(rowsOf(view(older, newer)))).toEqual([
      'now:r | 1st relevelled -Do it → now:r | 2nd relevelled Do it → now:r',
    ]);
  });

  it('shows what gave way to a statement from another level', () => {
    const older = withRows(row('r', { '1st': 'Do it', '2nd': 'Plan it' }));
    const newer = withRows(row('r', { '1st': 'Plan it' }));
    expect(told(rowsOf(view(older, newer)))).toEqual([
      'now:r | 1st relevelled -Do it Plan it → now:r | 2nd relevelled -Plan it → now:r',
    ]);
  });

  it('links the parts of a split row with the row that they are out of, and a merged one with its heir', () => {
    const older = withRows(row('r', { '1st': 'Do this and that' }), row('m', { '1st': 'Also so' }));
    const newer = withRows(
      row('r', { '1st': 'Do this. Also so' }),
      row('part', { '1st': 'Do that' }, { splitFrom: 'r' }),
      row('m', { '1st': 'Also so' }, { withdrawn: { since: '1.3', replacedBy: ['r'] } }),
    );
    const [, gone, part] = told(rowsOf(view(older, newer)));
    expect(part).toMatch(/^now:part split \| 1st split .* → now:r$/);
    expect(gone).toBe('was:m merged → now:r | 1st merged -Also so');
  });

  it('does not show a row as moved whose topic got another name, or that only stands in another order', () => {
    const [a, b] = [row('a', { '1st': 'A' }), row('b', { '1st': 'B' })];
    const older = withTopics(topic('t', [a, b]));
    const newer = withTopics({ ...topic('t2', [b, a]), formerIds: ['t'] });
    const rows = rowsOf(view(older, newer));
    expect(rows.every(({ isChanged }) => !isChanged)).toBe(true);
    const moves = itemsOf(view(older, newer)).filter(({ kind }) => kind === 'moved');
    expect(moves.map(({ scope }) => scope)).toEqual(['order']);
  });

  it('leaves out rows without a change where there are very many, and says how many', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => row(`r${at}`, { '1st': `Statement number ${at}` }));
    const newer = withRows(...rows.slice(0, -1), row('r2999', { '1st': 'Another one' }));
    const { table } = view(withRows(...rows), newer).compared!;
    const [{ rows: shown, unchanged }] = table.areas.flatMap(area => area.topics) as [never];
    expect([table.isWhole, (shown as unknown[]).length, unchanged]).toEqual([false, 1, 2999]);
  });
});

describe('a comparison of versions', () => {
  it('says of each changed statement whether the bar moves, in the list as in the table', () => {
    const older = withRows(row('r', { '1st': 'Explain backups' }));
    const newer = withRows(row('r', { '1st': 'Explain backups and test them' }), row('s', { '2nd': 'More' }));
    const shown = view(older, newer);
    const verdict = { class: 'raises', label: 'Asks more', row: 'r', level: '1st' };
    expect(rowsOf(shown)[0]?.cells[0]?.verdict).toMatchObject(verdict);
    const [reworded, added] = itemsOf(shown).filter(item => item.kind !== 'changed');
    expect(reworded?.verdict).toMatchObject(verdict);
    expect(reworded?.verdict?.because).toContain('test them');
    expect(added?.cells?.[0]?.verdict).toMatchObject({ class: 'raises', row: 's', level: '2nd' });
    expect(shown.compared?.classes).toEqual([{ id: 'raises', label: 'Asks more', count: 2 }]);
    expect(shown.compared?.outcome).toMatch(/the number that fits is/);
  });

  it('carries what the maintainer said, and tells what was said of other words', () => {
    const older = withRows(row('r', { '1st': 'Test it' }), row('s', { '1st': 'Test that' }));
    const newer = withRows(row('r', { '1st': 'Test it all' }), row('s', { '1st': 'Test that, too' }));
    const versions = { from: older.details.version, to: newer.details.version, level: '1st' };
    const shown = view(older, newer, {
      reasons: [
        { ...versions, row: 'r', after: 'Test it all', class: 'clarifies', reason: 'It was always all.' },
        { ...versions, row: 's', after: 'Test those', reason: 'Said of other words.' },
      ],
    });
    const verdict = rowsOf(shown)[0]?.cells[0]?.verdict;
    expect(verdict).toMatchObject({ class: 'clarifies', reason: 'It was always all.' });
    expect(verdict?.overruled).toBeDefined();
    expect(shown.problems.map(({ message }) => message).join()).toContain('Said of other words.');
  });

  it('of three versions says which of the two newer ones made a change, and what was taken back', () => {
    const one = withRows(
      row('r', { '1st': 'A' }),
      row('s', { '1st': 'B' }),
      row('t', { '1st': 'C' }),
      row('gone', { '1st': 'D' }),
    );
    const two = withRows(
      row('r', { '1st': 'A two' }),
      row('s', { '1st': 'B' }),
      row('t', { '1st': 'C two' }),
    );
    const three = withRows(
      row('r', { '1st': 'A three' }),
      row('s', { '1st': 'B three' }),
      row('t', { '1st': 'C' }),
    );
    const shown = view(one, three, {
      steps: [
        { name: 'Two', comparison: compare(one, two) },
        { name: 'Three', comparison: compare(two, three) },
      ],
    });
    const steps = rowsOf(shown).map(({ key, cells }) => [key, cells[0]?.steps]);
    expect(steps).toEqual([
      ['now:r', ['Two', 'Three']],
      ['now:s', ['Three']],
      ['now:t', undefined],
      ['was:gone', ['Two']],
    ]);
    expect(itemsOf(shown).map(({ row, steps }) => [row, steps])).toEqual([
      ['r', ['Two', 'Three']],
      ['s', ['Three']],
      ['gone', ['Two']],
    ]);
    expect(shown.problems.map(({ message }) => message).join()).toContain(
      '1 statement was changed on the way',
    );
  });

  it('of the sample draft is a message that the page takes, with each changed statement of the crosswalk in its table', () => {
    const shown = view(published, draft);
    expect(isToChanges(JSON.parse(JSON.stringify({ type: 'show', view: shown, texts: {} })))).toBe(true);
    const cells = rowsOf(shown).flatMap(row => row.cells);
    const judged = cells.flatMap(({ verdict }) => (verdict ? [`${verdict.row} ${verdict.level}`] : []));
    const lines = releaseOf(compare(published, draft)).crosswalk.filter(({ judgement }) => judgement);
    const addresses = new Set(lines.map(addressOf).map(({ row, level }) => `${row} ${level}`));
    expect(new Set(judged)).toEqual(addresses);
  });
});

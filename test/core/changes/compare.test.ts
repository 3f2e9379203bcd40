import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/changes/applyChanges.ts';
import { compare, toldChanges } from '../../../src/core/changes/compare.ts';
import { comparisonJson } from '../../../src/core/changes/comparisonJson.ts';
import { doubts } from '../../../src/core/changes/doubts.ts';
import { sameMeaning } from '../../../src/core/model/equal.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { area, framework, row, section, topic, withRows, withTopics } from './small.ts';

const told = (a: Framework, b: Framework) => {
  const { changes, kinds } = toldChanges(compare(a, b));
  return changes.map((change, at) => {
    const address = 'row' in change ? `${change.row}/${change.level}` : 'id' in change ? change.id : '';
    return `${kinds[at]} ${change.what} ${address}`;
  });
};

const CABLES = 'Check the cables of every device in the building before term.';
const BACKUP = 'Restore files from the nightly backup on request.';
const TICKETS = 'Record every support request in the ticketing system.';
const DOORS = 'Programme the door entry system for new starters.';

describe('Comparing where ids are other ones', () => {
  const a = framework([
    area('a', [
      section('functions', [
        topic('t', [row('r1', { '1st': CABLES }), row('r2', { '1st': BACKUP })], { title: 'Devices' }),
        topic('u', [row('r3', { '1st': TICKETS })], { title: 'Requests' }),
      ]),
    ]),
  ]);
  const b = framework([
    area(
      'x',
      [
        section('functions', [
          topic('y', [row('p', { '1st': CABLES }), row('q', { '1st': `${BACKUP} Keep a log.` })], {
            title: 'Devices',
          }),
          topic('z', [row('n', { '1st': DOORS }), row('o', { '1st': TICKETS })], { title: 'Requests' }),
        ]),
      ],
      { title: 'The area a' },
    ),
  ]);

  it('tells what changed in the words, not in the ids', () => {
    expect(told(a, b)).toEqual(['added row n', 'reworded statement q/1st']);
  });

  it('gives changes of ids that lead to the newer version all the same, and how sure they are', () => {
    const comparison = compare(a, b);
    const applied = applyChanges(a, comparison.changes);
    expect(applied.refused).toEqual([]);
    expect(sameMeaning(applied.framework, b)).toBe(true);
    const ids = comparisonJson(comparison).filter(({ field }) => field === 'id');
    expect(ids.map(({ what, before, after, confidence }) => [what, before, after, confidence])).toEqual([
      ['area', 'a', 'x', 1],
      ['topic', 't', 'y', 1],
      ['topic', 'u', 'z', expect.closeTo(0.89, 1)],
      ['row', 'r1', 'p', 1],
      ['row', 'r3', 'o', 1],
      ['row', 'r2', 'q', expect.closeTo(0.98, 1)],
    ]);
    expect(doubts(comparison, 'b.yaml')).toEqual([
      {
        code: 'matched-by-likeness',
        place: 'b.yaml',
        message: expect.stringMatching(/^1 area, 2 topics and 3 rows .* none of them is in doubt\.$/),
      },
    ]);
  });

  it('names what is in doubt', () => {
    const before = withRows(row('r1', { '1st': 'Replace the toner of printers.' }));
    const after = withRows(
      row('s1', { '1st': 'Replace the paper of copiers and of printers in all rooms.' }),
    );
    const [doubt] = doubts(compare(before, after), 'b');
    expect(doubt?.message).toMatch(/^1 row is .* 1 of them in doubt: row r1 → s1 \(\d\d % sure\)\.$/);
  });

  it('knows levels and kinds of section by what they hold, whatever they are called', () => {
    const renamed: Framework = {
      ...withRows(row('r1', { L1: CABLES, L2: BACKUP }), row('r2', { L2: TICKETS })),
      levels: ['L1', 'L2', 'L3'].map(id => ({ id, title: `Level ${id}`, extra: new Map() })),
    };
    const before = withRows(row('r1', { '1st': CABLES, '2nd': BACKUP }), row('r2', { '2nd': TICKETS }));
    expect(told(before, renamed)).toEqual([
      'added level L3',
      'renamed level L1',
      'renamed level L2',
      'removed level 3rd',
    ]);
  });
});

describe('Comparing where ids are missing', () => {
  it('takes the ids of the older version', () => {
    const a = withRows(row('r1', { '1st': CABLES }), row('r2', { '1st': BACKUP }));
    const b = withRows(
      row('?1', { '1st': CABLES }),
      row('?2', { '1st': TICKETS }),
      row('?3', { '1st': BACKUP }),
    );
    const comparison = compare(a, b);
    expect(comparison.changes).toMatchObject([
      { op: 'add', what: 'row', id: expect.stringMatching(/^t-\w{6}$/) },
    ]);
    expect(sameMeaning(applyChanges(a, comparison.changes).framework, comparison.to)).toBe(true);
  });

  it('compares two versions that both have none', () => {
    const a = withRows(row('?1', { '1st': CABLES }), row('?2', { '1st': BACKUP }));
    const b = withRows(row('?1', { '1st': BACKUP }), row('?2', { '1st': `${CABLES} Report faults.` }));
    expect(compare(a, b).kinds).toEqual(['moved', 'reworded']);
  });
});

describe('Comparing where ids mean something else', () => {
  const texts = [CABLES, BACKUP, TICKETS, DOORS, 'Order toner.', 'Wipe laptops that are disposed of.'];
  const numbered = (list: readonly string[]) =>
    withRows(...list.map((text, at) => row(`row-${at + 1}`, { '1st': text })));

  it('goes by the words where rows were numbered anew, and says so', () => {
    const [first, ...others] = texts;
    const comparison = compare(numbered(texts), numbered(['Label sockets and cables.', first!, ...others]));
    expect(comparison.kinds).toEqual(['added']);
    expect(comparison.idsAgree).toBe(false);
    expect(doubts(comparison, 'b').map(({ code }) => code)).toEqual(['ids-disagree', 'matched-by-likeness']);
  });

  it('goes by ids where a few rows were rewritten', () => {
    const [, second, ...others] = texts;
    const comparison = compare(numbered(texts), numbered(['Something else entirely.', second!, ...others]));
    expect(comparison).toMatchObject({ kinds: ['reworded'], idsAgree: true });
  });
});

describe('Comparing by likeness', () => {
  it('moves nothing among rows that say the same', () => {
    const same = (ids: string[]) => ids.map(id => row(id, { '1st': 'Work as part of a team.' }));
    const a = withTopics(topic('t', same(['r1', 'r2'])), topic('u', same(['r3', 'r4'])));
    const b = withTopics(topic('t', same(['s1', 's2'])), topic('u', same(['s3', 's4'])));
    expect(told(a, b)).toEqual([]);
    const fewer = withTopics(topic('t', same(['s1'])), topic('u', same(['s3', 's4'])));
    expect(told(a, fewer)).toEqual(['removed row r2']);
  });

  it('follows former ids either way', () => {
    const a = withRows(row('r1', { '1st': CABLES }));
    const b = withRows(row('r2', { '1st': DOORS }, { formerIds: ['r1'] }));
    expect(told(a, b)).toContain('reworded statement r2/1st');
    expect(told(b, a)).toContain('reworded statement r1/1st');
  });

  it('finds a row that was split though nobody said so, and one that was merged', () => {
    const a = withRows(row('r1', { '1st': `${CABLES} ${BACKUP}` }), row('r2', { '1st': DOORS }));
    const b = withRows(
      row('r1', { '1st': CABLES }),
      row('n', { '1st': BACKUP }),
      row('r2', { '1st': DOORS }),
    );
    expect(told(a, b)).toEqual(['split row n', 'reworded statement r1/1st']);
    expect(told(b, a)).toEqual(['reworded statement r1/1st', 'merged row n']);
    expect(comparisonJson(compare(a, b))[0]).toMatchObject({ kind: 'split', origin: 'r1', confidence: 0.99 });
  });

  it('gives the upper piece of a row without ids the place of the whole', () => {
    const a = withRows(row('r1', { '1st': `${TICKETS} ${CABLES}` }));
    const b = withRows(row('n1', { '1st': TICKETS }), row('n2', { '1st': CABLES }));
    expect(told(a, b)).toEqual(['split row n2', 'reworded statement n1/1st']);
  });

  it('does not take a new row for one that went, where the others kept their ids', () => {
    const kept = [row('k1', { '1st': CABLES }), row('k2', { '1st': BACKUP }), row('k3', { '1st': TICKETS })];
    const a = withRows(...kept, row('r', { '1st': 'Order toner for all printers.' }));
    const b = withRows(...kept, row('s', { '1st': 'Order new laptops for all staff.' }));
    expect(told(a, b)).toEqual(['added row s', 'removed row r']);
  });

  it('tells order alone from a move that means something', () => {
    const a = withTopics(
      topic('t', [row('r1', { '1st': CABLES }), row('r2', { '1st': BACKUP })]),
      topic('u', []),
    );
    const order = withTopics(
      topic('t', [row('r2', { '1st': BACKUP }), row('r1', { '1st': CABLES })]),
      topic('u', []),
    );
    const away = withTopics(
      topic('t', [row('r1', { '1st': CABLES })]),
      topic('u', [row('r2', { '1st': BACKUP })]),
    );
    const scopes = (b: Framework) => comparisonJson(compare(a, b)).map(({ scope }) => scope);
    expect(scopes(order)).toEqual(['order']);
    expect(scopes(away)).toEqual(['topic']);
  });
});

describe('What a reader is told', () => {
  it('is not the fingerprint, which says only that words differ', () => {
    const sealed = withRows(row('r1', { '1st': CABLES }));
    const before = { ...sealed, details: { ...sealed.details, fingerprint: `sha256:${'0'.repeat(64)}` } };
    expect(told(before, withRows(row('r1', { '1st': BACKUP })))).toEqual(['reworded statement r1/1st']);
  });
});

import { describe, expect, it } from 'vitest';
import type { NodeName } from '../../../../src/core/matrix/commands/command.ts';
import type { Framework } from '../../../../src/core/model/types.ts';
import { area, framework, outline, row, section, topic } from '../../changes/small.ts';
import { act, published } from './act.ts';

const f = framework([
  area('a', [
    section('functions', [topic('t', [row('r1', { '1st': 'x' }), row('r2')]), topic('u', [row('r3')])]),
    section('knowledge', [topic('v', [])]),
  ]),
  area('b', [section('knowledge', [])]),
]);
const superseding: Framework = { ...f, details: { ...f.details, supersedes: '1.1' } };
const nothing = published({});

describe('Deleting', () => {
  const remove = (nodes: NodeName[], known = nothing, from = f) =>
    act(from, { type: 'delete', nodes, reason: 'Out of use' }, known);

  it('removes rows that were never published, and selects what is next', () => {
    const acted = remove([{ what: 'row', id: 'r1' }]);
    expect(outline(acted.after)).toEqual(['t: r2', 'u: r3', 'v:']);
    expect(acted.select).toEqual([{ what: 'row', id: 'r2' }]);
    expect(acted.told).toBe('1 row deleted.');
    expect(remove([{ what: 'row', id: 'r2' }]).select).toEqual([{ what: 'row', id: 'r1' }]);
    expect(remove([{ what: 'row', id: 'r3' }]).select).toEqual([{ what: 'topic', id: 'u' }]);
  });

  it('withdraws what was ever published, with the reason', () => {
    const acted = remove(
      [
        { what: 'row', id: 'r1' },
        { what: 'row', id: 'r2' },
      ],
      published({ row: ['r1'] }),
    );
    expect(acted.row('r1')?.withdrawn).toEqual({ since: '1.2', reason: 'Out of use' });
    expect(outline(acted.after)).toEqual(['t: r1', 'u: r3', 'v:']);
    expect(acted.told).toBe('1 row deleted; 1 row withdrawn, since it was published: the text is kept.');
  });

  it('goes by what the file supersedes where no published version is known', () => {
    const acted = act(superseding, { type: 'delete', nodes: [{ what: 'row', id: 'r1' }] });
    expect(acted.row('r1')?.withdrawn).toEqual({ since: '1.2' });
    expect(act(f, { type: 'delete', nodes: [{ what: 'row', id: 'r1' }] }).row('r1')).toBeUndefined();
  });

  it('takes a topic or an area with all that it holds, but withdraws it where that holds something published', () => {
    const all = remove([
      { what: 'row', id: 'r1' },
      { what: 'area', id: 'a' },
      { what: 'topic', id: 't' },
    ]);
    expect(all.after.areas.map(({ id }) => id)).toEqual(['b']);
    expect(all.told).toBe('1 area deleted.');
    const kept = remove([{ what: 'area', id: 'a' }], published({ row: ['r3'] }));
    expect(kept.after.areas[0]!.withdrawn).toMatchObject({ since: '1.2' });
    expect(outline(kept.after)).toEqual(outline(f));
  });

  it('refuses what is gone, and what is withdrawn already', () => {
    const known = published({ row: ['r1'] });
    const once = remove([{ what: 'row', id: 'r1' }], known);
    const twice = remove(
      [
        { what: 'row', id: 'r1' },
        { what: 'topic', id: 'gone' },
      ],
      known,
      once.after,
    );
    expect(twice.changes).toEqual([]);
    expect(twice.reasons).toEqual(['The topic gone is no longer there.', 'This row is withdrawn already.']);
  });
});

describe('Withdrawing', () => {
  it('and restoring give back what was', () => {
    const nodes = [
      { what: 'topic', id: 't' },
      { what: 'row', id: 'r3' },
    ] as const;
    const gone = act(f, { type: 'withdraw', nodes, reason: ' Out\nof use ' });
    expect(gone.row('r3')?.withdrawn).toEqual({ since: '1.2', reason: 'Out of use' });
    expect(gone.told).toBe('2 parts withdrawn.');
    const back = act(gone.after, { type: 'restore', nodes });
    expect(back.after).toEqual(f);
    expect(act(f, { type: 'restore', nodes }).reasons).toEqual([
      'This topic is not withdrawn.',
      'This row is not withdrawn.',
    ]);
  });
});

describe('Renaming', () => {
  const rename = (what: 'area' | 'topic' | 'sectionKind' | 'level', id: string, was: string, title: string) =>
    act(f, { type: 'setTitle', what, id, was, title });

  it('sets the title and leaves the id', () => {
    expect(
      rename('topic', 't', 'The topic t', ' Tools\nand more ').after.areas[0]!.sections[0]!.topics[0],
    ).toMatchObject({
      id: 't',
      title: 'Tools and more',
    });
    expect(rename('sectionKind', 'functions', 'Functions', 'Doing').after.sectionKinds[0]?.title).toBe(
      'Doing',
    );
    expect(rename('level', '1st', '1st line', 'First').after.levels[0]?.title).toBe('First');
  });

  it('takes the title of an area or a topic away, not that of a level', () => {
    expect(rename('area', 'a', 'The area a', ' ').after.areas[0]).not.toHaveProperty('title');
    expect(rename('level', '1st', '1st line', '').reasons).toEqual(['A level needs a title.']);
  });

  it('is refused where the title has changed meanwhile or the node is gone', () => {
    expect(rename('topic', 't', 'Other', 'Mine').refusals).toEqual([
      {
        reason: expect.stringContaining('changed meanwhile'),
        target: { what: 'topic', id: 't' },
        now: 'The topic t',
      },
    ]);
    expect(rename('area', 'gone', '', 'Mine').reasons).toEqual(['The area gone is no longer there.']);
  });
});

describe('New topics, areas and sections', () => {
  it('a topic has the id of its title, and rows of its own', () => {
    const acted = act(f, {
      type: 'insertTopic',
      to: { below: 't' },
      title: 'Tools & more',
      rows: [{ texts: [{ level: '1st', text: 'x' }] }, { texts: [] }],
    });
    expect(outline(acted.after)[1]).toMatch(/^tools-and-more: tools-and-more-\w{6} tools-and-more-\w{6}$/);
    expect(acted.select).toEqual([{ what: 'topic', id: 'tools-and-more' }]);
  });

  it('without a title has none, and a neutral id', () => {
    const topic = act(f, { type: 'insertTopic', to: { endOf: 'b/knowledge' }, title: ' ' });
    expect(topic.after.areas[1]!.sections[0]!.topics[0]).toEqual({
      id: 'b-knowledge',
      rows: [],
      extra: new Map(),
    });
    const untitled = act(f, { type: 'insertArea', to: { above: 'b' } });
    expect(untitled.after.areas.map(({ id }) => id)).toEqual(['a', 'area-2', 'b']);
    expect(untitled.after.areas[1]!.sections.map(({ kind }) => kind)).toEqual(['functions', 'knowledge']);
  });

  it('a section is added where the order of the kinds puts it, once', () => {
    const acted = act(f, { type: 'insertSection', area: 'b', kind: 'functions' });
    expect(acted.after.areas[1]!.sections.map(({ kind }) => kind)).toEqual(['functions', 'knowledge']);
    expect(act(f, { type: 'insertSection', area: 'a', kind: 'functions' }).reasons).toEqual([
      'The area has such a section already.',
    ]);
    expect(act(f, { type: 'insertSection', area: 'a', kind: 'other' }).changes).toEqual([]);
    expect(act(f, { type: 'insertTopic', to: { below: 'gone' } }).changes).toEqual([]);
    expect(act(f, { type: 'insertArea', to: { below: 'gone' } }).changes).toEqual([]);
  });
});

describe('Levels', () => {
  it('are added where they are to be, with an id of their own', () => {
    const acted = act(f, { type: 'insertLevel', to: { above: '2nd' }, title: '2nd' });
    expect(acted.after.levels.map(({ id }) => id)).toEqual(['1st', '2nd-2', '2nd', '3rd']);
    expect(act(f, { type: 'insertLevel', to: { endOf: '' }, title: ' ' }).reasons).toEqual([
      'A level needs a title.',
    ]);
    expect(act(f, { type: 'insertLevel', to: { above: '9th' }, title: 'x' }).changes).toEqual([]);
  });

  it('go with all that stands at them, if that is as much as was agreed to', () => {
    const full = framework([
      area('a', [
        section('functions', [
          topic('t', [
            row('r1', { '1st': 'x', '2nd': 'y' }, { notes: new Map([['1st', 'n']]) }),
            row('r2', { '2nd': 'z' }, { blank: new Map([['1st', 'missing']]) }),
          ]),
        ]),
      ]),
    ]);
    const acted = act(full, { type: 'removeLevel', level: '1st', statements: 1 });
    expect(acted.after.levels.map(({ id }) => id)).toEqual(['2nd', '3rd']);
    expect([acted.row('r1')?.notes.size, acted.row('r2')?.blank.size]).toEqual([0, 0]);
    expect(acted.told).toBe('Level “1st line” removed with 1 statement.');
    expect(act(full, { type: 'removeLevel', level: '2nd', statements: 1 }).reasons).toEqual([
      '2nd line holds 2 statements now, not 1. Look again before you remove it.',
    ]);
    const one = { ...full, levels: full.levels.slice(0, 1), areas: [] };
    expect(act(one, { type: 'removeLevel', level: '1st', statements: 0 }).reasons[0]).toContain(
      'at least one level',
    );
  });
});

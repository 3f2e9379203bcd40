import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/changes/change.ts';
import { describeChange } from '../../../src/core/changes/describe.ts';
import { diff } from '../../../src/core/changes/diff.ts';
import { toJson } from '../../../src/core/changes/json.ts';
import { kindOf, kindsOf } from '../../../src/core/changes/kinds.ts';
import { wordDiff } from '../../../src/core/changes/words.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { row, topic, withRows, withTopics } from './small.ts';

const kinds = (a: Framework, b: Framework) => kindsOf(diff(a, b));
const sentences = (a: Framework, b: Framework) => diff(a, b).map(change => describeChange(change, b, a));

describe('what a change is for a reader', () => {
  it('tells added, reworded and removed statements from relevelled ones', () => {
    const a = withRows(row('r', { '1st': 'A', '2nd': 'B' }), row('s', { '1st': 'C' }));
    const b = withRows(row('r', { '1st': 'A1', '3rd': 'D' }), row('s', { '2nd': 'C' }));
    expect(kinds(a, b)).toEqual(['reworded', 'removed', 'added', 'relevelled']);
  });

  it('calls a new row split where it says from which', () => {
    const b = withRows(row('r'), row('s', {}, { splitFrom: 'r' }), row('t'));
    expect(kinds(withRows(row('r')), b)).toEqual(['split', 'added']);
  });

  it('calls a row withdrawn, and merged where the row that replaces it changed its words', () => {
    const a = withRows(row('r', { '1st': 'A' }), row('s', { '1st': 'B' }));
    const withdrawn = { since: '1.3', replacedBy: ['r'] };
    const gone = row('s', { '1st': 'B' }, { withdrawn });
    expect(kinds(a, withRows(row('r', { '1st': 'A' }), gone))).toEqual(['withdrawn']);
    expect(kinds(a, withRows(row('r', { '1st': 'A and B' }), gone))).toEqual(['reworded', 'merged']);
  });

  it('calls a new title or id renamed, another place moved, and the rest changed', () => {
    const a = withTopics(topic('t', [row('r'), row('s')]), topic('u', []));
    const b = withTopics(topic('t', [row('s')], { title: 'New' }), topic('u', [row('r', {}, { note: 'n' })]));
    expect(kinds(a, b)).toEqual(['moved', 'renamed', 'changed']);
    expect(kindOf({ op: 'set', what: 'row', id: 'r', field: 'id', before: 'r', after: 's' })).toBe('renamed');
  });
});

describe('a change in a sentence', () => {
  it('names the row, and the level by its title', () => {
    expect(
      sentences(
        withRows(row('devices-1', { '1st': 'A', '2nd': 'B' }), row('s', { '3rd': 'C' })),
        withRows(row('devices-1', { '1st': 'N', '2nd': 'B1' }), row('s', { '1st': 'C' })),
      ),
    ).toEqual([
      'Row devices-1, 1st line: reworded',
      'Row devices-1, 2nd line: reworded',
      'Row s: statement moved from 3rd line to 1st line',
    ]);
  });

  it('shows ids where no framework gives the titles', () => {
    const change: Change = { op: 'set', what: 'statement', row: 'r', level: '2nd', after: 'A' };
    expect(describeChange(change)).toBe('Row r, 2nd: statement added');
  });

  it('says where a row was added, from where to where it moved, and from where it was removed', () => {
    const a = withTopics(topic('t', [row('r'), row('s')]), topic('u', []));
    const b = withTopics(topic('t', [row('n')]), topic('u', [row('r')]));
    expect(sentences(a, b)).toEqual([
      'Row n added to topic "The topic t"',
      'Row r moved from topic "The topic t" to topic "The topic u"',
      'Row s removed from topic "The topic t"',
    ]);
  });

  it('says below which row one moved within its topic', () => {
    const a = withRows(row('r'), row('s'), row('t'));
    expect(sentences(a, withRows(row('s'), row('t'), row('r')))).toEqual(['Row r moved, below row t']);
  });

  it('speaks of withdrawal, notes and empty cells in plain words', () => {
    const a = withRows(row('r'), row('s'));
    const b = withRows(
      row('r', {}, { withdrawn: { since: '1.3', replacedBy: ['s'] }, note: 'n' }),
      row('s', {}, { blank: new Map([['1st', 'as-below']]), notes: new Map([['1st', 'n']]) }),
    );
    expect(sentences(a, b)).toEqual([
      'Row r: note added',
      'Row r: withdrawn, replaced by s',
      'Row s, 1st line: said to be the same as the level below',
      'Row s, 1st line: note added',
    ]);
  });

  it('shows titles, versions and ids before and after', () => {
    const a = withTopics(topic('t', [], { title: 'Old' }));
    const renamed = withTopics(topic('u', [], { title: 'New', formerIds: ['t'] }));
    const b = { ...renamed, details: { ...renamed.details, version: '1.3' } };
    expect(sentences(a, b)).toEqual([
      'Topic t: id changed to u',
      'Framework: version changed from "1.2" to "1.3"',
      'Topic u: title changed from "Old" to "New"',
      'Topic "New": former ids added',
    ]);
  });
});

describe('a change as JSON', () => {
  const json = (a: Framework, b: Framework) => diff(a, b).map(change => toJson(change));

  it('has the names of the contract and leaves absent fields out', () => {
    const a = withRows(row('r', { '1st': 'A' }));
    expect(json(a, withRows(row('r')))).toEqual([
      { op: 'set', kind: 'removed', what: 'statement', row: 'r', level: '1st', before: 'A' },
    ]);
    expect(json(a, { ...a, extra: new Map([['x-a', 'b']]) })).toEqual([
      { op: 'set', kind: 'changed', what: 'file', field: 'x-a', after: 'b' },
    ]);
  });

  it('gives a row as the file has it, so that nothing is lost on the way through text', () => {
    const added = row(
      'n',
      { '1st': 'A' },
      { notes: new Map([['1st', 'why']]), extra: new Map([['x-a', ['b']]]) },
    );
    const [change] = json(withRows(row('r')), withRows(row('r'), added));
    expect(JSON.parse(JSON.stringify(change))).toEqual({
      op: 'add',
      kind: 'added',
      what: 'row',
      id: 'n',
      to: { topic: 't', after: 'r' },
      after: { id: 'n', statements: { '1st': 'A' }, notes: { '1st': 'why' }, 'x-a': ['b'] },
    });
  });

  it('gives a moved statement with its cells and its text', () => {
    expect(json(withRows(row('r', { '1st': 'A' })), withRows(row('r', { '2nd': 'A' })))).toEqual([
      {
        op: 'move',
        kind: 'relevelled',
        what: 'statement',
        row: 'r',
        before: 'A',
        after: 'A',
        from: { row: 'r', level: '1st' },
        to: { row: 'r', level: '2nd' },
      },
    ]);
  });
});

describe('the words that changed', () => {
  const texts = (before: string, after: string) =>
    wordDiff(before, after).map(
      ({ text, kind }) => ({ same: text, removed: `-${text}`, added: `+${text}` })[kind],
    );

  it('are marked word by word, a removed one before the one in its stead', () => {
    expect(texts('Install new hardware.', 'Install old hardware.')).toEqual([
      'Install ',
      '-new',
      '+old',
      ' hardware.',
    ]);
  });

  it('are one change where they stand next to each other', () => {
    expect(texts('Set up a device', 'Configure two devices')).toEqual([
      '-Set up a device',
      '+Configure two devices',
    ]);
  });

  it('are none between equal texts', () => {
    expect(wordDiff('A', 'A')).toEqual([{ text: 'A', kind: 'same' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('read as one change where only a sign of punctuation between them is the same', () => {
    expect(texts('Check devices e.g. a PC', 'Check 0.5 a PC')).toEqual([
      'Check ',
      '-devices e.g.',
      '+0.5',
      ' a PC',
    ]);
  });

  it('keep every space and paragraph break of both texts', () => {
    const [before, after] = ['One  two\nthree four', 'One two\n\nfive four '];
    const parts = wordDiff(before, after);
    const without = (kind: string) =>
      parts
        .filter(part => part.kind !== kind)
        .map(part => part.text)
        .join('');
    expect(without('added')).toBe(before);
    expect(without('removed')).toBe(after);
  });
});

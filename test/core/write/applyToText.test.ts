import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/changes/change.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { applyToText } from '../../../src/core/write/applyToText.ts';
import { editsTo } from '../../../src/core/write/writer.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

/** The lines that changes take away (-) and bring (+), without indentation. */
function linesChanged(text: string, ...changes: Change[]): string[] {
  const { edits, refused } = applyToText(load(text), changes);
  expect(refused).toEqual([]);
  const after = applyEdits(text, edits);
  expect(load(after).problems).toEqual([]);
  const [was, is] = [text, after].map(each => each.split('\n'));
  return [
    ...was!.filter(line => !is!.includes(line)).map(line => `- ${line.trim()}`),
    ...is!.filter(line => !was!.includes(line)).map(line => `+ ${line.trim()}`),
  ];
}

const set = (row: string, level: string, before: string | undefined, after: string | undefined): Change => ({
  op: 'set',
  what: 'statement',
  row,
  level,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

describe('A statement that changes', () => {
  it('keeps the style that it was written in, and the comment behind it', () => {
    const text = fileWith("id: r1\nstatements:\n  1st: 'Check it.' # ask Ada\n  2nd: Repair it.");
    expect(linesChanged(text, set('r1', '1st', 'Check it.', "Check Ada's."))).toEqual([
      "- 1st: 'Check it.' # ask Ada",
      "+ 1st: 'Check Ada''s.' # ask Ada",
    ]);
    expect(linesChanged(text, set('r1', '2nd', 'Repair it.', 'Repair: all.'))).toEqual([
      '- 2nd: Repair it.',
      '+ 2nd: "Repair: all."',
    ]);
  });

  it('keeps a folded or literal block a block', () => {
    const text = fileWith(
      'id: r1\nstatements:\n  1st: >-\n    Check it\n    well.\n  2nd: |-\n    One.\n    Two.',
    );
    expect(linesChanged(text, set('r1', '1st', 'Check it well.', 'Check it.'))).toEqual([
      '- Check it',
      '- well.',
      '+ Check it.',
    ]);
    expect(linesChanged(text, set('r1', '2nd', 'One.\nTwo.', 'One.\nThree.'))).toEqual([
      '- Two.',
      '+ Three.',
    ]);
  });

  it('becomes a block when it gets a second paragraph', () => {
    const text = fileWith('id: r1\nstatements:\n  1st: One.');
    expect(linesChanged(text, set('r1', '1st', 'One.', 'One.\nTwo.'))).toEqual([
      '- 1st: One.',
      '+ 1st: |-',
      '+ One.',
      '+ Two.',
    ]);
  });

  it('stands in the order of the levels when it is new, and goes with its line', () => {
    const text = fileWith('id: r1\nstatements:\n  "0.5": One.\n  2nd: Two.');
    const { edits } = applyToText(load(text), [set('r1', '1st', undefined, 'New.')]);
    expect(applyEdits(text, edits)).toContain(
      '"0.5": One.\n                  1st: New.\n                  2nd: Two.',
    );
    expect(linesChanged(text, set('r1', '2nd', 'Two.', undefined))).toEqual(['- 2nd: Two.']);
  });

  it('is refused, and nothing written, where the text has changed meanwhile', () => {
    const text = fileWith('id: r1\nstatements:\n  1st: One.');
    const { edits, refused } = applyToText(load(text), [set('r1', '1st', 'Other.', 'New.')]);
    expect(edits).toEqual([]);
    expect(refused).toMatchObject([{ reason: expect.stringContaining('changed meanwhile') }]);
  });
});

describe('A row that moves or goes', () => {
  const text = fileWith(
    '# the first\nid: r1\nstatements:\n  1st: One.'.replace('# the first\n', ''),
    'id: r2 # second\nstatements:\n  1st: Two.\n  # more to come',
    'id: r3\nstatements:\n  1st: Three.',
  ).replace('              - id: r2', '              # about r2\n              - id: r2');

  it('takes its comments along', () => {
    const move: Change = {
      op: 'move',
      what: 'row',
      id: 'r2',
      from: { topic: 'devices', after: 'r1', before: 'r3' },
      to: { topic: 'devices', before: 'r1' },
    };
    const { edits } = applyToText(load(text), [move]);
    const after = applyEdits(text, edits);
    expect(after.slice(after.indexOf('rows:'))).toBe(`rows:
              # about r2
              - id: r2 # second
                statements:
                  1st: Two.
                  # more to come
              - id: r1
                statements:
                  1st: One.
              - id: r3
                statements:
                  1st: Three.
`);
  });

  it('goes with its comments, and leaves the others alone', () => {
    const row = load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows[1]!;
    const remove: Change = {
      op: 'remove',
      what: 'row',
      id: 'r2',
      from: { topic: 'devices', after: 'r1', before: 'r3' },
      before: row,
    };
    expect(linesChanged(text, remove)).toEqual([
      '- # about r2',
      '- - id: r2 # second',
      '- 1st: Two.',
      '- # more to come',
    ]);
  });
});

it('one change costs no more in a large file than its place in it', () => {
  const rows = (count: number) =>
    fileWith(...Array.from({ length: count }, (_, n) => `id: r${n}\nstatements:\n  1st: Text ${n}.`));
  const { edits } = applyToText(load(rows(500)), [set('r250', '1st', 'Text 250.', 'New.')]);
  expect(edits).toHaveLength(1);
  expect(edits[0]!.end - edits[0]!.start).toBe('Text 250.'.length);
});

describe('A row whose keys stand in another order', () => {
  const text = fileWith(
    'id: r1',
    'note: Old.\nsplitFrom: r1\n# about the id\nid: r2\nstatements:\n  1st: One.',
  );
  const field = (name: string, before: string | undefined, after: string | undefined): Change => ({
    op: 'set',
    what: 'row',
    id: 'r2',
    field: name,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  });

  it('loses the key behind its dash to the next that stays, and no comment', () => {
    const changes = [field('note', 'Old.', undefined), field('splitFrom', 'r1', undefined)];
    const { edits } = applyToText(load(text), changes);
    expect(applyEdits(text, edits)).toContain('# about the id\n              - id: r2\n');
  });

  it('can gain a key in the same step', () => {
    const changes = [field('note', 'Old.', undefined), field('x-owner', undefined, 'Ada')];
    expect(linesChanged(text, ...changes)).toContain('+ x-owner: Ada');
  });
});

it('data of one’s own is written to the letter', () => {
  const text = fileWith('id: r1\nx-mail: |\n  Dear Ada,');
  const change: Change = {
    op: 'set',
    what: 'row',
    id: 'r1',
    field: 'x-mail',
    before: 'Dear Ada,\n',
    after: 'Dear Bob,',
  };
  const { edits } = applyToText(load(text), [change]);
  const [row] = load(applyEdits(text, edits)).framework.areas[0]!.sections[0]!.topics[0]!.rows;
  expect(row!.extra.get('x-mail')).toBe('Dear Bob,');
});

describe('A node that gets another id', () => {
  const text = fileWith(
    'id: r1 # ask Ada\nstatements:\n  # Of the level.\n  1st: One. # ask Ben',
    'id: r2\nstatements:\n  1st: Two.',
  )
    .replace('- id: 1st', '- id: 1st # ask Cleo')
    .replace('            - id: devices', '            # Of the topic.\n            - id: devices');
  const rename = (what: 'level' | 'topic' | 'row', id: string, after: string): Change => ({
    op: 'set',
    what,
    id,
    field: 'id',
    before: id,
    after,
  });

  it('keeps all its lines and comments but the id, with former ids and without', () => {
    expect(linesChanged(text, rename('row', 'r1', 'r9'))).toEqual([
      '- - id: r1 # ask Ada',
      '+ - id: r9 # ask Ada',
    ]);
    expect(linesChanged(text, rename('topic', 'devices', 'machines'))).toEqual([
      '- - id: devices',
      '+ - id: machines',
    ]);
    expect(linesChanged(text, rename('level', '1st', 'first'))).toEqual([
      '- - id: 1st # ask Cleo',
      '- 1st: One. # ask Ben',
      '- 1st: Two.',
      '+ - id: first # ask Cleo',
      '+ first: One. # ask Ben',
      '+ first: Two.',
    ]);
  });

  it('keeps them when two change places, and when the id and the words change together', () => {
    expect(
      linesChanged(text, rename('row', 'r1', 'r0'), rename('row', 'r2', 'r1'), rename('row', 'r0', 'r2')),
    ).toEqual(['- - id: r1 # ask Ada', '- - id: r2', '+ - id: r2 # ask Ada', '+ - id: r1']);
    expect(linesChanged(text, rename('row', 'r1', 'r9'), set('r9', '1st', 'One.', 'Another.'))).toEqual([
      '- - id: r1 # ask Ada',
      '- 1st: One. # ask Ben',
      '+ - id: r9 # ask Ada',
      '+ 1st: Another. # ask Ben',
    ]);
  });

  it('keeps them when it gets its former id back', () => {
    const renamed = text.replace('id: r1 # ask Ada', 'id: r9 # ask Ada\n                formerIds: [r1]');
    const { framework } = load(text);
    expect(applyEdits(renamed, editsTo(load(renamed), framework))).toBe(text);
  });
});

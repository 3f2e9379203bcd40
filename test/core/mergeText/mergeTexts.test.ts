import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../src/core/mergeText/mergeTexts.ts';
import { hunksIn, taken } from '../../helpers/conflictMarkers.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

const MARKING = { ours: 'ours', theirs: 'theirs', size: 7 };
const ROW_1 = 'id: r1\nstatements:\n  0.5: See one thing.\n  1st: Do one thing.';
const ROW_2 = 'id: r2\nstatements:\n  0.5: See another.\n  1st: Do another.';
const BASE = fileWith(ROW_1, ROW_2);

function merged(base: string, ours: string, theirs: string) {
  return mergeTexts({ base: load(base), ours: load(ours), theirs: load(theirs) }, MARKING);
}

/** What each side has where they clash: the lines without their indentation. */
function clashesIn(text: string): { ours: string[]; theirs: string[] }[] {
  return hunksIn(text).map(({ ours, theirs }) => ({ ours: linesIn(ours), theirs: linesIn(theirs) }));
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

describe('Merging the texts of two sides', () => {
  it('reports a new comment of either side that went with the row it stood at', () => {
    const commented = BASE.replace(
      '              - id: r2',
      '              # Ask Joe.\n              - id: r2',
    );
    const line = commented.split('\n').findIndex(each => each.includes('# Ask Joe.')) + 1;
    const without = fileWith(ROW_1);
    expect(merged(BASE, commented, without).lostComments).toEqual([
      { side: 'ours', line, comment: '# Ask Joe.' },
    ]);
    expect(merged(BASE, without, commented).lostComments).toEqual([
      { side: 'theirs', line, comment: '# Ask Joe.' },
    ]);
  });

  it('tells no comment for lost that both sides have, or that one has in the stead of the like', () => {
    const comment = (text: string, row: string) =>
      text.replace(`              - id: ${row}`, `              # Ask Joe.\n              - id: ${row}`);
    const both = comment(BASE, 'r1');
    expect(merged(BASE, both, both).lostComments).toEqual([]);
    expect(merged(both, comment(both, 'r2'), BASE).lostComments).toEqual([]);
  });

  it('marks what clashes at the end of a row once', () => {
    const ours = BASE.replace('                  1st: Do another.\n', '');
    const theirs = BASE.replace('Do another.', 'Do quite another.');
    expect(ours).not.toBe(BASE);
    expect(clashesIn(merged(BASE, ours, theirs).text)).toEqual([
      { ours: [], theirs: ['1st: Do quite another.'] },
    ]);
    expect(clashesIn(merged(BASE, theirs, ours).text)).toEqual([
      { ours: ['1st: Do quite another.'], theirs: [] },
    ]);
  });

  it('keeps all that stands at a level while its removal is in conflict', () => {
    const ours = BASE.replace('  - id: 1st\n    title: 1st line\n', '').replace(/ {18}1st: .*\n/g, '');
    for (const theirs of [
      BASE.replace('Do another.', 'Do quite another.'),
      BASE.replace('title: 1st line', 'title: First line'),
    ]) {
      const merge = merged(BASE, ours, theirs);
      const level = merge.conflicts.find(({ what }) => what === 'level');
      expect(taken(merge.text, 'ours')).toBe(ours);
      expect(taken(merge.text, 'theirs')).toBe(theirs);
      expect(level?.message).toContain('kept, with all that stands there');
      const other = merged(BASE, theirs, ours);
      expect(taken(other.text, 'ours')).toBe(theirs);
      expect(taken(other.text, 'theirs')).toBe(ours);
    }
  });

  describe('where one side removed what the other edited', () => {
    const NEXT = `          - id: networks
            title: Networks
            rows:
              # Wires first.
              - id: n1
                statements:
                  0.5: See a wire. # or a cable
                  1st: Lay a wire.

              - id: n2
                statements:
                  1st: Lay a cable.
                # About cables.
`;
    const TWO = BASE + NEXT;
    /** Whoever takes one side has that side's file to the byte. */
    const expectEachSide = (base: string, ours: string, theirs: string) => {
      for (const [a, b] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const merge = merged(base, a, b);
        expect(merge.conflicts).not.toEqual([]);
        expect(taken(merge.text, 'ours')).toBe(a);
        expect(taken(merge.text, 'theirs')).toBe(b);
        expect(merge.lostComments).toEqual([]);
      }
    };

    it('keeps a topic with all rows and their comments on the side that needs it', () => {
      expectEachSide(TWO, BASE, TWO.replace('Lay a wire.', 'Lay wires.'));
      expectEachSide(TWO, BASE, TWO.replace('title: Networks', 'title: Nets'));
      const added =
        '              - id: n3\n                statements:\n                  1st: Mend a cable.\n';
      expectEachSide(TWO, BASE, TWO + added);
    });

    it('keeps an area with all topics', () => {
      const area = `  - id: social
    # Talking.
    title: Social
    sections:
      - kind: functions
        topics:
          - id: talk
            title: Talk
            rows:
              - id: t1
                statements:
                  1st: Talk.
`;
      const base = BASE + area + NEXT;
      expectEachSide(base, BASE, base.replace('Lay a wire.', 'Lay wires.'));
    });

    it('keeps the comments of a row, and of what stands at a level', () => {
      const row = NEXT.slice(NEXT.indexOf('              # Wires'), NEXT.indexOf('\n              - id: n2'));
      const ours = TWO.replace(row, '');
      expect(ours).not.toBe(TWO);
      expectEachSide(TWO, ours, TWO.replace('Lay a wire.', 'Lay wires.'));
      const level = /^ +- id: "0\.5"\n.*\n|^ {18}0\.5:.*\n/gm;
      expectEachSide(TWO, TWO.replace(level, ''), TWO.replace('See a wire.', 'See wires.'));
    });

    it('leaves where it was what was moved into a topic that one side removed', () => {
      const row = `              - id: r1
                # See?
                statements:
                  0.5: See one thing.
                  1st: Do one thing.
`;
      expect(TWO).toContain(row.replace('                # See?\n', ''));
      const base = TWO.replace(row.replace('                # See?\n', ''), row);
      expectEachSide(base, base.replace(NEXT, ''), base.replace(row, '') + row);
    });

    it('writes what both can have into both sides', () => {
      const theirs = TWO.replace('Lay a wire.', 'Lay wires.').replace('Do another.', 'Do others.');
      const ours = BASE.replace('See one thing.', 'See things.');
      const { text } = merged(TWO, ours, theirs);
      expect(taken(text, 'ours')).toBe(ours.replace('Do another.', 'Do others.'));
      expect(taken(text, 'theirs')).toBe(theirs.replace('See one thing.', 'See things.'));
    });

    it('keeps what stands beside a comment that explains the removal', () => {
      const ours = `${BASE}          # Networks went to another framework.\n`;
      expectEachSide(TWO, ours, TWO.replace('Lay a wire.', 'Lay wires.'));
    });
  });

  it('says above an id which other one a side wanted, where something else has that: either choice can be read', () => {
    const ours = BASE.replace('id: devices', 'id: machines\n            formerIds: [devices]');
    const theirs = `${BASE}          - id: machines\n            title: Machines\n            rows: []\n`;
    const { text, conflicts } = merged(BASE, ours, theirs);
    expect(conflicts.map(({ field }) => field)).toEqual(['id']);
    const comment = '# The id "machines" was wanted here, but something else has it: choose another one.';
    const before = BASE.replace('id: devices', 'id: devices\n            formerIds: [devices]');
    const both = before + theirs.slice(BASE.length);
    expect(text).toBe(
      both.replace(
        '          - id: devices\n',
        `<<<<<<< ours\n          ${comment}\n=======\n>>>>>>> theirs\n          - id: devices\n`,
      ),
    );
    for (const side of ['ours', 'theirs'] as const) expect(load(taken(text, side)).whole).toBe(true);
  });

  it('marks the changed key of a topic, and not its first line', () => {
    const ours = BASE.replace('title: Devices', 'title: Machines');
    const theirs = BASE.replace('title: Devices', 'title: Computers');
    expect(clashesIn(merged(BASE, ours, theirs).text)).toEqual([
      { ours: ['title: Machines'], theirs: ['title: Computers'] },
    ]);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineContext } from '../../src/core/features/lineContext.ts';
import { parseYaml, withoutFarRows } from '../../src/core/yaml/document.ts';
import { FILE } from '../core/features/editing.ts';

const topic = (name: string) => `          - id: ${name}
            title: ${name}
            rows:
${['1', '2', '3'].map(row => `              - id: ${name}-${row}\n                statements:\n                  1st: Do ${row}.\n`).join('')}`;
const TEXT = FILE + topic('lamps') + topic('cables');

const piece = fc.constantFrom(
  '',
  'no',
  '- ',
  'note: ',
  '\n                ',
  '\n              - ',
  '"0.5": ',
);

it('what may stand at the cursor is told by the rows around it as by the whole text', () => {
  fc.assert(
    fc.property(fc.nat(TEXT.length), piece, (at, typed) => {
      const text = TEXT.slice(0, at) + typed + TEXT.slice(at);
      const offset = at + typed.length;
      const near = withoutFarRows(parseYaml(text), offset);
      const found = lineContext(near.text, offset - near.removed);
      const moved = found && { ...found, start: found.start + near.removed, end: found.end + near.removed };
      expect(moved).toEqual(lineContext(text, offset));
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findings, LiveFile } from '../../src/core/index.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { startRun } from '../../src/core/rules/runner.ts';
import { endOf, startOf } from '../../src/core/yaml/nodes.ts';
import type { Problem } from '../../src/core/yaml/problem.ts';
import { fileWith, load, plainTree } from '../helpers/loaded.ts';

const topic = (id: string, ...rows: string[]) => `          - id: ${id}
            title: About ${id}
            rows:
${rows.map(row => `              - ${row.replaceAll('\n', '\n                ')}`).join('\n')}
`;
const text = `${fileWith(
  'id: r1\nstatements:\n  "0.5": Keep a list of all devices of the school.\n  1st: Keep a  list (of all devices and',
  '# framework-ignore doubled-spaces: as it was published\nid: r2\nstatements:\n  1st: Keep a  list of all devices of the school.',
  'id: r3\nsplitFrom: r1\nstatements: { "0.5": Plan the work of the MIS team. }',
)}${topic('cables', 'id: r4\nstatements:\n  1st: Label the cables of the network.\n  2nd: Label cables of the networks.', 'id: r5\nwithdrawn:\n  since: "2"\n  replacedBy: [r4, r9]\nstatements:\n  1st: Old.')}      - kind: functions
        topics:
${topic('paper', 'id: r6\nstatements:\n  1st: Labels the printers on-line.\n  3rd: Fix e-mail', 'statements:\n  1st: Fix email.')}`;

/** What a person may type, paste or delete, in a file and in its rows above all. */
const piece = fc.constantFrom(
  ...[
    '',
    '',
    'x',
    ' ',
    '  ',
    '\n',
    ' and',
    '(',
    ' #',
    ': ',
    '"',
    "'",
    '.',
    'r1',
    'Keep a list of all devices.',
  ],
  ...[
    '\n              - id: r1\n',
    '\n              - id: n\n                statements:\n',
    '# framework-ignore',
  ],
  ...[
    '\n                  1st: Label the cables.\n',
    '- ',
    '\t',
    '    rows:\n',
    '\n          - id: cables\n',
    '[',
    '{',
  ],
);
const edit = fc.record({ at: fc.nat(), size: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(90)), piece });

const plainFound = ({ related, ...finding }: Finding) => ({
  ...finding,
  related: related?.map(({ start, end, message }) => ({ start, end, message })),
});
const named = (value: unknown) => JSON.parse(JSON.stringify(value, replacer).replace(/\?\d+/g, '?'));
const replacer = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
const places = (problems: readonly Problem[]) =>
  problems.map(({ code, spot, message }) => `${startOf(spot)} ${endOf(spot)} ${code} ${message}`).sort();

it('reading and checking edit by edit comes to what reading and checking anew comes to', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, sliced) => {
      const file = new LiveFile(text);
      let now = text;
      let run = startRun(file.loaded);
      while (!run.proceed());
      for (const { at, size, piece: inserted } of edits) {
        const start = at % (now.length + 1);
        const end = Math.min(now.length, start + size);
        now = now.slice(0, start) + inserted + now.slice(end);
        file.change([{ rangeOffset: start, rangeLength: end - start, text: inserted }]);
        run = startRun(file.loaded, {}, run);
        run.checkRows(start, start + inserted.length);
        for (const found of run.findings())
          expect(0 <= found.start && found.start <= found.end && found.end <= now.length + 1).toBe(true);
        // Sometimes the next key is hit before all is done.
        if (!sliced) while (!run.proceed(() => true));
      }
      while (!run.proceed());
      const { loaded } = file;
      const anew = load(now);
      expect(loaded.document.text).toBe(now);
      expect(plainTree(loaded.document.root)).toEqual(plainTree(anew.document.root));
      expect(named(loaded.framework)).toEqual(named(anew.framework));
      expect(places(loaded.problems)).toEqual(places(anew.problems));
      expect(loaded.whole).toBe(anew.whole);
      expect(named(run.findings().map(plainFound))).toEqual(named(findings(anew).map(plainFound)));
    }),
  );
});

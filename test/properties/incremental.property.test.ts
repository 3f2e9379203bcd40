import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findings, LiveFile, RULES } from '../../src/core/index.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { type Run, startRun } from '../../src/core/rules/runner.ts';
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
  ...['\n1st: Astray.\n', '\n- id: r1\n', '\n  - id: n\n', '\n            1st: Astray.\n', '\n    n:\n'],
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

/** Whether a file that was followed edit by edit holds what its text holds, and the same is found in it. */
function expectAsAnew({ loaded }: LiveFile, run: Run, now: string): void {
  const anew = load(now);
  expect(loaded.document.text).toBe(now);
  expect(plainTree(loaded.document.root)).toEqual(plainTree(anew.document.root));
  expect(named(loaded.framework)).toEqual(named(anew.framework));
  expect(places(loaded.problems)).toEqual(places(anew.problems));
  expect(loaded.whole).toBe(anew.whole);
  const found = findings(anew);
  expect(named(run.findings().map(plainFound))).toEqual(named(found.map(plainFound)));
  const worst = run.worst(4);
  expect(worst.total).toBe(found.length);
  const order = ['error', 'warning', 'info'];
  const byWeight = found.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  expect(named(worst.findings.map(plainFound))).toEqual(named(byWeight.slice(0, 4).map(plainFound)));
}

const NARROW = new Set(
  RULES.filter(({ meta: { scope } }) => scope === 'statement' || scope === 'row').map(
    ({ meta: { id } }) => id,
  ),
);

/** The same object as long as nothing differs, as the editor has it. */
const OPTIONS = {};

/** An editor that has a file open. */
class Session {
  readonly #file: LiveFile;
  #run: Run;
  #now: string;

  constructor(opened: string) {
    this.#now = opened;
    this.#file = new LiveFile(opened);
    this.#run = startRun(this.#file.loaded, OPTIONS);
    this.#run.proceed();
  }

  get text(): string {
    return this.#now;
  }

  /** @param isPatient waits until all is found; else the next key is hit before */
  replace(start: number, end: number, inserted: string, isPatient: boolean, afterwards = () => {}): void {
    this.#now = this.#now.slice(0, start) + inserted + this.#now.slice(end);
    this.#file.change([{ rangeOffset: start, rangeLength: end - start, text: inserted }]);
    this.#run = startRun(this.#file.loaded, OPTIONS, this.#run);
    this.#run.checkRows(start, start + inserted.length);
    for (const found of this.#run.findings())
      if (found.start < 0 || found.end < found.start || found.end > this.#now.length + 1)
        throw new Error(`${found.rule} is found out of the text, from ${found.start} to ${found.end}.`);
    afterwards();
    if (isPatient) while (!this.#run.proceed(() => true));
  }

  /** Types in a row: what looks at no more than a row is to be right at once, in this row and in all others. */
  work(start: number, end: number, inserted: string, isPatient: boolean): void {
    this.replace(start, end, inserted, isPatient, () => {
      // A row without an id is another one with each edit, so what is found in it may come later.
      const isNarrow = ({ rule, row }: Finding) => NARROW.has(rule) && !row?.startsWith('?');
      const found = this.#run.findings().filter(isNarrow);
      expect(named(found.map(plainFound))).toEqual(
        named(findings(load(this.#now)).filter(isNarrow).map(plainFound)),
      );
    });
  }

  expectAsAnew(): void {
    while (!this.#run.proceed(() => true));
    expectAsAnew(this.#file, this.#run, this.#now);
  }
}

it('reading and checking edit by edit comes to what reading and checking anew comes to', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, isPatient) => {
      const session = new Session(text);
      for (const { at, size, piece: inserted } of edits) {
        const start = at % (session.text.length + 1);
        session.replace(start, Math.min(session.text.length, start + size), inserted, isPatient);
      }
      session.expectAsAnew();
    }),
  );
});

/** What leaves a file readable: typing in a statement, and what is done to whole rows. */
const work = fc.record({
  what: fc.constantFrom('type', 'type', 'type', 'type', 'copy', 'drop', 'move'),
  which: fc.nat(),
  at: fc.nat(),
  size: fc.constantFrom(0, 0, 0, 1, 2, 20),
  word: fc.constantFrom('x', ' ', '(', '.', ' and', '', ' the printers on-line', ' e-mail', '  '),
  isPatient: fc.boolean(),
});
const STATEMENT = /(?<=^ {18}(?:"0\.5"|1st|2nd|3rd): ).+$/gm;
const ROW = /^ {14}- .*\n(?: {15,}.*\n)*/gm;

it('so does a long session of work at its rows', () => {
  const numRuns = Math.ceil(fc.readConfigureGlobal().numRuns! / 40);
  fc.assert(
    fc.property(fc.array(work, { minLength: 20, maxLength: 60 }), all => {
      const session = new Session(text);
      for (const [step, { what, which, at, size, word, isPatient }] of all.entries()) {
        const found = [...session.text.matchAll(what === 'type' ? STATEMENT : ROW)];
        const match = found[which % Math.max(1, found.length)];
        if (!match) continue;
        const { 0: part, index } = match;
        const from = index + (what === 'type' ? at % (part.length + 1) : 0);
        const end = index + part.length;
        if (what === 'type') session.work(from, Math.min(from + size, end), word, isPatient);
        if (what === 'copy') session.work(end, end, part.replace(/r\d+/, `n${step}`), isPatient);
        if (what === 'drop' && found.length > 3) session.work(index, end, '', isPatient);
        if (what === 'move') {
          session.work(index, end, '', false);
          const others = [...session.text.matchAll(ROW)];
          const to = others[at % Math.max(1, others.length)]?.index ?? index;
          session.work(to, to, part, isPatient);
        }
        if (step % 16 === 15) session.expectAsAnew();
      }
      session.expectAsAnew();
    }),
    { numRuns },
  );
});

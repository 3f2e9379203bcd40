import { describe, expect, it } from 'vitest';
import { findings, loadFramework, parseYaml } from '../../../src/core/index.ts';
import type { CheckingRule } from '../../../src/core/rules/rule.ts';
import { startRun } from '../../../src/core/rules/runner.ts';
import { updateYaml } from '../../../src/core/yaml/document.ts';
import { fileWith } from '../../helpers/loaded.ts';
import { ruleFile } from '../../rules/ruleFile.ts';

const EXAMPLE = `- id: backups-1
  statements:
    "0.5": Restore a file.
    1st: Restore a folder and
  blank:
    3rd: not-applicable
- id: backups-2
  statements:
    "0.5": Make a copy.
    1st: Make a  copy of all.
    2nd: Make a copy.
`;

function load(example: string) {
  return loadFramework(parseYaml(ruleFile(example).text));
}

/** A file, and the same after one replacement, read as an editor does. */
function edited(example: string, from: string, to: string) {
  const { text } = ruleFile(example);
  const before = parseYaml(text);
  const start = text.indexOf(from);
  const after = text.slice(0, start) + to + text.slice(start + from.length);
  const range = { start, end: start + from.length };
  return {
    before: loadFramework(before),
    edit: () => loadFramework(updateYaml(before, range, to)),
    start,
    after,
  };
}

const meta = { title: 'T', severity: 'warning', why: 'W.', whatToDo: 'D.', fixable: 'none' } as const;

/** A rule that only notes what it was asked to look at. */
function noting(seen: string[]): CheckingRule<'row'> {
  return { meta: { ...meta, id: 'noting', scope: 'row' }, check: ({ row }) => void seen.push(row.id) };
}

describe('A run of the rules', () => {
  it('gives each finding its rule, severity, place, row and level', () => {
    const loaded = load(EXAMPLE);
    const [first] = findings(loaded).filter(one => one.rule === 'statement-cut-off');
    expect(first).toMatchObject({ severity: 'warning', row: 'backups-1', level: '1st' });
    expect(loaded.document.text.slice(first!.start, first!.end)).toBe('and');
  });

  it('names both places of what stands twice', () => {
    const loaded = load(EXAMPLE);
    const [same] = findings(loaded).filter(one => one.rule === 'same-statement');
    expect(same?.level).toBe('2nd');
    const [other] = same?.related ?? [];
    expect(loaded.document.text.slice(other!.start, other!.end)).toBe('Make a copy.');
    expect(other!.message).toBe('0.5 line of row backups-2');
  });

  it('gives what the loader found the row and level that it is in', () => {
    const [found] = findings(load('- id: a\n  statements:\n    1st: Do.\n    3nd: Do more.\n'));
    expect(found).toMatchObject({ rule: 'unknown-level', severity: 'error', row: 'a', level: '3nd' });
  });

  it('gives the findings in the order of the text', () => {
    const starts = findings(load(EXAMPLE)).map(finding => finding.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.length).toBeGreaterThan(2);
  });

  it('does not look at what is withdrawn', () => {
    const seen: string[] = [];
    const withdrawn = `${EXAMPLE}- id: backups-3\n  withdrawn: { since: "1" }\n  statements:\n    1st: A and\n`;
    findings(load(withdrawn), { among: [noting(seen)] });
    expect(seen).toEqual(['backups-1', 'backups-2']);
  });

  it('leaves a rule out that is off, and gives another the severity asked for', () => {
    const loaded = load(EXAMPLE);
    const found = findings(loaded, { rules: { 'statement-cut-off': 'off', 'same-statement': 'error' } });
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'info doubled-spaces',
      'error same-statement',
    ]);
  });
});

describe('A rule that fails', () => {
  const failing: CheckingRule<'statement'> = {
    meta: { ...meta, id: 'failing', scope: 'statement' },
    check: () => {
      throw new Error('no such word');
    },
  };

  it('becomes one finding that names it, and costs no other', () => {
    const seen: string[] = [];
    const found = findings(load(EXAMPLE), { among: [failing, noting(seen)] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'rule-failed', severity: 'error', data: { rule: 'failing' } });
    expect(found[0]!.message).toMatch(/`failing`.*no such word/);
    expect(seen).toHaveLength(2);
  });

  it('becomes such a finding too if it reports what is not in the file', () => {
    const lost: CheckingRule<'framework'> = {
      meta: { ...meta, id: 'lost', scope: 'framework' },
      check: ({ report }) => report({ message: 'Here.', at: { node: {} } }),
    };
    expect(findings(load(EXAMPLE), { among: [lost] })[0]).toMatchObject({ rule: 'rule-failed' });
  });
});

describe('After an edit of one row', () => {
  it('only that row is looked at again', () => {
    const seen: string[] = [];
    const among = [noting(seen)];
    const { before, edit } = edited(EXAMPLE, 'Make a copy.', 'Make two copies.');
    findings(before, { among });
    findings(edit(), { among });
    expect(seen).toEqual(['backups-1', 'backups-2', 'backups-2']);
  });

  it('its own findings come first, and the wider ones stay until they are looked for again', () => {
    const { before, edit, start } = edited(EXAMPLE, 'Restore a folder and', 'Restore a folder or');
    const first = startRun(before);
    expect(first.proceed()).toBe(true);
    const rules = (run: typeof first) => run.findings().map(one => one.rule);
    const all = rules(first);
    expect(all).toEqual(['statement-cut-off', 'doubled-spaces', 'same-statement']);
    const second = startRun(edit(), {}, first);
    second.checkRows(start, start + 1);
    expect(second.findings()[0]!.message).toContain('“or”');
    expect(rules(second)).toEqual(all);
    second.proceed();
    expect(rules(second)).toEqual(all);
  });

  it('a change of the levels has all rows looked at again', () => {
    const seen: string[] = [];
    const among = [noting(seen)];
    const { before, edit } = edited(EXAMPLE, 'title: 1st line', 'title: First line');
    findings(before, { among });
    findings(edit(), { among });
    expect(seen).toHaveLength(4);
  });
});

describe('A text that is no statement any more', () => {
  it('is passed over by the rules of wording, so that it costs next to nothing', () => {
    const text = (size: number) => fileWith(`id: r1\nstatements:\n  1st: ${'word '.repeat(size).trim()}`);
    const long = (size: number) => loadFramework(parseYaml(text(size)));
    expect(findings(long(100)).some(({ rule }) => rule === 'repeated-words')).toBe(true);
    expect(findings(long(20_000)).some(({ rule }) => rule === 'repeated-words')).toBe(false);
  });
});

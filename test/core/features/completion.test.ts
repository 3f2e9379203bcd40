import { describe, expect, it } from 'vitest';
import { completions } from '../../../src/core/features/completion.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { parseYaml, withoutFarRows } from '../../../src/core/yaml/document.ts';
import { load } from '../../helpers/loaded.ts';
import { cursorIn, FILE } from './editing.ts';

function offered(marked: string) {
  const { text, offset } = cursorIn(marked);
  return completions(load(text), offset, 'seed');
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

/** The file with a piece of text replaced, one of them with the cursor. */
function changed(from: string, to: string): string {
  expect(FILE).toContain(from);
  return FILE.replace(from, to);
}

/** The text after a completion was taken, its stops gone. */
function taken(marked: string, label: string): string {
  const { text } = cursorIn(marked);
  const found = offered(marked).find(each => each.label === label);
  expect(found, label).toBeDefined();
  const { start, end, snippet } = found!;
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))![0];
  const plain = snippet.replace(/\$\{\d+:([^}]*)\}|\$\d/g, '$1').replaceAll('\n', `\n${indent}`);
  return applyEdits(text, [{ start, end, text: plain }]);
}

const ROW = '              - id: devices-2\n                splitFrom: devices-1\n';

describe('Completion of keys', () => {
  it('offers those of the row that are not there yet, in their order', () => {
    expect(labels(changed(ROW, `${ROW}                |\n`))).toEqual([
      'note',
      'notes',
      'formerIds',
      'withdrawn',
    ]);
  });

  it('works at half a word, in a text that is broken there', () => {
    const marked = changed(ROW, `${ROW}                wi|\n`);
    expect(labels(marked)).toContain('withdrawn');
    expect(taken(marked, 'withdrawn')).toContain('                withdrawn:\n                  \n');
  });

  it('offers those of the details, of a level, of the file', () => {
    expect(labels(changed('  status: draft\n', '  status: draft\n  |\n'))).toEqual([
      'date',
      'fingerprint',
      'supersedes',
      'publisher',
      'language',
      'description',
      'note',
    ]);
    expect(labels(changed('    title: 0.5 line\n', '    title: 0.5 line\n    d|\n'))[0]).toBe('description');
    expect(labels(changed('areas:\n', '|\nareas:\n'))).toEqual(['glossary']);
  });

  it('puts what is below a key behind a dash at the right column', () => {
    const text = taken(`${FILE}              - |`, 'statements');
    expect(text).toMatch(/ {14}- statements:\n {18}$/);
  });

  it('offers nothing within a statement, a comment or a text on several lines', () => {
    expect(labels(changed('Connect a device.', 'Connect a de|vice.'))).toEqual([]);
    expect(labels(changed(ROW, `${ROW}                # no|\n`))).toEqual([]);
    expect(labels(changed('1st: Install a device.', '1st: ¦\n                    Ins|'))).toEqual([]);
  });
});

describe('Completion of levels', () => {
  it('offers those that are not stated yet, the lowest first, in quotes where they need them', () => {
    const marked = changed('1st: Repair a device.\n', '1st: Repair a device.\n                  |\n');
    expect(labels(marked)).toEqual(['0.5', '2nd']);
    expect(taken(marked, '0.5')).toContain('                  "0.5": \n');
  });

  it('replaces a quote that is there already', () => {
    const marked = changed('1st: Repair a device.\n', '1st: Repair a device.\n                  "0|"\n');
    expect(taken(marked, '0.5')).toContain('\n                  "0.5": \n');
  });
});

describe('Completion of values', () => {
  it('offers what is allowed', () => {
    expect(labels(changed('status: draft', 'status: |'))).toEqual(['draft', 'published']);
    expect(labels(changed('2nd: as-below', '2nd: as|'))).toEqual(['not-applicable', 'as-below', 'missing']);
    expect(taken(changed('format: "1"', 'format: |'), '1')).toMatch(/^format: "1"\n/);
  });

  it('offers the kinds of section, those first that the area lacks', () => {
    const text = FILE.replace(
      '    title: Functions\n',
      '    title: Functions\n  - id: knowledge\n    title: Knowledge\n',
    );
    expect(labels(`${text}      - kind: |`)).toEqual(['knowledge', 'functions']);
  });

  it('offers the rows that a row may refer to', () => {
    expect(labels(changed('splitFrom: devices-1', 'splitFrom: |'))).toEqual(['devices-1', 'devices-3']);
    expect(labels(changed('[devices-1, devices-2]', '[devices-1, d|]'))).toEqual(['devices-1', 'devices-2']);
  });
});

describe('Templates', () => {
  it('offer a row with an id that was never used', () => {
    for (const marked of [`${FILE}              - |`, `${FILE}              |`]) {
      const { framework, problems } = load(taken(marked, 'New row').replace(/$/, 'Do it.'));
      const rows = framework.areas[0]!.sections[0]!.topics[0]!.rows;
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(4);
      expect(rows[3]?.id).toMatch(/^devices-[0-9a-f]{6}$/);
    }
  });

  it('offer a topic with a row', () => {
    const { framework, problems } = load(taken(`${FILE}          - |`, 'New topic').replace(/$/, 'Do it.'));
    expect(problems).toEqual([]);
    expect(framework.areas[0]!.sections[0]!.topics[1]).toMatchObject({
      id: 'technical-functions',
      title: 'Title',
    });
  });
});

describe('In a comment', () => {
  const row = '              - id: devices-2';

  it('the word is offered that silences a rule, and then the rules', () => {
    expect(labels(changed(row, `              # fra|\n${row}`))).toEqual(['framework-ignore']);
    const rules = offered(changed(row, `              # framework-ignore same|\n${row}`));
    const [same] = rules.filter(({ label }) => label === 'same-statement');
    expect(same?.snippet).toBe(`same-statement: \${1:reason}`);
    expect(same!.end - same!.start).toBe('same'.length);
    expect(rules.map(({ label }) => label)).not.toContain('duplicate-id');
  });

  it('nothing is offered in any other', () => {
    expect(labels(changed(row, `              # Ask Ada |\n${row}`))).toEqual([]);
    expect(labels(changed(row, `              # framework-ignore same-statement: |\n${row}`))).toEqual([]);
  });
});

describe('In a large file', () => {
  const topic = (name: string) => `          - id: ${name}
            title: ${name}
            rows:
${['1', '2', '3'].map(row => `              - id: ${name}-${row}\n                statements:\n                  1st: Do ${row}.\n`).join('')}`;

  it('little of the text is read', () => {
    const text = FILE + Array.from({ length: 300 }, (_, number) => topic(`topic-${number}`)).join('');
    const near = withoutFarRows(parseYaml(text), text.indexOf('topic-200-2'));
    expect(near.text.length).toBeLessThan(text.length / 2);
  });
});

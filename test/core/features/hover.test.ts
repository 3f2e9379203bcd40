import { describe, expect, it } from 'vitest';
import { findings, hover, loadFramework, parseYaml } from '../../../src/core/index.ts';

const FILE = `format: "1"
framework:
  id: demo
  title: Demo
  version: "1.0"
  status: draft
levels:
  - id: "0.5"
    title: 0.5 line
    description: Somebody *new*.
  - id: 1st
    title: 1st line
  - id: 2nd
    title: 2nd line
sectionKinds:
  - id: functions
    title: Functions
    description: What people do.
glossary:
  SLA: Service Level Agreement
  SLA report: A report on one
areas:
  - id: service
    title: Service & Support
    sections:
      - kind: functions
        topics:
          - id: backups
            title: Backups
            note: Ask Ada.
            formerIds: [copies]
            rows:
              - id: backups-1
                x-owner: Ada
                statements:
                  "0.5": Make a copy.
                  1st: Read the SLA report and the SLA, say <b> & _why_.
                blank:
                  2nd: as-below
                notes:
                  1st: Too long?
              - id: backups-2
                splitFrom: backups-1
                withdrawn:
                  since: "1.0"
                  replacedBy: [backups-1]
                  reason: Said twice.
                statements:
                  1st: Keep the copies
                  3rd: Keep
  - id: area-2
    sections: []
`;
const loaded = loadFramework(parseYaml(FILE));

/** What is shown at the place that \`marked\` describes: a piece of the file with a | for the cursor. */
function shown(marked: string): string {
  const at = FILE.indexOf(marked.replace('|', ''));
  expect(at, marked).toBeGreaterThanOrEqual(0);
  return hover(loaded, at + marked.indexOf('|'))?.blocks.join('\n\n') ?? '';
}

describe('Hovering over a key', () => {
  it('tells what it is for', () => {
    expect(shown('ro|ws:')).toBe('**rows** · a list\n\nThe rows of the topic, in published order.');
    expect(shown('|areas:')).toContain('**areas** · a list');
    expect(shown('formerId|s:')).toMatch(/may be left out[\s\S]*earlier drafts/);
  });

  it('tells the allowed values, over a value too', () => {
    expect(shown('sta|tus:')).toContain('One of `draft`, `published`.');
    expect(shown('status: dra|ft')).toContain('One of `draft`, `published`.');
    expect(shown('form|at:')).toContain('Always `1`.');
    expect(shown('2nd: as-|below')).toContain('One of `not-applicable`, `as-below`, `missing`.');
  });

  it('tells what an x- key is', () => {
    expect(shown('x-own|er')).toContain('**x-owner** · data of your own');
  });

  it('covers just the key', () => {
    const at = FILE.indexOf('rows:');
    expect(hover(loaded, at)).toMatchObject({ start: at, end: at + 'rows'.length });
  });
});

describe('Hovering over a level', () => {
  it('tells its title, place and meaning, where it is declared and where it is used', () => {
    const card = '**0.5 line** · level 1 of 3 · `0.5`\n\nSomebody \\*new\\*.';
    expect(shown('id: "0|.5"')).toBe(card);
    expect(shown('"0.|5": Make')).toBe(card);
  });

  it('says nothing about one that is not there', () => {
    expect(shown('3r|d: Keep')).toBe('');
  });
});

describe('Hovering over an id', () => {
  it('shows a row with all its levels', () => {
    expect(shown('id: back|ups-1')).toBe(
      [
        '**Service \\& Support › Functions › Backups** · row `backups-1`',
        '- **0.5 line**: Make a copy.\n- **1st line**: Read the SLA report and the SLA, say \\<b\\> \\& \\_why\\_.\n- **2nd line**: _as the level below_',
      ].join('\n\n'),
    );
  });

  it('shows the row that another refers to', () => {
    expect(shown('splitFrom: back|ups-1')).toContain('row `backups-1`');
    expect(shown('replacedBy: [back|ups-1]')).toContain('row `backups-1`');
  });

  it('says that a row is withdrawn', () => {
    expect(shown('- id: backups-|2')).toContain(
      '**Withdrawn** since version 1.0, replaced by `backups-1`. Said twice.',
    );
    expect(shown('Keep the| copies')).toContain('**Withdrawn**');
  });

  it('shows a topic, an area and a kind of section', () => {
    expect(shown('id: backup|s\n')).toBe(
      '**Backups** · topic `backups` · 1 row, 2 statements\n\nService \\& Support › Functions\n\nNote: Ask Ada.',
    );
    expect(shown('id: area|-2')).toContain('**Untitled area** · area `area-2` · 0 rows, 0 statements');
    expect(shown('kind: func|tions')).toBe(
      '**Functions** · kind of section · `functions`\n\nWhat people do.',
    );
  });
});

describe('Hovering over a statement', () => {
  it('marks the words in which a neighbour differs, where the two are alike', () => {
    const alike = FILE.replace('"0.5": Make a copy.', '"0.5": Read the SLA report, say _how_.');
    const file = loadFramework(parseYaml(alike));
    const blocks = hover(file, alike.indexOf('Read the SLA report, say'))?.blocks.join('\n\n');
    expect(blocks).toContain('A level up, 1st line: Read the SLA report **and the SLA**, say ');
    expect(blocks).toMatch(/\*\*[^*]*why[^*]*\*\*/);
  });

  it('marks no mark of punctuation, since Markdown would show the stars', () => {
    const alike = FILE.replace('"0.5": Make a copy.', '"0.5": Read the SLA report and the SLA, say');
    const file = loadFramework(
      parseYaml(
        alike.replace(/1st: Read the SLA report.*/, '1st: Read the SLA report and the SLA, say (now).'),
      ),
    );
    const text = file.document.text;
    const blocks = hover(file, text.indexOf('Read the SLA report and the SLA, say'))?.blocks.join('\n\n');
    expect(blocks).toContain('A level up, 1st line: Read the SLA report and the SLA, say (**now**).');
  });

  it('shows its address, what stands a level down and up, and the note on it', () => {
    expect(shown('1st: Re|ad').split('\n\n')).toEqual([
      '**Service \\& Support › Functions › Backups** · row `backups-1` · **1st line**',
      '⬇ A level down, 0.5 line: Make a copy.',
      '⬆ A level up, 2nd line: _as the level below_',
      'Note: Too long?',
    ]);
  });

  it('shows nothing below the lowest level', () => {
    expect(shown('Make a| copy')).not.toContain('A level down');
  });

  it('explains the term of the glossary under the cursor, the longest that stands there', () => {
    expect(shown('the SL|A report')).toMatch(/^\*\*SLA report\*\*: A report on one/);
    expect(shown('the SL|A,')).toMatch(/^\*\*SLA\*\*: Service Level Agreement/);
    expect(shown('1st: Re|ad')).not.toContain('Service Level');
  });
});

describe('Hovering over a finding', () => {
  it('adds why it matters and what to do', () => {
    const text = FILE.replace('Keep the copies', 'Keep the copies and');
    const broken = loadFramework(parseYaml(text));
    const at = text.indexOf('copies and') + 'copies an'.length;
    const blocks = hover(broken, at, findings(broken))?.blocks ?? [];
    // The row is withdrawn, so nothing is looked for there.
    expect(blocks.join()).not.toContain('Why it matters');
    const live = text.replace('since: "1.0"', '').replace(/ {16}withdrawn:[\s\S]*?twice\.\n/, '');
    const whole = loadFramework(parseYaml(live));
    const where = live.indexOf('copies and') + 'copies an'.length;
    const why = hover(whole, where, findings(whole))?.blocks.at(-1);
    expect(why).toMatch(/^\*\*Why it matters\*\*: .*copied.*\n\n\*\*What to do\*\*: /);
  });

  it('does so where nothing could be read', () => {
    const text = FILE.replace('id: area-2', 'id: "area-2');
    const broken = loadFramework(parseYaml(text));
    const at = text.indexOf('id: "area-2') + 2;
    const found = hover(broken, at, findings(broken));
    expect(found?.blocks.join()).toContain('Why it matters');
  });
});

it('Hovering anywhere never fails and stays within the text', () => {
  for (let offset = 0; offset <= FILE.length; offset++) {
    const found = hover(loaded, offset);
    if (found) expect(found.start <= offset && offset <= found.end).toBe(true);
  }
});

describe('A comment that silences a rule', () => {
  const text = FILE.replace(
    '              - id: backups-2',
    '              # framework-ignore same-statement: agreed\n              - id: backups-2',
  );
  const at = (piece: string) => hover(loadFramework(parseYaml(text)), text.indexOf(piece) + 3);

  it('tells of the rule, where its id stands', () => {
    const found = at('same-statement');
    expect(text.slice(found!.start, found!.end)).toBe('same-statement');
    expect(found!.blocks.join('\n')).toMatch(/The same statement in two cells[\s\S]*What to do/);
    expect(at('agreed')).toBeUndefined();
    expect(at('framework-ignore')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { findings, loadFramework, parseYaml } from '../../../src/core/index.ts';
import { startRun } from '../../../src/core/rules/runner.ts';
import { updateYaml } from '../../../src/core/yaml/document.ts';
import { ruleFile } from '../../rules/ruleFile.ts';
import { spelling } from '../../spelling/dictionary.ts';

/** A file in a language, with one row a statement, or a set of them by level. */
function text(language: string | undefined, ...rows: (string | Record<string, string>)[]) {
  const list = rows.map((row, at) => {
    const cells = Object.entries(typeof row === 'string' ? { '1st': row } : row);
    const lines = cells.map(([level, cell]) => `    ${JSON.stringify(level)}: ${JSON.stringify(cell)}\n`);
    return `- id: row-${at}\n  statements:\n${lines.join('')}`;
  });
  const whole = ruleFile(list.join('')).text;
  return language === undefined
    ? whole
    : whole.replace('status: draft', `status: draft, language: ${language}`);
}

const load = (whole: string) => loadFramework(parseYaml(whole));

function rulesIn(language: string | undefined, ...rows: Parameters<typeof text>[1][]) {
  return findings(load(text(language, ...rows)), { spelling }).map(({ rule }) => rule);
}

const AMERICAN = 'Organize the color of the labels in the center.';

describe('British spelling', () => {
  it.each([undefined, 'en', 'en-GB', 'en-gb', 'en_GB', 'EN'])(
    'is asked for where the language is %s',
    one => {
      expect(rulesIn(one, AMERICAN)).toEqual(['british-spelling', 'british-spelling', 'british-spelling']);
    },
  );

  it.each(['en-US', 'en-AU', 'de', 'fr', 'cy'])('is not asked for where the language is %s', one => {
    expect(rulesIn(one, AMERICAN)).toEqual([]);
  });
});

describe('What is wrong in English only', () => {
  const SLIPS: [string, ...Parameters<typeof text>[1][]][] = [
    ['verb-first', 'Ability to wash.'],
    ['wrong-section', 'Understand the bed.'],
    ['statement-cut-off', 'Clean the wound and'],
    ['verb-form', 'Understands beds.', 'Understands sheets.', 'Understand towels.'],
    ['statements-run-together', 'Wash the feet. Clean the bed.'],
    [
      'asks-less-above',
      { '1st': 'Understand the wound and its dressing.', '2nd': 'Aware of the wound and its dressing.' },
    ],
    ['one-spelling', 'Use the web site.'],
    ['unbalanced-quotes', 'Say “good morning.'],
  ];

  it.each(SLIPS)('is found by %s where the language is English', (rule, ...rows) => {
    for (const language of [undefined, 'en', 'en-US']) expect(rulesIn(language, ...rows)).toContain(rule);
  });

  it.each(SLIPS)('is not found by %s elsewhere', (rule, ...rows) => {
    expect(rulesIn('de', ...rows)).not.toContain(rule);
  });
});

describe('In other languages', () => {
  it.each([
    [
      'de',
      'Schließt die Geräte an.',
      'Schaltet die Anlage an',
      'Kennt Vor- oder Nachteile.',
      'Sagt „Guten Morgen“ und „Gute Nacht“.',
    ],
    ['fr', 'Sait dire : « Bonjour ! »', 'Utilise les mots que nous nous donnons.', 'Explique pourquoi ?'],
    ['sv', 'Hälsar med ”God morgon”.'],
  ])('good statements are left in peace: %s', (language, ...rows) => {
    expect(rulesIn(language, ...rows)).toEqual([]);
  });

  it('what is wrong in any language is found', () => {
    expect(rulesIn('de', 'Öffnet die (Tür.')).toEqual(['unbalanced-brackets']);
    expect(rulesIn('de', 'Öffnet die die Tür.')).toEqual(['repeated-words']);
    expect(rulesIn('de', 'Öffnet die Tür,')).toEqual(['statement-cut-off']);
    expect(rulesIn('de', 'Sagt "Guten Morgen.')).toEqual(['unbalanced-quotes']);
    expect(rulesIn('de', 'Schreibt eine E-Mail.', 'Liest eine Email.')).toEqual(['one-spelling']);
  });

  it('a suppression of a rule that is not asked is not idle', () => {
    const silenced = text('de', 'Wäscht die Hände.').replace(
      '- id: row-0',
      '# framework-ignore british-spelling: a German text\n              - id: row-0',
    );
    expect(findings(load(silenced), { spelling })).toEqual([]);
  });
});

describe('The words that a file sets itself', () => {
  it('count in its language', () => {
    const german = load(
      text(
        'de',
        { '1st': 'Beherrscht den Verband der Wunde.', '2nd': 'Kennt den Verband der Wunde.' },
        'Nutzt Mail.',
      ),
    );
    const options = {
      'asks-less-above': { ladders: [['kennt', 'beherrscht']] },
      'one-spelling': { terms: { helpdesk: 'Service' } },
    };
    expect(findings(german, { options }).map(({ rule }) => rule)).toEqual(['asks-less-above']);
  });
});

it('A change of the language has the rules asked anew', () => {
  const whole = text('en-GB', AMERICAN);
  const before = load(whole);
  const run = startRun(before, { spelling });
  run.proceed();
  expect(run.findings()).toHaveLength(3);
  const start = whole.indexOf('en-GB');
  const german = loadFramework(updateYaml(before.document, { start, end: start + 5 }, 'en-US'));
  const next = startRun(german, { spelling }, run);
  next.proceed();
  expect(next.findings()).toEqual([]);
  const back = loadFramework(updateYaml(german.document, { start, end: start + 5 }, 'en-GB'));
  const last = startRun(back, { spelling }, next);
  last.proceed();
  expect(last.findings()).toHaveLength(3);
});

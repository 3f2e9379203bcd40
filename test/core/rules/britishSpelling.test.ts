import { describe, expect, it } from 'vitest';
import {
  findings,
  LiveFile,
  loadFramework,
  parseYaml,
  readConfig,
  type Spelling,
} from '../../../src/core/index.ts';
import { startRun } from '../../../src/core/rules/runner.ts';
import { ruleFile } from '../../rules/ruleFile.ts';
import { spelling } from '../../spelling/dictionary.ts';

const ROWS = `- id: garden-1
  statements:
    1st: Plant the tregothnan near the hedge.
    2nd: Water the pilchars’ bed and the Tregothnan.
- id: garden-2
  statements:
    1st: Rake the tregothnans’ leaves on the co-gardenn.
`;

const load = (example: string) => loadFramework(parseYaml(ruleFile(example).text));

function wordsFound(example: string, config = ''): (string | undefined)[] {
  const { settings, problems } = readConfig(config);
  expect(problems).toEqual([]);
  return findings(load(example), { ...settings, spelling })
    .filter(({ rule }) => rule === 'british-spelling')
    .map(({ data }) => data?.word);
}

/** The dictionary, with what it is asked. */
function listening(): { readonly spelling: Spelling; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    spelling: {
      ...spelling,
      knows: word => {
        asked.push(word);
        return spelling.knows(word);
      },
    },
  };
}

describe('The rule british-spelling', () => {
  it('is not run without a dictionary', () => {
    expect(findings(load(ROWS)).map(({ rule }) => rule)).not.toContain('british-spelling');
    expect(wordsFound(ROWS)).toEqual(
      ['tregothnan', 'pilchars’', 'tregothnans’', 'gardenn'].map(w => w.replace(/’$/, '')),
    );
  });

  it('heeds the words of the settings, with their forms in -s and their possessives', () => {
    expect(wordsFound(ROWS, 'words: [tregothnan, pilchar]')).toEqual(['gardenn']);
    expect(wordsFound(ROWS, 'words: [Tregothnan]')).toEqual([
      'tregothnan',
      'pilchars',
      'tregothnans',
      'gardenn',
    ]);
    expect(wordsFound(ROWS, 'words: [co-gardenn, the old tregothnan]')).toEqual(['pilchars']);
  });

  it('has words of its own, which no other rule heeds', () => {
    expect(wordsFound(ROWS, 'rules: { british-spelling: { words: [tregothnan, gardenn] } }')).toEqual([
      'pilchars',
    ]);
  });

  it('heeds the glossary, both what is short and what it stands for', () => {
    const { text } = ruleFile(ROWS);
    const glossary = 'glossary: { pilchar: the tregothnan of old }\nareas:';
    const loaded = loadFramework(parseYaml(text.replace('areas:', glossary)));
    const found = findings(loaded, { spelling }).filter(({ rule }) => rule === 'british-spelling');
    expect(found.map(({ data }) => data?.word)).toEqual(['gardenn']);
  });

  it('is silenced by a comment, which does not seem idle before the dictionary is there', () => {
    const silenced = ROWS.replace(
      '- id: garden-1',
      '# framework-ignore british-spelling: as it was\n- id: garden-1',
    );
    const rules = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule);
    expect(wordsFound(silenced)).toEqual(['tregothnans', 'gardenn']);
    expect(rules(findings(load(silenced)))).not.toContain('idle-suppression');
    const right = silenced.replaceAll(/tregothnan|pilchar/gi, 'rose');
    expect(rules(findings(load(right)))).not.toContain('idle-suppression');
    expect(rules(findings(load(right), { spelling }))).toContain('idle-suppression');
  });

  it('passes over a word where the text shouts, and over a statement too long to be one', () => {
    expect(wordsFound('- id: a\n  statements:\n    1st: PLANT THE TREGOTHNANN.\n')).toEqual([]);
    expect(wordsFound(`- id: a\n  statements:\n    1st: Plant ${'gardenn '.repeat(700)}.\n`)).toEqual([]);
  });

  it('passes over a statement in another language, and finds the foreign word in an English one', () => {
    const french = 'Préparer les postes de travail pour chaque élève.';
    expect(wordsFound(`- id: a\n  statements:\n    1st: ${french}\n`)).toEqual([]);
    const english = 'Prepare the computers of all pupils, and their postes.';
    expect(wordsFound(`- id: a\n  statements:\n    1st: ${english}\n`)).toEqual(['postes']);
  });

  it('looks again at the statement that was edited alone', () => {
    const { text } = ruleFile(ROWS);
    const { spelling: heard, asked } = listening();
    const file = new LiveFile(text);
    const first = startRun(file.loaded, { spelling: heard });
    first.proceed();
    asked.length = 0;
    const at = text.indexOf('near the hedge');
    file.change([{ rangeOffset: at, rangeLength: 4, text: 'besidee' }]);
    const run = startRun(file.loaded, { spelling: heard }, first);
    run.checkRows(at, at + 7);
    expect(new Set(asked.map(word => word.toLowerCase()))).toEqual(
      new Set(['plant', 'the', 'tregothnan', 'besidee', 'hedge']),
    );
    expect(run.findings().map(({ data }) => data?.word)).toContain('besidee');
    asked.length = 0;
    run.proceed();
    expect(asked).toEqual([]);
  });

  it('joins a run that is done without the others being run again', () => {
    const loaded = load(ROWS.replace('- id: garden-2', '- id: garden-2\n  x-note: a'));
    const settings = readConfig('rules: { level-gap: off }').settings;
    const first = startRun(loaded, settings);
    first.proceed();
    const second = startRun(loaded, { ...settings, spelling }, first);
    let steps = 0;
    while (!second.proceed(() => true)) steps++;
    expect(steps).toBe(2);
    const fresh = startRun(load(ROWS.replace('- id: garden-2', '- id: garden-2\n  x-note: a')), {
      ...settings,
      spelling,
    });
    fresh.proceed();
    expect(second.findings()).toEqual(fresh.findings());
  });
});

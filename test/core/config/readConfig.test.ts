import { describe, expect, it } from 'vitest';
import { findings, loadFramework, parseYaml, readConfig } from '../../../src/core/index.ts';
import { ruleFile } from '../../rules/ruleFile.ts';

/** What is wrong in settings, each with the text that it is about. */
function problemsIn(text: string): string[] {
  return readConfig(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

function rulesFoundIn(example: string, config: string): string[] {
  const { settings, problems } = readConfig(config);
  expect(problems).toEqual([]);
  return findings(loadFramework(parseYaml(ruleFile(example).text)), settings).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
}

const ROWS = `- id: garden-1
  statements:
    1st: Ask the RHS about the e-mail.
    2nd: Can plant the the hedge.
`;

describe('The settings of the rules', () => {
  it('turn rules off and give them another severity', () => {
    expect(rulesFoundIn(ROWS, '')).toEqual([
      'info undefined-abbreviation',
      'warning one-spelling',
      'info verb-first',
      'warning repeated-words',
    ]);
    const config = 'rules:\n  verb-first: off\n  repeated-words: error\n  one-spelling: { severity: info }\n';
    expect(rulesFoundIn(ROWS, config)).toEqual([
      'info undefined-abbreviation',
      'info one-spelling',
      'error repeated-words',
    ]);
  });

  it('say what each class of change asks of the version number, and say plainly what is no class or no part', () => {
    const { versioning, problems } = readConfig('versioning:\n  lowers: major\n  editorial: minor\n');
    expect([versioning, problems]).toEqual([{ lowers: 'major', editorial: 'minor' }, []]);
    expect(problemsIn('versioning:\n  lower: major\n  raises: huge\n  other: patch\n')).toEqual([
      'raises: This is one of major, minor, patch.',
      'lower: There is no key `lower` here. Is `lowers` meant?',
    ]);
    expect(readConfig('versioning:\n  raises: huge\n  other: patch\n').versioning).toEqual({
      other: 'patch',
    });
    expect(problemsIn('versioning: major\n')[0]).toContain('Classes of change are needed here');
  });

  it('say plainly what is no settings at all, and what is no rules', () => {
    for (const rules of ['rules: []\n', 'rules: off\n'])
      expect(problemsIn(rules)[0]).toMatch(/^rules: `rules` holds rules: each on a line of its own below it/);
    for (const text of ['- x\n', 'rules\n'])
      expect(readConfig(text).problems.map(({ message }) => message)).toEqual([
        'Settings stand under the keys `rules`, `words` and `versioning`: write what each holds below it.',
      ]);
    expect(readConfig('').problems).toEqual([]);
  });

  it('tell rules their options', () => {
    const config = `rules:
  undefined-abbreviation: { known: [RHS] }
  one-spelling:
    terms: { e-mail: e-mail, hedge: box tree }
`;
    expect(rulesFoundIn(ROWS, config)).toEqual([
      'info verb-first',
      'warning repeated-words',
      'warning one-spelling',
    ]);
  });

  it('name words that are right as they are, for all rules about words', () => {
    expect(rulesFoundIn(ROWS, 'words:\n  - RHS\n  - e-mail\n')).toEqual([
      'info verb-first',
      'warning repeated-words',
    ]);
  });

  it('give ladders of a field of its own', () => {
    const rows = '- id: a\n  statements:\n    1st: Sculpt a hedge.\n    2nd: Trim a hedge.\n';
    expect(rulesFoundIn(rows, '')).toEqual([]);
    const config = 'rules:\n  asks-less-above:\n    ladders:\n      - [trim/cut, sculpt]\n';
    expect(rulesFoundIn(rows, config)).toEqual(['info asks-less-above']);
  });

  it('of no rule at all are as good as none', () => {
    for (const text of ['', '# nothing yet\n', 'rules: {}\n']) expect(problemsIn(text)).toEqual([]);
  });
});

describe('A fault in the settings is told with its place:', () => {
  it.each([
    [
      'a rule that there is not',
      'rules:\n  verb-frist: off\n',
      'verb-frist: There is no rule `verb-frist`. Is `verb-first` meant?',
    ],
    [
      'a severity that there is not',
      'rules:\n  verb-first: loud\n',
      'verb-first: A rule is set to one of off, info',
    ],
    [
      'an option that there is not',
      'rules:\n  verb-first: { doin: [a] }\n',
      'doin: `verb-first` has no option `doin`. Is `doing` meant?',
    ],
    [
      'an option by the name of something that every object has',
      'rules:\n  verb-first: { constructor: [a], toString: b }\n',
      'constructor: `verb-first` has no option `constructor`.',
    ],
    [
      'an option of another shape',
      'rules:\n  verb-first: { doing: a }\n',
      'doing: `doing` holds a list of texts.',
    ],
    ['a key that there is not', 'colours: red\n', 'colours: There is no key `colours` here.'],
    ['words that are no list', 'words: RHS\n', 'words: A list of words is needed'],
    [
      'a rule of reading that is off',
      'rules:\n  yaml-syntax: off\n',
      'yaml-syntax: `yaml-syntax` cannot be off',
    ],
    ['a key twice', 'words: [A]\nwords: [B]\n', 'words: `words` stands here twice'],
    ['text that is not YAML', 'rules: [\n', ''],
  ])('%s', (_, text, problem) => {
    const problems = problemsIn(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toContain(problem);
  });

  it('with the name that was probably meant', () => {
    const near = (text: string) => readConfig(text).problems.map(problem => problem.near);
    expect(near('rule:\n  a: off\n')).toEqual(['rules']);
    expect(near('rules:\n  verb-frist: off\n')).toEqual(['verb-first']);
    expect(near('rules:\n  verb-first: { doin: [a] }\n')).toEqual(['doing']);
    expect(near('rules:\n  elephants: off\n')).toEqual([undefined]);
  });

  it('and the rest is heeded', () => {
    const { settings } = readConfig('rules:\n  verb-frist: off\n  repeated-words: off\nwords: RHS\n');
    expect(settings.rules).toEqual({ 'repeated-words': 'off' });
  });
});

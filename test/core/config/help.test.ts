import { describe, expect, it } from 'vitest';
import { applyEdits, configCompletions, configHover, RULES, readConfig } from '../../../src/core/index.ts';
import { cursorIn } from '../features/editing.ts';

function hoverAt(marked: string): string {
  const { text, offset } = cursorIn(marked);
  return configHover(text, offset)?.blocks.join('\n') ?? '';
}

function offeredAt(marked: string): string[] {
  const { text, offset } = cursorIn(marked);
  return configCompletions(text, offset).map(({ label }) => label);
}

/** The text once an offer is taken, without the places where the cursor goes; indented as an editor does. */
function taking(marked: string, label: string): string {
  const { text, offset } = cursorIn(marked);
  const offer = configCompletions(text, offset).find(each => each.label === label)!;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  const written = offer.snippet.replaceAll(/\$\d/g, '').replaceAll('\n', `\n${/^ */.exec(line)![0]}`);
  return applyEdits(text, [{ start: offer.start, end: offer.end, text: written }]);
}

describe('Resting on the settings of the rules', () => {
  it('explains the keys at the top, and words', () => {
    expect(hoverAt('ru|les: {}\n')).toContain('How much each rule weighs');
    expect(hoverAt('wor|ds: [ICT]\n')).toContain('right as they are');
    expect(hoverAt('words: [IC|T]\n')).toContain('right as they are');
  });

  it('explains a rule with its reasons, default and options', () => {
    const text = hoverAt('rules:\n  verb-f|irst: off\n');
    expect(text).toContain('`verb-first`), by default: info');
    expect(text).toContain('**What to do**');
    expect(text).toContain('`doing`');
  });

  it('explains a severity and an option', () => {
    expect(hoverAt('rules:\n  verb-first: o|ff\n')).toContain('The rule is not run');
    expect(hoverAt('rules:\n  verb-first:\n    severity: err|or\n')).toContain('fails a check');
    expect(hoverAt('rules:\n  verb-first:\n    sev|erity: error\n')).toContain('off, info, warning, error');
    expect(hoverAt('rules:\n  verb-first:\n    do|ing: [a]\n')).toContain('holds a list of texts');
    expect(hoverAt('rules:\n  verb-first: { doing: [|a] }\n')).toContain('holds a list of texts');
  });

  it('says nothing of what there is not', () => {
    for (const marked of [
      '|\n',
      'rules:\n  verb-frist|: off\n',
      'rules:\n  verb-first: lou|d\n',
      'oth|er: a\n',
    ])
      expect(hoverAt(marked)).toBe('');
  });
});

describe('Completing the settings of the rules', () => {
  it('offers the keys at the top that are not there yet', () => {
    expect(offeredAt('|')).toEqual(['rules', 'words', 'versioning']);
    expect(offeredAt('wo|\nrules: {}\nversioning: {}\n')).toEqual(['words']);
  });

  it('offers the classes of change that are not set yet, and what each may raise', () => {
    expect(offeredAt('versioning:\n  raises: major\n  |')).toEqual([
      'lowers',
      'clarifies',
      'editorial',
      'undecided',
      'other',
    ]);
    expect(offeredAt('versioning:\n  raises: |')).toEqual(['major', 'minor', 'patch']);
  });

  it('offers every rule that is not set yet', () => {
    const all = RULES.map(({ meta }) => meta.id);
    expect(offeredAt('rules:\n  |')).toEqual(all);
    expect(offeredAt('rules:\n  verb-first: off\n  v|')).toEqual(all.filter(id => id !== 'verb-first'));
  });

  it('offers the severities, and `off` only where it may be', () => {
    expect(offeredAt('rules:\n  verb-first: |')).toEqual(['off', 'info', 'warning', 'error']);
    expect(offeredAt('rules:\n  verb-first:\n    severity: |')).toEqual(['off', 'info', 'warning', 'error']);
    expect(offeredAt('rules:\n  yaml-syntax: |')).toEqual(['info', 'warning', 'error']);
  });

  it('offers the options of a rule', () => {
    const { options = {} } = RULES.find(({ meta }) => meta.id === 'verb-first')!.meta;
    expect(offeredAt('rules:\n  verb-first:\n    |')).toEqual(['severity', ...Object.keys(options)]);
    expect(offeredAt('rules:\n  same-statement:\n    |')).toEqual(['severity']);
    expect(offeredAt('rules:\n  verb-frist:\n    |')).toEqual([]);
  });

  it('offers nothing among words, in comments and behind other keys', () => {
    for (const marked of ['words:\n  - |', '# |', 'other: |', 'rules: |'])
      expect(offeredAt(marked)).toEqual([]);
  });

  it('writes what can be read', () => {
    for (const { meta } of RULES)
      for (const name of Object.keys(meta.options ?? {})) {
        const text = taking(`rules:\n  ${meta.id}:\n    |`, name);
        const problems = readConfig(text).problems.filter(({ message }) => /no option|YAML/.test(message));
        expect(problems, text).toEqual([]);
      }
    expect(taking('rules:\n  verb-f|\n', 'verb-first')).toBe('rules:\n  verb-first: \n');
    expect(taking('|', 'words')).toBe('words:\n  - ');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findings, loadFramework, parseYaml, RULES } from '../../src/core/index.ts';
import { spelling } from '../spelling/dictionary.ts';
import { ruleFile } from './ruleFile.ts';

const source = fileURLToPath(new URL('../../src/core/', import.meta.url));
const read = (path: string) => readFileSync(source + path, 'utf8');

const LOOKS_AT = {
  reading: 'the file, as it is read',
  statement: 'each statement',
  row: 'each row',
  topic: 'each topic',
  framework: 'the whole framework',
  findings: 'what the other rules found',
};
const LANGUAGE = {
  en: 'English (`language` is `en`, `en-US` and so on, or is not given)',
  'en-GB': 'British English (`language` is `en-GB` or `en`, or is not given)',
};
const FIX = {
  none: 'none',
  safe: 'safe',
  unsafe: 'to choose by hand',
  partly: 'in part safe, else to choose by hand',
};

function findingsIn(example: string) {
  const { text, siblings } = ruleFile(example);
  return findings(loadFramework(parseYaml(text)), { siblings, spelling });
}

it('has a folder for every rule and a rule for every folder', () => {
  const folders = readdirSync(`${source}rules`, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'text')
    .map(entry => entry.name);
  expect(RULES.map(rule => rule.meta.id).sort()).toEqual(folders.sort());
});

it('knows every kind of problem that the loader reports', () => {
  const files = ['yaml', 'model'].flatMap(folder =>
    readdirSync(source + folder).map(name => read(`${folder}/${name}`)),
  );
  const codes = new Set(
    files.flatMap(text => [...text.matchAll(/code: '([a-z-]+)'/g)].map(match => match[1]!)),
  );
  expect(codes.size).toBeGreaterThan(10);
  const reading = RULES.filter(rule => rule.meta.scope === 'reading').map(rule => rule.meta.id);
  expect([...codes].sort()).toEqual(reading.sort());
});

it('lists every rule in the table of the README', () => {
  const rows = RULES.map(
    ({ meta }) =>
      `| [\`${meta.id}\`](./${meta.id}/README.md) | ${meta.title} | ${meta.severity} | ${LOOKS_AT[meta.scope]} | ${FIX[meta.fixable]} |`,
  );
  const table = [
    '| Rule | What it finds | Severity | Looks at | Fix |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  const [, actual] = /<!-- rules -->\n([\s\S]*?)\n?<!-- \/rules -->/.exec(read('rules/README.md')) ?? [];
  const cells = actual?.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
  expect(cells, 'The table in src/core/rules/README.md should be as expected here.').toBe(table.join('\n'));
});

describe.each(RULES.map(rule => [rule.meta.id, rule] as const))('The rule %s', (id, rule) => {
  const readme = read(`rules/${id}/README.md`);
  const { meta } = rule;

  it('says in its README what it says in its code', () => {
    const [head] = readme.split(/## (?:Bad|Options)/);
    expect(head).toBe(`# ${meta.title}

- Rule: \`${id}\`
- Severity: ${meta.severity}
- Looks at: ${LOOKS_AT[meta.scope]}
- Fix: ${FIX[meta.fixable]}${meta.language ? `\n- Language: ${LANGUAGE[meta.language]}` : ''}

## Why

${meta.why}

## What to do

${meta.whatToDo}

`);
  });

  it('lists its options in its README', () => {
    const [, actual = ''] = /## Options\n\n([\s\S]*?)\n\n## Bad/.exec(readme) ?? [];
    const options = Object.entries(meta.options ?? {}).map(
      ([name, { description }]) => `- \`${name}\`: ${description}`,
    );
    expect(actual).toBe(options.join('\n'));
  });

  it('is written for people', () => {
    for (const text of [meta.title, meta.why, meta.whatToDo]) expect(text).toMatch(/^[A-Z].*\S$/);
    expect(meta.title).not.toMatch(/\.$/);
    expect(meta.why).toMatch(/\.$/);
    expect(meta.whatToDo).toMatch(/\.$/);
  });

  it('has a fix exactly if it says so', () => {
    expect(rule.fix !== undefined).toBe(meta.fixable !== 'none');
  });

  const example = (title: string) =>
    [...readme.matchAll(/## (\w+)\n\n```yaml\n([\s\S]*?)\n```/g)]
      .filter(match => match[1] === title)
      .map(match => match[2]!);

  it('finds its bad example', () => {
    const [bad] = example('Bad');
    expect(findingsIn(bad!).map(finding => finding.rule)).toContain(id);
  });

  it('has a good example in which no rule finds anything', () => {
    const [good] = example('Good');
    expect(good).toBeDefined();
    expect(findingsIn(good!)).toEqual([]);
  });

  it('has cases of its own', () => {
    if (meta.scope === 'reading' && meta.fixable === 'none') return;
    const files = readdirSync(fileURLToPath(new URL(`./${id}`, import.meta.url)));
    const texts = files.map(name => readFileSync(new URL(`./${id}/${name}`, import.meta.url), 'utf8'));
    expect(texts.some(text => text.includes('# want "'))).toBe(true);
    expect(files.some(name => name.endsWith('.golden.yml'))).toBe(meta.fixable !== 'none');
  });
});

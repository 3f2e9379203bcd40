import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mend } from '../../src/cli/mend.ts';
import {
  applyEdits,
  type Finding,
  findings,
  fixesOf,
  LineIndex,
  type Loaded,
  loadFramework,
  parseYaml,
  type RunOptions,
  ruleOf,
} from '../../src/core/index.ts';
import { spelling } from '../spelling/dictionary.ts';
import { ruleFile, withoutMarkers } from './ruleFile.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const rules = readdirSync(here, { withFileTypes: true }).filter(entry => entry.isDirectory());

/** Each example is read once: what was found in it is known the second time. */
const known = new Map<string, ReturnType<typeof readExample>>();

function readExample(example: string) {
  const { text, linesBefore, siblings } = ruleFile(example);
  const options: RunOptions = { siblings, spelling };
  return { text, linesBefore, options, loaded: loadFramework(parseYaml(text)), lines: new LineIndex(text) };
}

function check(rule: string, example: string) {
  const whole = known.get(example) ?? readExample(example);
  known.set(example, whole);
  const { loaded, text, lines, linesBefore, options } = whole;
  const found = foundBy(rule, loaded, options);
  const lineOf = (finding: Finding) => lines.positionAt(finding.start).line + 1 - linesBefore;
  return { loaded, text, found, lineOf, options };
}

/** What a rule finds. The others are not asked, except by the one rule that is about what they find. */
function foundBy(rule: string, loaded: Loaded, options: RunOptions): Finding[] {
  const own = rule === 'idle-suppression' ? undefined : ruleOf(rule);
  return findings(loaded, own ? { ...options, among: [own] } : options).filter(each => each.rule === rule);
}

/** The whole file with the first fix of each finding of a rule applied. */
function mended(rule: string, example: string): string {
  const { loaded, text, found, options } = check(rule, example);
  return applyEdits(
    text,
    found.flatMap(finding => fixesOf(loaded, finding, options)[0]?.edits ?? []),
  );
}

describe.each(rules.map(entry => entry.name))('The rule %s', rule => {
  const files = readdirSync(here + rule).filter(
    file => file.endsWith('.yml') && !file.endsWith('.golden.yml'),
  );

  it.each(files)('finds in %s what is marked there, and nothing else', file => {
    const { text, wants } = withoutMarkers(readFileSync(`${here}${rule}/${file}`, 'utf8'));
    const { found, lineOf } = check(rule, text);
    const actual = found.map(finding => `${lineOf(finding)}: ${finding.message}`);
    const missing = wants.filter(
      ({ line, message }) => !found.some(one => lineOf(one) === line && one.message.includes(message)),
    );
    expect(missing, actual.join('\n')).toEqual([]);
    expect(actual).toHaveLength(wants.length);
  });

  if (ruleOf(rule)?.fix)
    it('has fixes after each of which its finding is gone, and no other has come', () => {
      let fixes = 0;
      const wrong: string[] = [];
      for (const file of files) {
        const { text } = withoutMarkers(readFileSync(`${here}${rule}/${file}`, 'utf8'));
        const { loaded, found, text: whole, options } = check(rule, text);
        for (const finding of found)
          for (const fix of fixesOf(loaded, finding, options)) {
            fixes++;
            const after = loadFramework(parseYaml(applyEdits(whole, fix.edits)));
            const isGone = foundBy(rule, after, options).length < found.length;
            if (!isGone || after.problems.length > loaded.problems.length)
              wrong.push(`${file}: ${finding.message} → ${fix.title}`);
          }
      }
      expect(wrong).toEqual([]);
      expect(fixes).toBeGreaterThan(0);
    });

  it('mends by `--fix` what is safe at once: a second time changes nothing', () => {
    for (const file of files) {
      const { text } = withoutMarkers(readFileSync(`${here}${rule}/${file}`, 'utf8'));
      const { loaded, options } = check(rule, text);
      const once = mend(loaded, options).loaded;
      expect(mend(once, options).mended, file).toEqual([]);
      const safe = findings(once, options).flatMap(each =>
        fixesOf(once, each, options).filter(fix => fix.safe),
      );
      expect(safe, file).toEqual([]);
    }
  });

  const fixed = files.filter(file => existsSync(`${here}${rule}/${file.replace('.yml', '.golden.yml')}`));
  it.each(fixed)('mends %s as its golden file shows, and is content with the outcome', file => {
    const { text } = withoutMarkers(readFileSync(`${here}${rule}/${file}`, 'utf8'));
    const golden = readFileSync(`${here}${rule}/${file.replace('.yml', '.golden.yml')}`, 'utf8');
    expect(mended(rule, text)).toBe(ruleFile(golden).text);
    expect(mended(rule, golden)).toBe(ruleFile(golden).text);
    expect(check(rule, golden).found.length).toBeLessThan(check(rule, text).found.length);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findings, loadFramework, parseYaml, ruleOf, silencePlace } from '../../../src/core/index.ts';
import { ruleFile, withoutMarkers } from '../../rules/ruleFile.ts';
import { spelling } from '../../spelling/dictionary.ts';

const folder = fileURLToPath(new URL('../../rules/', import.meta.url));
const rules = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

/** The first of what is found of a rule in a text, each with the text in which it is silenced. */
function silenced(
  rule: string,
  text: string,
  siblings: ReturnType<typeof ruleFile>['siblings'] = [],
  most = 3,
) {
  const options = { siblings, spelling, among: [ruleOf(rule)!, ruleOf('idle-suppression')!] };
  const loaded = loadFramework(parseYaml(text));
  const all = findings(loaded, options).filter(finding => finding.rule === rule);
  return all.slice(0, most).map(finding => {
    const place = silencePlace(loaded, finding);
    if (!place) return undefined;
    const indent = text.slice(text.lastIndexOf('\n', place.offset - 1) + 1, place.offset);
    const comment = `${place.comment}as it was published\n${indent}`;
    const after = text.slice(0, place.offset) + comment + text.slice(place.offset);
    const now = loadFramework(parseYaml(after));
    const found = findings(now, options);
    return { finding, after, found, of: all.length, framework: now.framework, loaded };
  });
}

describe('A finding that may stand', () => {
  const checked = rules.filter(rule => !['reading', 'findings'].includes(ruleOf(rule)!.meta.scope));

  it.each(checked)('of %s is silenced by a comment above what it is about, which is not idle', rule => {
    let silences = 0;
    for (const name of readdirSync(`${folder}${rule}`)) {
      if (name.endsWith('.golden.yml')) continue;
      const { text, siblings } = ruleFile(
        withoutMarkers(readFileSync(`${folder}${rule}/${name}`, 'utf8')).text,
      );
      const all = silenced(rule, text, siblings);
      for (const one of all) {
        const about = `${name}: ${one?.finding.message}`;
        expect(one, about).toBeDefined();
        const left = one!.found.filter(each => each.rule === rule);
        expect(left.length, about).toBeLessThan(one!.of);
        expect(
          one!.found.map(each => each.rule),
          about,
        ).not.toContain('idle-suppression');
        silences++;
      }
    }
    expect(silences).toBeGreaterThan(0);
  });

  it('takes no others with it: the comment is about the statement, not its row', () => {
    const { text } = ruleFile(
      '- id: a\n  statements:\n    1st: Do the the work.\n    2nd: Mend the the pump.\n',
    );
    const [first] = silenced('repeated-words', text);
    expect(first?.after).toContain(
      '                  # framework-ignore repeated-words: as it was published\n                  1st: Do',
    );
    expect(first?.found.filter(({ rule }) => rule === 'repeated-words')).toHaveLength(1);
  });

  it.each([
    [
      'a text on several lines',
      '- id: a\n  statements:\n    1st: |-\n      Do the work:\n\n      mend the the pump.\n',
      /\n {18}# framework-ignore.*\n {18}1st: \|-/,
    ],
    [
      'a row in one line',
      '- { id: a, statements: { 1st: Mend the the pump. } }\n',
      /\n {14}# framework-ignore.*\n {14}- \{ id: a/,
    ],
  ])('is silenced as well in %s', (_, example, expected) => {
    const { text } = ruleFile(example);
    const [one] = silenced('repeated-words', text);
    expect(one?.after).toMatch(expected);
    expect(one?.found).toEqual([]);
  });

  it('is not one that the file cannot be read without', () => {
    const { text } = ruleFile('- id: a\n  statements:\n    1st: ~\n');
    expect(silenced('misread-value', text)).toEqual([undefined]);
  });
});

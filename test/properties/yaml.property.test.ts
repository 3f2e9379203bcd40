import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadFramework } from '../../src/core/model/load.ts';
import { parseYaml, updateYaml, type YamlDocument } from '../../src/core/yaml/document.ts';
import { endOf, startOf } from '../../src/core/yaml/nodes.ts';
import { fileWith, load, plainTree } from '../helpers/loaded.ts';

const published = readFileSync(new URL('../../framework/iteps-1.2.framework.yaml', import.meta.url), 'utf8');
const small = fileWith(
  'id: r1\nstatements:\n  "0.5": One.\n  1st: |-\n    Two.\n    Three.\n  # about 2nd\n  2nd: "Four: five"',
  'id: r2 # second\nnote: >\n  folded\n  text\nstatements: { 1st: Six. }',
  '# leading\nid: r3\nstatements:\n  1st: Seven.',
);

/** Bits of YAML that a person may type, paste or delete. */
const fragment = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\n              - id: x\n',
    '#',
    ' # ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '\t',
  ),
  fc.constantFrom(
    'rows:',
    '\nrows:\n',
    '---\n',
    '&a ',
    '*a',
    '!t ',
    '<<: ',
    '\r\n',
    '\uFEFF',
    'areas:\n',
    '\n    - kind: f\n',
    '%',
    '? ',
  ),
  fc.constantFrom(
    '\n1st: Astray.\n',
    '\n- id: r1\n',
    '\n  - id: n\n',
    '\n            1st: Astray.\n',
    '\n    n:\n',
    '\n1st: Astray.\n2nd: Astray.\n',
  ),
  fc.string({ maxLength: 8 }),
  fc.constant(''),
);
const edit = fc.record({ at: fc.nat(), cut: fc.oneof(fc.nat(3), fc.nat(200)), text: fragment });

function edited(text: string, { at, cut, text: added }: { at: number; cut: number; text: string }) {
  const start = at % (text.length + 1);
  const end = Math.min(text.length, start + cut);
  return {
    text: text.slice(0, start) + added + text.slice(end),
    range: { start, end },
  };
}

function checkPlaces(document: YamlDocument) {
  for (const problem of loadFramework(document).problems) {
    expect(startOf(problem.spot)).toBeGreaterThanOrEqual(0);
    expect(endOf(problem.spot)).toBeLessThanOrEqual(document.text.length + 1);
    expect(problem.message).not.toBe('');
  }
}

it('reading never throws, whatever the text, and every problem has a place in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.array(fragment).map(parts => parts.join('')),
      ),
      text => {
        checkPlaces(parseYaml(text));
      },
    ),
  );
});

it('reading a damaged file never throws, and finds the same rows elsewhere', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      let text = small;
      for (const each of edits) text = edited(text, each).text;
      checkPlaces(parseYaml(text));
    }),
  );
});

it('reading again after edits gives what reading anew gives', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(9), (edits, large) => {
      let document = parseYaml(large === 0 ? published.slice(0, 4000) : small);
      for (const each of edits) {
        const { text, range } = edited(document.text, each);
        document = updateYaml(document, range, each.text);
        expect(document.text).toBe(text);
        const anew = parseYaml(text);
        expect(plainTree(document.root)).toEqual(plainTree(anew.root));
        expect(document.problems.map(problem => [startOf(problem.spot), problem.code])).toEqual(
          anew.problems.map(problem => [startOf(problem.spot), problem.code]),
        );
        expect(load(text).framework).toEqual(loadFramework(document).framework);
      }
    }),
  );
});

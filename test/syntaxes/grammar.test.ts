import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { root } from '../../scripts/lib/install.mjs';
import * as schema from '../../src/core/model/schema.ts';

const grammarFile = path.join(root, 'syntaxes/framework-yaml.tmLanguage.json');
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    // YAML's own grammar belongs to VS Code; here ours must do without.
    loadGrammar: async scope =>
      scope === 'source.framework-yaml'
        ? textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile)
        : null,
  });
  const loaded = await registry.loadGrammar('source.framework-yaml');
  if (loaded === null) throw new Error('The grammar does not load.');
  grammar = loaded;
});

/** What each piece of a text is marked as: [line from 1, piece, innermost own scope without its ending]. */
function marks(text: string): [number, string, string][] {
  let state: StateStack = textmate.INITIAL;
  return text.split('\n').flatMap((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }): [number, string, string][] => {
      const piece = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)?.replace(/\.framework-yaml$/, '') ?? '';
      return piece === '' || scope === 'source' || scope.startsWith('punctuation')
        ? []
        : [[index + 1, piece, scope]];
    });
  });
}

/** The marks as text, one a line, for comparing at a glance. */
const marked = (text: string) => marks(text).map(([line, piece, scope]) => `${line} ${scope} ${piece}`);

describe('the grammar', () => {
  test('tells keys, ids, titles, levels and statements apart', () => {
    const text = [
      'areas:',
      '  - id: technical-skills',
      '    title: Technical Skills',
      '    sections:',
      '      - kind: functions',
      '        topics:',
      '          - id: devices',
      '            rows:',
      '              - id: devices-1',
      '                statements:',
      '                  "0.5": Connect devices e.g. printers.',
      '                  1st: "Install: printers"',
    ].join('\n');
    expect(marked(text)).toEqual([
      '1 entity.name.tag areas',
      '2 entity.name.tag id',
      '2 variable.other.constant.id technical-skills',
      '3 entity.name.tag title',
      '3 markup.heading.title Technical Skills',
      '4 entity.name.tag sections',
      '5 entity.name.tag kind',
      '5 variable.other.constant.id functions',
      '6 entity.name.tag topics',
      '7 entity.name.tag id',
      '7 variable.other.constant.id devices',
      '8 entity.name.tag rows',
      '9 entity.name.tag id',
      '9 variable.other.constant.id devices-1',
      '10 entity.name.tag statements',
      '11 constant.numeric.level "0.5"',
      '11 meta.statement Connect devices e.g. printers.',
      '12 constant.numeric.level 1st',
      '12 meta.statement Install: printers',
    ]);
  });

  test('takes a block of text for prose, whatever it looks like, up to the next key', () => {
    const text = ['  1st: |-', '    title: not a key', '', '    # not a comment', '  2nd: Next.'].join('\n');
    expect(marked(text)).toEqual([
      '1 constant.numeric.level 1st',
      '1 keyword.control.flow.block-scalar |-',
      '2 meta.statement title: not a key',
      '4 meta.statement # not a comment',
      '5 constant.numeric.level 2nd',
      '5 meta.statement Next.',
    ]);
  });

  test('lets the neighbours of a dash end the block that begins after it', () => {
    const text = ['- note: >', '    Some: text', '  id: b'].join('\n');
    expect(marked(text)).toEqual([
      '1 entity.name.tag note',
      '1 keyword.control.flow.block-scalar >',
      '2 meta.statement Some: text',
      '3 entity.name.tag id',
      '3 variable.other.constant.id b',
    ]);
  });

  test('goes on with a statement on deeper lines', () => {
    const text = ['  1st: Install', '    id: still the statement', '  2nd: Next.'].join('\n');
    expect(marked(text)).toEqual([
      '1 constant.numeric.level 1st',
      '1 meta.statement Install',
      '2 meta.statement id: still the statement',
      '3 constant.numeric.level 2nd',
      '3 meta.statement Next.',
    ]);
  });

  test('knows comments from a # within a word', () => {
    expect(marked('  1st: Use C# here # a remark')).toEqual([
      '1 constant.numeric.level 1st',
      '1 meta.statement Use C# here',
      '1 comment.line.number-sign a remark',
    ]);
  });

  test('reads one-line maps', () => {
    expect(marked('  - { id: "0.5", title: 0.5 line }')).toEqual([
      '1 entity.name.tag id',
      '1 variable.other.constant.id "0.5"',
      '1 entity.name.tag title',
      '1 markup.heading.title 0.5 line',
    ]);
  });

  test('marks extension keys, and anchors and tags as foreign to the format', () => {
    expect(marked('x-team: a')).toContainEqual('1 entity.other.attribute-name.extra x-team');
    expect(marked('  1st: *other')).toContainEqual('1 invalid.illegal.not-in-this-format *other');
  });

  test('colours every key of the format, and no other', () => {
    type Shape = { _zod?: { def?: { shape?: Record<string, unknown> } } };
    const keys = Object.entries(schema as Record<string, unknown>)
      .filter(([name]) => name.endsWith('Shape'))
      .flatMap(([, shape]) => Object.keys((shape as Shape)._zod?.def?.shape ?? {}));
    expect(keys.length).toBeGreaterThan(30);
    const source = JSON.parse(readFileSync(grammarFile, 'utf8')).repository['key-name'].patterns[1]
      .match as string;
    const known = source.replace(/^\(\?:|\)\$$/g, '').split('|');
    expect(known.sort()).toEqual([...new Set(keys)].sort());
  });
});

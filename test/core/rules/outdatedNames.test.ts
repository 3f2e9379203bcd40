import { describe, expect, it } from 'vitest';
import { findings, readConfig, ruleOf } from '../../../src/core/index.ts';
import NAMES from '../../../src/core/rules/outdated-name/names.json' with { type: 'json' };
import { load } from '../../helpers/loaded.ts';
import { ruleFile } from '../../rules/ruleFile.ts';

function messages(statement: string, config = ''): string[] {
  return messagesOn([statement], config);
}

/** What is said of some statements, each in a row of its own. */
function messagesOn(statements: readonly string[], config = ''): string[] {
  const { settings, problems } = readConfig(config);
  expect(problems).toEqual([]);
  const rows = statements.map(
    (each, at) => `- id: a-${at}\n  statements:\n    1st: ${JSON.stringify(each)}\n`,
  );
  const { text } = ruleFile(rows.join(''));
  return findings(load(text), { ...settings, among: [ruleOf('outdated-name')!] })
    .filter(({ rule }) => rule === 'outdated-name')
    .map(({ message }) => message);
}

describe('The names that have gone out of use', () => {
  it('say of each what it is, since when it is gone, and what there is today', () => {
    for (const name of NAMES) {
      expect(['body', 'law', 'subject', 'product'], name.texts[0]).toContain(name.kind);
      expect(name.since, name.texts[0]).toMatch(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/);
      expect(name.instead.trim().length, name.texts[0]).toBeGreaterThan(0);
      expect(name.texts.length).toBeGreaterThan(0);
      // What is put in the place of another name can stand in any sentence.
      if (name.renamed) expect(name.instead, name.texts[0]).not.toMatch(/^(?:an?|the) | or |\(/);
    }
  });

  it('are each listed once', () => {
    const texts = NAMES.flatMap(name => name.texts);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('are each found in a sentence, and name nothing that is outdated in their turn', () => {
    const old = NAMES.flatMap(({ texts }) => texts);
    const found = messagesOn(old.map(text => `Work with ${text} every day.`));
    expect(old.filter((text, at) => found[at]?.includes(text) !== true)).toEqual([]);
    expect(found).toHaveLength(old.length);
    expect(messagesOn(NAMES.map(({ instead }) => `Work with ${instead} every day.`))).toEqual([]);
  });

  it('are whole words', () => {
    expect(messages('Move from Windows 11 and Windows 100 to LEAN, DfESX and MyYammer2.')).toEqual([]);
    expect(messages('Move from Windows 8.1, Windows 8.')).toHaveLength(2);
  });
});

describe('The settings beside a file', () => {
  it('allow a name, by how it stands there or by what it is called', () => {
    expect(messages('Ring Becta.', 'rules: { outdated-name: { current: [Becta] } }')).toEqual([]);
    expect(messages('Ring the LEA.', 'words: [local education authority]')).toEqual([]);
  });

  it('add names of one’s own, as whole words', () => {
    const config = 'rules: { outdated-name: { names: { Acme Mail: Acme Post } } }';
    expect(messages('Send it by Acme Mail, not Acme Mail2 or Acme Mailer.', config)).toEqual([
      '“Acme Mail” is out of use. Today it is Acme Post.',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/core/model/fingerprint.ts';
import { frameworkJsonSchema } from '../../../src/core/model/jsonSchema.ts';
import { frameworkJson } from '../../../src/core/publish/frameworkJson.ts';
import { nextVersionText, VersionError } from '../../../src/core/publish/nextVersion.ts';
import { publishedRows } from '../../../src/core/publish/publishedRows.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

const published = readFileSync(
  new URL('../../../framework/iteps-1.2.framework.yaml', import.meta.url),
  'utf8',
);
const small = fileWith('id: r1\nstatements:\n  1st: One.');

describe('The next version', () => {
  it('differs from the published one in its details only', () => {
    const text = nextVersionText(load(published), '1.3');
    const [was, is] = [published, text].map(each => each.split('\n'));
    expect(is!.filter(line => !was!.includes(line))).toEqual([
      '  version: "1.3"',
      '  status: draft',
      '  supersedes: "1.2"',
    ]);
    expect(was!.filter(line => !is!.includes(line))).toEqual([
      '  version: "1.2"',
      '  status: published',
      expect.stringMatching(/^ {2}fingerprint: sha256:[0-9a-f]{64}$/),
    ]);
  });

  it('is refused where its number is none or does not come after', () => {
    for (const version of ['1.2', '1.1', 'next', '', '1.', '0.9', '01.4'])
      expect(() => nextVersionText(load(published), version)).toThrow(VersionError);
    expect(load(nextVersionText(load(published), '1.10')).framework.details.version).toBe('1.10');
  });
});

describe('The fingerprint', () => {
  const of = (text: string) => fingerprint(load(text).framework);

  it('of the published version stands in its file', () => {
    expect(load(published).framework.details.fingerprint).toBe(of(published));
  });

  it('changes with what readers see', () => {
    for (const [from, to] of [
      ['One.', 'Two.'],
      ['id: r1', 'id: r2'],
      ['title: Devices', 'title: Device'],
      ['version: "1.0"', 'version: "1.1"'],
      ['title: 1st line', 'title: First line'],
    ] as const)
      expect(of(small.replace(from, to)), to).not.toBe(of(small));
  });

  it('does not change with notes, layout, status or data of one’s own', () => {
    for (const [from, to] of [
      ['id: r1', 'id: r1\n                note: Ask Ada.'],
      ['1st: One.', '1st: "One." # sic'],
      ['status: draft', 'status: published\n  date: "2026-11-23"'],
      ['id: r1', 'id: r1\n                x-owner: Ada'],
    ] as const)
      expect(of(small.replace(from, to)), to).toBe(of(small));
  });

  it('is the same for ever for the same words', () => {
    expect(of(published)).toBe('sha256:0f657f047aa2e321ad1694d3fd5774c4ec80599b51f6bdfa277c0242b4494c6f');
  });
});

describe('Other forms', () => {
  it('the JSON of a framework is a framework file that says the same', () => {
    const json = frameworkJson(load(published).framework);
    expect(load(json).problems).toEqual([]);
    expect(load(json).framework).toEqual(load(published).framework);
  });

  it('the JSON Schema describes every key and allows x- keys on nodes', () => {
    const schema = frameworkJsonSchema() as {
      properties: Record<string, { description?: string }>;
      patternProperties: object;
    };
    for (const [key, value] of Object.entries(schema.properties)) expect(value.description, key).toBeTruthy();
    expect(schema.patternProperties).toHaveProperty('^x-');
  });
});

describe('The rows that were published once', () => {
  it('are those of all published versions of the same framework', () => {
    const { framework } = load(published);
    const other = { ...framework, details: { ...framework.details, id: 'other' } };
    expect(publishedRows('iteps', [other])).toBeUndefined();
    expect(publishedRows('iteps', [other, framework])?.size).toBe(74);
    const draft = { ...framework, details: { ...framework.details, status: 'draft' as const } };
    expect(publishedRows('iteps', [draft])).toBeUndefined();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const FOLDER = new URL('./rewordings/', import.meta.url);
const LABELS = ['raises', 'lowers', 'clarifies', 'editorial', 'undecided'] as const;

const shape = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z]+-\d{2,3}$/),
    before: z.string().min(1),
    after: z.string().min(1),
    label: z.enum(LABELS),
    why: z.string().min(3),
  }),
);

const files = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));
const set = files.flatMap(name =>
  shape.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8'))).map(each => ({ ...each, file: name })),
);

describe('the labelled set of rewordings', () => {
  it('holds at least 170 rewordings, at least 25 of each label', () => {
    expect(set.length).toBeGreaterThanOrEqual(170);
    for (const label of LABELS)
      expect(set.filter(each => each.label === label).length, label).toBeGreaterThanOrEqual(25);
  });

  it('comes from other fields than IT support by a third at least', () => {
    const others = set.filter(each => each.file !== 'it-support.yaml');
    expect(others.length / set.length).toBeGreaterThanOrEqual(1 / 3);
    expect(new Set(others.map(each => each.file)).size).toBeGreaterThanOrEqual(5);
  });

  it('has every id and every pair of texts once, and no pair of equal texts', () => {
    expect(new Set(set.map(each => each.id)).size).toBe(set.length);
    expect(new Set(set.map(each => `${each.before}\u0000${each.after}`)).size).toBe(set.length);
    expect(set.filter(each => each.before === each.after)).toEqual([]);
  });

  it('quotes in "why" only words that stand in one of the two texts', () => {
    const wrong = set.flatMap(({ id, why, before, after }) =>
      quoted(why)
        .filter(phrase => ![before, after].some(text => holds(text, phrase)))
        .map(phrase => `${id}: ${phrase}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** What stands between single quotes; an apostrophe within a word ends none. */
function quoted(why: string): string[] {
  return Array.from(why.matchAll(/(?<!\p{L})'(.+?)'(?!\p{L})/gu), match => match[1]!);
}

/** Whether a text holds the parts of a phrase, in order; an ellipsis stands for any words. */
function holds(text: string, phrase: string): boolean {
  let from = 0;
  for (const part of phrase.split('…')) {
    const at = text.indexOf(part.trim(), from);
    if (at < 0) return false;
    from = at + part.trim().length;
  }
  return true;
}

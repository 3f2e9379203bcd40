import { describe, expect, it } from 'vitest';
import { LABELS, rewordingsIn } from '../../helpers/rewordings.ts';

const SETS = [
  { folder: 'rewordings', name: 'the labelled set of rewordings', atLeast: 170, ofEach: 25 },
  { folder: 'rewordings-unseen', name: 'the set that only measures', atLeast: 120, ofEach: 20 },
] as const;

describe.each(SETS)('$name', ({ folder, atLeast, ofEach }) => {
  const set = rewordingsIn(folder);

  it(`holds at least ${atLeast} rewordings, at least ${ofEach} of each label`, () => {
    expect(set.length).toBeGreaterThanOrEqual(atLeast);
    for (const label of LABELS)
      expect(set.filter(each => each.label === label).length, label).toBeGreaterThanOrEqual(ofEach);
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

describe('the two sets of rewordings', () => {
  it('have no id and no pair of texts in common', () => {
    const seen = rewordingsIn('rewordings');
    const unseen = rewordingsIn('rewordings-unseen');
    const ids = new Set(seen.map(each => each.id));
    const pairs = new Set(seen.map(each => `${each.before}\u0000${each.after}`));
    expect(unseen.filter(each => ids.has(each.id) || pairs.has(`${each.before}\u0000${each.after}`))).toEqual(
      [],
    );
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

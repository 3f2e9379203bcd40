import { describe, expect, it } from 'vitest';
import { areSideBySide, cut, ofPiece, trait } from '../../../src/core/rules/text/pieces.ts';

const CAPITAL = trait(piece => /^[A-Z]/.test(piece));
const WIDE = trait(piece => /\s{2}/.test(piece));
const STOP = trait(piece => piece.endsWith('.'));

describe('A text in pieces', () => {
  const texts = (text: string) => cut(text).pieces.map(piece => piece.text);

  it('is cut at any white space, and nowhere else', () => {
    expect(texts('Check (all) cables,\n  e.g. USB-C\u00A0ones.\t')).toEqual([
      'Check',
      '(all)',
      'cables,',
      'e.g.',
      'USB-C',
      'ones.',
    ]);
    expect(texts(' \n ')).toEqual([]);
  });

  it('has the traits of its pieces, and of the white space between them', () => {
    expect(cut('some words').traits & (CAPITAL | WIDE)).toBe(0);
    expect(cut('some Words').traits & (CAPITAL | WIDE)).toBe(CAPITAL);
    expect(cut('some  words').traits & (CAPITAL | WIDE)).toBe(WIDE);
  });

  it('tells whether one trait follows another at once', () => {
    expect(areSideBySide(cut('One. Two').pieces, STOP, CAPITAL)).toBe(true);
    expect(areSideBySide(cut('One and. then Two').pieces, STOP, CAPITAL)).toBe(false);
  });

  it('shares what was worked out for a piece between all texts', () => {
    const asked: string[] = [];
    const length = ofPiece(piece => {
      asked.push(piece);
      return piece.length;
    });
    const all = ['shared-piece and another', 'a shared-piece'].flatMap(text => cut(text).pieces);
    expect(all.map(length)).toEqual([12, 3, 7, 1, 12]);
    expect(asked.filter(piece => piece === 'shared-piece')).toHaveLength(1);
  });
});

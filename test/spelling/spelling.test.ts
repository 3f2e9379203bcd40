import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { britishWords, britishWordsNotice } from '../../scripts/lib/britishWords.mjs';
import { suggestionsFor } from '../../src/spelling/suggest.ts';
import { TECHNICAL_WORDS } from '../../src/spelling/technicalWords.ts';
import { readWordList, type WordList } from '../../src/spelling/wordList.ts';
import { spelling } from './dictionary.ts';

/** A front-coded list without any character shared. */
const plain = (words: readonly string[]) => words.map(word => `0${word}`).join('\n');

describe('A list of words', () => {
  it('has its words, and no other', () => {
    const word = fc.stringMatching(/^[A-Za-z'-]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (words, other) => {
        const list = readWordList(plain([...words].sort()));
        expect(words.filter(one => !list.has(one))).toEqual([]);
        expect(list.has(other)).toBe(words.includes(other));
        expect(list.has('')).toBe(false);
        expect([...list.beginningWith(other[0]!)]).toEqual(
          words.filter(one => one.startsWith(other[0]!)).sort(),
        );
      }),
    );
  });

  it('is read front-coded', () => {
    const list = readWordList('0bake\n4d\n4r\n1read');
    expect([...list.beginningWith('')]).toEqual(['bake', 'baked', 'baker', 'bread']);
  });
});

describe('The British dictionary', () => {
  it.each(
    'colour colours organise organisation organising centre behaviour licence license practise programme travelled analyse modelling enrol fulfil grey judgement'.split(
      ' ',
    ),
  )('knows %s', word => {
    expect(spelling.knows(word)).toBe(true);
  });

  it.each(
    'recieve color colors organize organization center behavior traveled analyze modeling enrollment fulfill gray baker’s english monday 1st'.split(
      ' ',
    ),
  )('does not know %s', word => {
    expect(spelling.knows(word)).toBe(false);
  });

  it('knows the terms of the trade, one and several, and names with their capital', () => {
    for (const word of ['upskill', 'subnet', 'subnets', 'Ofsted', 'Chromebooks'])
      expect([word, spelling.knows(word)]).toEqual([word, true]);
    expect(spelling.knows('ofsted')).toBe(false);
  });

  it('knows regular plurals of its words, and does not take every s for one', () => {
    for (const word of ['severities', 'suppressions', 'syntaxes', 'toolkits', 'whistleblowers'])
      expect([word, spelling.knows(word)]).toEqual([word, true]);
    for (const word of ['thiss', 'hass', 'qualitys', 'colegues', 'equipments', 'softwares'])
      expect([word, spelling.knows(word)]).toEqual([word, false]);
  });

  it('knows compounds of the sciences and what can be done to a degree, by their parts', () => {
    for (const word of ['pathophysiology', 'neurorehabilitation', 'microcredentials', 'testability'])
      expect([word, spelling.knows(word)]).toEqual([word, true]);
    for (const word of ['microwavve', 'pathofysiology', 'maintanability', 'hydrolic', 'multicolored'])
      expect([word, spelling.knows(word)]).toEqual([word, false]);
  });

  it('has every one of those terms for a reason: none is in the general dictionary', () => {
    const general = readWordList(britishWords());
    expect([...TECHNICAL_WORDS].filter(word => general.has(word))).toEqual([]);
    expect([...TECHNICAL_WORDS].filter(word => !/^[A-Z]?[a-z]+(?:-[a-z]+)*$/.test(word))).toEqual([]);
  });

  it('knows no possessives, numbers or rude words, which would only make it larger', () => {
    const words = [...readWordList(britishWords()).beginningWith('')];
    expect(words.length).toBeGreaterThan(80_000);
    expect(words.filter(word => word.endsWith("'s") || /\d/.test(word))).toEqual([]);
    expect(words.filter(word => /^shit|^fuck/.test(word))).toEqual([]);
  });

  it('comes with the licence that asks to be in every copy', () => {
    expect(britishWordsNotice()).toMatch(
      /^\/\*![\s\S]*modified[\s\S]*Copyright 2000-2018 by Kevin Atkinson[\s\S]*\*\/$/,
    );
    expect(britishWordsNotice().slice(3, -2)).not.toContain('*/');
  });
});

describe('What may have been meant', () => {
  it.each([
    ['recieve', 'receive'],
    ['managment', 'management'],
    ['accomodate', 'accommodate'],
    ['seperate', 'separate'],
    ['definately', 'definitely'],
    ['teh', 'the'],
    ['untill', 'until'],
    ['requireing', 'requiring'],
    ['colegues', 'colleagues'],
    ['infrastucture', 'infrastructure'],
    ['english', 'English'],
    ['hdd', 'HDD'],
    ["dosen't", "doesn't"],
    ['filecabinet', 'file cabinet'],
    ['qsystem', 'system'],
  ])('by %s is %s', (word, meant) => {
    expect(spelling.suggest(word)[0]).toBe(meant);
  });

  it('is nothing where nothing is near, and never more than three', () => {
    expect(spelling.suggest('zzxqvorb')).toEqual([]);
    expect(spelling.suggest('x')).toEqual([]);
    expect(spelling.suggest('a'.repeat(10_000))).toEqual([]);
    expect(spelling.suggest('wierd').length).toBeLessThanOrEqual(3);
  });

  it('asks for so little that it can be asked as somebody types', () => {
    const list = readWordList(britishWords());
    const inAll = [...list.beginningWith('')].length;
    for (const word of ['managment', 'colegues', 'filecabinet', 'internatonalisatoin', 'stationry']) {
      let asked = 0;
      const counting: WordList = {
        has: one => {
          asked++;
          return list.has(one);
        },
        *beginningWith(start) {
          for (const one of list.beginningWith(start)) {
            asked++;
            yield one;
          }
        },
      };
      suggestionsFor(word, counting);
      // A slip is tried at each letter; two slips are looked for among the words of one first letter.
      expect(asked, word).toBeLessThan(inAll / 4);
    }
  });
});

describe('American spelling', () => {
  it.each([
    ['color', 'colour'],
    ['neighborhoods', 'neighbourhoods'],
    ['organizational', 'organisational'],
    ['analyzed', 'analysed'],
    ['centered', 'centred'],
    ['theaters', 'theatres'],
    ['catalogs', 'catalogues'],
    ['cataloged', 'catalogued'],
    ['defense', 'defence'],
    ['canceling', 'cancelling'],
    ['enrollment', 'enrolment'],
    ['skillful', 'skilful'],
    ['pediatric', 'paediatric'],
    ['artifacts', 'artefacts'],
    ['gray', 'grey'],
  ])('of %s is told from a slip: %s', (word, british) => {
    expect(spelling.britishOf(word)).toBe(british);
  });

  it.each('surprize advertize jornal instaled sorce recieve allways controled xyzized'.split(' '))(
    'is not what a slip is: %s',
    word => {
      expect(spelling.britishOf(word)).toBeUndefined();
    },
  );
});

// How far the classifier agrees with a reader on test/core/changes/rewordings, whose README says how they were
// labelled. What it agrees on today must stay; docs/versions.md states it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BAR_CLASSES, type BarClass } from '../../../../src/core/versions/judgement.ts';
import { judgeWords } from '../../../../src/core/versions/words/judgeWords.ts';

interface Rewording {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly label: BarClass;
}

const folder = path.join(import.meta.dirname, '../../changes/rewordings');
const rewordings = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .flatMap(name => parse(readFileSync(path.join(folder, name), 'utf8')) as Rewording[]);
const found = rewordings.map(({ before, after, label }) => ({
  label,
  found: judgeWords(before, after).class,
}));

/** The share of the rewordings with a label that are found to be of that class. */
const LEAST: { readonly [label in BarClass]: number } = {
  raises: 0.85,
  lowers: 0.9,
  clarifies: 0.75,
  editorial: 1,
  undecided: 0.6,
};

describe('the classifier and a reader', () => {
  it.each(BAR_CLASSES)('agree on what %s', label => {
    const labelled = found.filter(each => each.label === label);
    const agreed = labelled.filter(each => each.found === label).length;
    expect(agreed / labelled.length).toBeGreaterThanOrEqual(LEAST[label]);
  });

  it('never differ by calling what moves the bar editorial, or up what is down', () => {
    const worst = found.filter(
      each =>
        (each.found === 'editorial' && each.label !== 'editorial') ||
        (each.found === 'raises' && each.label === 'lowers') ||
        (each.found === 'lowers' && each.label === 'raises'),
    );
    expect(worst).toEqual([]);
  });
});

// How far the classifier agrees with a reader on test/core/changes/rewordings, whose README says how they were
// labelled. What it agrees on today must stay; docs/versions.md states it, and is held to it here.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../../scripts/lib/install.mjs';
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

  it('agree as far as docs/versions.md says, class by class', () => {
    const docs = readFileSync(path.join(root, 'docs/versions.md'), 'utf8');
    for (const line of tableOf(found)) expect(docs).toContain(line);
  });
});

/** The lines of the table in the docs. */
function tableOf(all: typeof found): string[] {
  const classes = ['raises', 'lowers', 'clarifies', 'editorial', 'undecided'] as const;
  const share = (some: number, of: number) => `${some} of ${of} (${Math.round((some / of) * 100)} %)`;
  const rows = classes.map(label => {
    const labelled = all.filter(each => each.label === label);
    const count = (one: BarClass) => labelled.filter(each => each.found === one).length;
    const others = classes.flatMap(one => (one !== label && count(one) > 0 ? [`${one} ${count(one)}`] : []));
    return `| \`${label}\` | ${share(count(label), labelled.length)} | ${others.join(', ') || '–'} |`;
  });
  const agreed = all.filter(each => each.found === each.label).length;
  return [...rows, `| all | ${share(agreed, all.length)} | |`];
}

import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/core/changes/compare.ts';
import type { Framework } from '../../../src/core/model/types.ts';
import { crosswalkCsv, crosswalkJson } from '../../../src/core/release/crosswalkTable.ts';
import { releaseDocument } from '../../../src/core/release/document.ts';
import { glanceOf } from '../../../src/core/release/glance.ts';
import { toHtml } from '../../../src/core/release/html.ts';
import { toMarkdown } from '../../../src/core/release/markdown.ts';
import type { Release } from '../../../src/core/release/release.ts';
import { releaseBook } from '../../../src/core/release/releaseBook.ts';
import { releaseOf } from '../../../src/core/release/releaseOf.ts';
import type { ChangeReason } from '../../../src/core/versions/reasons.ts';
import { row, topic, withRows, withTopics } from '../changes/small.ts';

function release(older: Framework, newer: Framework, reasons: readonly ChangeReason[] = []): Release {
  return releaseOf(compare(older, newer), reasons);
}

const older = withTopics(
  topic('t', [row('r', { '1st': 'Sweep the yard.', '2nd': 'Plan the sweeping.' })]),
  topic('u', [row('s', { '1st': 'Use <b>tools</b> & *care*.' })]),
);
const newer = withTopics(
  topic('t', [row('r', { '1st': 'Sweep the yard and mend the gate.', '2nd': 'Plan the sweeping.' })]),
  topic('u', [row('s', { '1st': 'Use <b>tools</b> & *care*, daily.' })], { title: 'Care' }),
);
const said: ChangeReason = {
  from: '1.2',
  to: '1.2',
  row: 'r',
  level: '1st',
  after: 'Sweep the yard and mend the gate.',
  class: 'clarifies',
  reason: 'The gate was always meant',
};

describe('what a body publishes about a new version', () => {
  it('tells by topic and level which change weighs most, and whether people are asked more', () => {
    const { areas, levels, counts } = release(older, newer);
    const [first] = areas[0]!.topics;
    expect([...first!.strongest]).toEqual([['1st', 'raises']]);
    expect(first!.affected).toBe('yes');
    expect(levels.map(({ id, affected }) => `${id}: ${affected}`)).toEqual([
      '1st: yes',
      '2nd: no',
      '3rd: no',
    ]);
    expect(counts).toEqual({ raises: 2 });
  });

  it('names what changed beside the statements, but neither notes nor order alone', () => {
    const a = withTopics(topic('t', []), topic('u', []));
    const b = withTopics(topic('u', [], { note: 'Ask Ada.' }), topic('t', [], { title: 'Other' }));
    expect(release(a, b).other).toEqual(['Topic t: title changed from "The topic t" to "Other"']);
  });

  it('follows the maintainer who overruled a class, and says so', () => {
    const { areas, counts } = release(older, newer, [said]);
    expect(areas[0]!.topics[0]!.items[0]).toMatchObject({
      class: 'clarifies',
      overruled: 'raises',
      reason: 'The gate was always meant',
    });
    expect(counts).toEqual({ raises: 1, clarifies: 1 });
  });

  it('does not follow what was said of other words, and names it', () => {
    const stale = { ...said, after: 'Sweep the yard and the stairs.' };
    const { areas, outdated } = release(older, newer, [stale]);
    expect(areas[0]!.topics[0]!.items[0]!.class).toBe('raises');
    expect(outdated).toEqual([stale]);
  });

  it('lets what was said last count', () => {
    const { areas } = release(older, newer, [
      said,
      { ...said, class: 'editorial', reason: 'On second thoughts' },
    ]);
    expect(areas[0]!.topics[0]!.items[0]).toMatchObject({ class: 'editorial', reason: 'On second thoughts' });
  });

  it('tells of a statement at another level to the people of both: those at the lower one are asked less, or more', () => {
    const up = release(withRows(row('r', { '2nd': 'A' })), withRows(row('r', { '3rd': 'A' })));
    const down = release(withRows(row('r', { '3rd': 'A' })), withRows(row('r', { '2nd': 'A' })));
    const items = ({ areas }: Release) =>
      areas[0]!.topics[0]!.items.map(item => `${item.level} ${item.class}: ${item.elsewhere}`);
    expect(items(up)).toEqual(['2nd lowers: At 3rd line now', '3rd editorial: From 2nd line']);
    expect(items(down)).toEqual(['2nd raises: From 3rd line', '3rd editorial: At 2nd line now']);
    expect([...up.areas[0]!.topics[0]!.strongest]).toEqual([
      ['2nd', 'lowers'],
      ['3rd', 'editorial'],
    ]);
    expect(up.counts).toEqual({ lowers: 1 });
    expect(down.levels.map(({ affected }) => affected)).toEqual(['no', 'yes', 'no']);
    const log = toMarkdown(releaseDocument(up)).split('## Change log')[1]!.split('<details>')[0]!;
    expect(log.match(/another level/g)).toHaveLength(1);
  });

  it('says that nobody was assessed at a level that is new', () => {
    const levels = [...older.levels, { id: '4th', title: '4th line', extra: new Map() }];
    const before = withRows(row('r', { '3rd': 'A' }));
    const after = { ...withRows(row('r', { '4th': 'A' }), row('s', { '4th': 'B' })), levels };
    const found = release(before, after);
    expect(found.levels.map(({ id, isNew, affected }) => [id, isNew ?? false, affected]).at(-1)).toEqual([
      '4th',
      true,
      'no',
    ]);
    expect(toMarkdown(releaseDocument(found))).toContain(
      '4th line is a new level: nobody was assessed at it',
    );
    expect(found.counts).toEqual({ lowers: 1, clarifies: 1 });
  });

  it('has levels that are gone where they stood', () => {
    const before = withRows(row('r', { '1st': 'A', '2nd': 'B' }));
    const after = {
      ...withRows(row('r', { '1st': 'B' })),
      levels: before.levels.filter(({ id }) => id !== '2nd'),
    };
    const { levels, areas } = release(before, after);
    expect(levels.map(({ id }) => id)).toEqual(['1st', '2nd', '3rd']);
    expect(areas[0]!.topics[0]!.items.map(item => `${item.level} ${item.class}`)).toEqual([
      '1st lowers',
      '1st raises',
      '2nd editorial',
    ]);
  });

  it('says why a whole topic went, and what is in its place', () => {
    const gone = { withdrawn: { since: '1.3', replacedBy: ['u'], reason: 'Done by others now' } };
    const [t, u] = [topic('t', [row('r', { '1st': 'A' })]), topic('u', [])];
    const text = toMarkdown(releaseDocument(release(withTopics(t, u), withTopics({ ...t, ...gone }, u))));
    expect(text).toContain('In its place: the topic “The topic u”.');
    expect(text).toContain('Why: Done by others now.');
  });

  it('says of two equal versions that nothing changed', () => {
    const found = release(older, older);
    expect(found).toMatchObject({ counts: {}, areas: [], other: [] });
    expect(found.proposal).toBeUndefined();
    expect(toMarkdown(releaseDocument(found))).toContain('No statement has changed.');
  });
});

describe('a release as text', () => {
  it('is never markup where it quotes statements', () => {
    const blocks = releaseDocument(release(older, newer));
    expect(toHtml(blocks, 'en')).toContain('Use &lt;b&gt;tools&lt;/b&gt; &amp; *care*');
    expect(toHtml(blocks, 'en')).not.toContain('<b>');
    expect(toMarkdown(blocks)).toContain('Use &lt;b&gt;tools&lt;/b&gt; &amp; \\*care\\*');
  });

  it('needs neither script nor network as HTML', () => {
    const html = toHtml(releaseDocument(release(older, newer)), 'en-GB');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|https?:|url\(/);
    expect(html).toContain('<html lang="en-GB">');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it('has what changed for each level, also where nothing did', () => {
    const markdown = toMarkdown(releaseDocument(release(older, newer)));
    expect(markdown).toContain('### 2nd line\n\nNothing changed at this level.');
    expect(markdown).toContain('Sweep the yard<ins> and mend the gate</ins>.');
  });

  it('says what made a change of its class', () => {
    expect(toMarkdown(releaseDocument(release(older, newer)))).toContain(
      'Newly asked (“and mend the gate”).',
    );
  });
});

describe('a crosswalk as a table', () => {
  it('has a line for each statement as CSV and as JSON', () => {
    const found = release(older, newer);
    const lines = crosswalkCsv(found).split('\r\n');
    expect(lines[0]).toMatch(/^old_area,.*,disposition,class,because,reason,new_area,.*new_statement$/);
    expect(lines).toHaveLength(1 + 3 + 1);
    expect(lines[2]).toContain('unchanged,,,');
    const { crosswalk } = JSON.parse(crosswalkJson(found)) as { crosswalk: { disposition: string }[] };
    expect(crosswalk.map(({ disposition }) => disposition)).toEqual(['reworded', 'unchanged', 'reworded']);
  });
});

describe('a release as a workbook', () => {
  it('says all that the other forms say, and has the changed words as such', () => {
    const outdated = { ...said, after: 'Other words.' };
    const found = release(older, newer, [outdated]);
    const book = releaseBook(found, '2026-11-23');
    expect(book.sheets.map(({ name, rows }) => `${name}: ${rows.length - 4}`)).toEqual([
      'At a glance: 3',
      'Summary: 2',
      'What changed: 2',
      'Also changed: 1',
      'Reasons that no longer fit: 1',
      'Crosswalk: 3',
    ]);
    const inBook = book.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(cell => cell?.text)),
    );
    for (const line of glanceOf(found).sentences) expect(inBook).toContain(line);
    const cells = book.sheets[2]!.rows[4]!.cells;
    expect(cells.find(cell => cell?.words)?.words).toContainEqual({
      text: ' and mend the gate',
      kind: 'added',
    });
  });

  it('is the same for the same release', () => {
    const made = () => releaseBook(release(older, withRows(row('r'))), '2026-11-23');
    expect(made()).toEqual(made());
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  AreaShape,
  DetailsShape,
  FrameworkShape,
  LevelShape,
  RowShape,
  SectionKindShape,
  SectionShape,
  TopicShape,
  WithdrawnShape,
} from '../../../src/core/model/schema.ts';

const page = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');

/** What the table under a heading says of each key: its name, and whether it is needed. */
function keysUnder(heading: string): string[] {
  const [, section = ''] = page.split(`### ${heading}\n`);
  const [table = ''] = section.split('\n#');
  return [...table.matchAll(/^\| `(\w+)` \| (yes|no)\b/gm)].map(([, key, needed]) => `${key}: ${needed}`);
}

/** Statements are needed by a rule, since a row that is half written is read. */
const NEEDED_BY_RULE = new Set(['statements']);

describe('docs/format.md names every key of a node in the order in which they are written, and which are needed', () => {
  it.each([
    ['The file', FrameworkShape],
    ['`framework`', DetailsShape],
    ['A level', LevelShape],
    ['A section kind', SectionKindShape],
    ['An area', AreaShape],
    ['A section', SectionShape],
    ['A topic', TopicShape],
    ['A row', RowShape],
    ['`withdrawn`', WithdrawnShape],
  ])('%s', (heading, { shape }) => {
    const keys = Object.entries(shape).map(([key, schema]) => {
      const isNeeded = NEEDED_BY_RULE.has(key) || !schema.safeParse(undefined).success;
      return `${key}: ${isNeeded ? 'yes' : 'no'}`;
    });
    expect(keysUnder(heading)).toEqual(keys);
  });

  it('leads to where the files beside it are specified', () => {
    for (const [, file, heading] of page.matchAll(/\]\((\w+\.md)#([\w-]+)\)/g)) {
      const other = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');
      const headings = [...other.matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
        text!
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(headings).toContain(heading);
    }
  });

  it('tells of every comment and file that means something', () => {
    for (const name of [
      'framework-ignore RULE: reason',
      'NAME.reviews.yaml',
      'NAME.changes.yaml',
      'framework.config.yaml',
    ])
      expect(page).toContain(name);
  });
});

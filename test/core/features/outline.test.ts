import { describe, expect, it } from 'vitest';
import { folds } from '../../../src/core/features/folding.ts';
import { filledLevels, tokens, versionLinks } from '../../../src/core/features/marks.ts';
import { type OutlineEntry, outline } from '../../../src/core/features/outline.ts';
import { load } from '../../helpers/loaded.ts';
import { FILE } from './editing.ts';

const loaded = load(FILE);

function drawn(entries: readonly OutlineEntry[], indent = ''): string[] {
  return entries.flatMap(entry => [
    `${indent}${entry.kind} ${entry.name}${entry.withdrawn ? ' (withdrawn)' : ''}`,
    ...drawn(entry.children, `${indent}  `),
  ]);
}

describe('The outline', () => {
  it('holds levels, areas, sections, topics and rows with their first words', () => {
    expect(drawn(outline(loaded))).toEqual([
      'level 0.5 line',
      'level 1st line',
      'level 2nd line',
      'area Technical',
      '  section Functions',
      '    topic Devices',
      '      row Connect a device.',
      '      row Repair a device.',
      '      row Keep a list of the devices that are … (withdrawn)',
    ]);
  });

  it('has the name of everything within it', () => {
    const check = (entry: OutlineEntry) => {
      expect(entry.start).toBeLessThanOrEqual(entry.nameStart);
      expect(entry.nameEnd).toBeLessThanOrEqual(entry.end);
      for (const child of entry.children) {
        expect(child.start).toBeGreaterThanOrEqual(entry.start);
        expect(child.end).toBeLessThanOrEqual(entry.end);
        check(child);
      }
    };
    outline(loaded).forEach(check);
  });

  it('tells how many rows it leaves out', () => {
    expect(drawn(outline(loaded, 1)).slice(-2)).toEqual([
      '      row Connect a device.',
      'notice … and 2 more rows, which are not listed',
    ]);
  });
});

describe('Folding', () => {
  it('goes by the structure and by comments', () => {
    const text = `# One\n# Two\n${FILE}# Three\n`.replace(
      '1st: Repair a device.',
      '1st: |\n                    # text\n                    # text',
    );
    const lines = text.split('\n');
    const shown = folds(load(text)).map(
      ({ start, end, kind }) => `${kind} ${lines[start]!.trim()} … ${lines[end]!.trim()}`,
    );
    expect(shown[0]).toBe('comment # One … # Two');
    expect(shown.filter(line => line.startsWith('comment'))).toHaveLength(1);
    expect(shown).toContain('node - id: devices-1 … 1st: Install a device.');
    expect(shown).toContain('node - id: devices … 1st: Keep a list of the devices that are in use today.');
    expect(shown).toContain('node 1st: | … # text');
  });
});

describe('What is marked in the text', () => {
  it('is which levels a row has, in the range that is shown', () => {
    const all = filledLevels(loaded, 0, FILE.length);
    expect(all.map(({ label }) => label)).toEqual(['●●○', '○●○', '○●○']);
    expect(all[0]?.titles).toEqual(['0.5 line', '1st line']);
    expect(FILE.slice(0, all[1]!.offset)).toMatch(/devices-2$/);
    expect(filledLevels(loaded, all[1]!.offset, all[1]!.offset)).toHaveLength(1);
  });

  it('is what is withdrawn', () => {
    const words = tokens(loaded).map(({ start, end }) => FILE.slice(start, end));
    expect(words).toContain('Keep a list of the devices that are in use today.');
    expect(words).not.toContain('Repair a device.');
  });

  it('is the version that is superseded', () => {
    const text = FILE.replace('  status: draft', '  status: draft\n  supersedes: "0.9"');
    const [link] = versionLinks(load(text));
    expect(text.slice(link?.start, link?.end)).toBe('"0.9"');
    expect(link?.version).toBe('0.9');
    expect(versionLinks(loaded)).toEqual([]);
  });
});

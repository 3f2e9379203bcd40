import { describe, expect, it } from 'vitest';
import { loadFramework, locate, parseYaml } from '../../../src/core/index.ts';
import { holds } from '../../../src/core/yaml/nodes.ts';
import { ruleFile } from '../../rules/ruleFile.ts';

const { text } = ruleFile(`- id: backups-1
  statements:
    1st: Restore a file.
  withdrawn:
    since: "1.0"
    replacedBy: [backups-2]

- id: backups-2
  notes:
    2nd: Ask.
`);
const loaded = loadFramework(parseYaml(text));
const at = (words: string, shift = 0) => locate(loaded, text.indexOf(words) + shift);

describe('What stands at an offset', () => {
  it('is a key', () => {
    expect(at('statements:')).toMatchObject({
      part: 'key',
      scalar: { text: 'statements' },
      row: { id: 'backups-1' },
    });
    expect(at('statements:').path).toEqual(['areas', 0, 'sections', 0, 'topics', 0, 'rows', 0, 'statements']);
  });

  it('is a statement with its whole address', () => {
    const found = at('Restore a', 3);
    expect(found).toMatchObject({
      part: 'value',
      level: '1st',
      scalar: { text: 'Restore a file.' },
      area: { id: 'service' },
      section: { kind: 'functions' },
      topic: { id: 'backups' },
      row: { id: 'backups-1' },
    });
  });

  it('is a word up to and including its end', () => {
    expect(at('Restore a file.', 'Restore a file.'.length).scalar?.text).toBe('Restore a file.');
  });

  it('is a level, as a key and in the list of levels', () => {
    expect(at('1st: Restore')).toMatchObject({ part: 'key', level: '1st' });
    expect(at('1st line')).toMatchObject({ levelEntry: { id: '1st' }, part: 'value' });
  });

  it('is an entry of a list of ids', () => {
    expect(at('[backups-2]', 3)).toMatchObject({ scalar: { text: 'backups-2' }, row: { id: 'backups-1' } });
  });

  it('is the row whose dash it is', () => {
    expect(at('- id: backups-2')).toMatchObject({ part: 'inside', row: { id: 'backups-2' } });
  });

  it('is nothing in particular on a blank line between rows', () => {
    const found = at('\n\n- id'.replace('- id', ''), 1);
    expect(found.scalar).toBeUndefined();
    expect(found.topic?.id).toBe('backups');
    expect(found.row).toBeUndefined();
  });

  it('is nothing outside the text', () => {
    expect(locate(loaded, text.length + 10)).toMatchObject({ path: [], scalar: undefined });
    expect(locate(loadFramework(parseYaml('')), 0)).toMatchObject({ path: [], scalar: undefined });
  });

  it('is found for every offset of a file', () => {
    const rows = new Set<string>();
    for (let offset = 0; offset <= text.length; offset++) {
      const { scalar, row } = locate(loaded, offset);
      if (scalar) expect(holds(scalar, offset)).toBe(true);
      if (row) rows.add(row.id);
    }
    expect(rows.size).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { newAreaId, newRowId, newTopicId, slug } from '../../../src/core/model/ids.ts';
import { ID_PATTERN } from '../../../src/core/model/schema.ts';

const none: ReadonlySet<string> = new Set();
const statements = (text: string) => ({ statements: new Map([['1st', text]]) });

describe('the id made from a title', () => {
  it('reads like the title', () => {
    expect(slug('Devices & Applications')).toBe('devices-and-applications');
    expect(slug(' The user’s e-mail (internal) ')).toBe('the-users-e-mail-internal');
    expect(slug('Sécurité')).toBe('securite');
  });

  it('is cut between words where the title is long, and is empty where no letter is left', () => {
    const long = slug('word '.repeat(30));
    expect(long.length).toBeLessThanOrEqual(60);
    expect(long).toMatch(/^(word-)*word$/);
    expect(slug('x'.repeat(80))).toHaveLength(60);
    expect(slug('日本語 …')).toBe('');
  });
});

describe('the id of a new row', () => {
  const topic = { id: 'devices' };

  it('is its topic and six digits, the same for the same statements in any order', () => {
    const id = newRowId(topic, statements('Install it.'), none);
    expect(id).toMatch(/^devices-[0-9a-f]{6}$/);
    expect(id).toMatch(ID_PATTERN);
    const two = (first: string, second: string) =>
      newRowId(topic, { statements: new Map([[first, first] as const, [second, second] as const]) }, none);
    expect(two('1st', '2nd')).toBe(two('2nd', '1st'));
  });

  it('differs where a statement differs or stands at another level', () => {
    const made = new Set(
      Array.from({ length: 500 }, (_, n) => newRowId(topic, statements(`Row ${n}`), none)),
    );
    expect(made.size).toBe(500);
    expect(newRowId(topic, { statements: new Map([['2nd', 'A']]) }, none)).not.toBe(
      newRowId(topic, statements('A'), none),
    );
  });

  it('is another one where the first is taken, and always the same other one', () => {
    const first = newRowId(topic, statements('A'), none);
    const second = newRowId(topic, statements('A'), new Set([first]));
    expect(second).not.toBe(first);
    expect(newRowId(topic, statements('A'), new Set([first]))).toBe(second);
  });
});

describe('the id of a new area or topic', () => {
  it('comes from its title, with a number where that is taken', () => {
    expect(newAreaId('Technical Skills', none)).toBe('technical-skills');
    expect(newAreaId('Technical Skills', new Set(['technical-skills']))).toBe('technical-skills-2');
  });

  it('is neutral where there is no title', () => {
    expect(newAreaId(undefined, none, 2)).toBe('area-2');
    expect(newAreaId('…', new Set(['area-2']), 2)).toBe('area-3');
    const section = { area: 'area-2', kind: 'knowledge' };
    expect(newTopicId(undefined, section, none)).toBe('area-2-knowledge');
    expect(newTopicId(undefined, section, new Set(['area-2-knowledge']))).toBe('area-2-knowledge-2');
  });
});

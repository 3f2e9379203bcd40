import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadFramework, parseYaml, placeOf, sourceOf, startOf, targetAt } from '../../../src/core/index.ts';

const text = readFileSync('framework/iteps-1.2.framework.yaml', 'utf8');
const { framework } = loadFramework(parseYaml(text));

describe('The place of a cell in the text', () => {
  it('is its statement, and leads back to the cell, for every cell of the framework', () => {
    let cells = 0;
    for (const area of framework.areas)
      for (const section of area.sections)
        for (const topic of section.topics)
          for (const row of topic.rows)
            for (const level of row.statements.keys()) {
              const target = { what: 'row', id: row.id, level } as const;
              const place = placeOf(framework, target);
              if (!place) throw new Error(`${row.id} at ${level} has no place`);
              expect(targetAt(framework, place.start)).toEqual(target);
              expect(targetAt(framework, place.end)).toEqual(target);
              cells++;
            }
    expect(cells).toBe(240);
  });

  it('is the title of a heading, and leads back to it', () => {
    for (const area of framework.areas) {
      if (area.title === undefined) continue;
      const place = placeOf(framework, { what: 'area', id: area.id });
      expect(text.slice(place?.start, place?.end)).toBe(area.title);
      expect(targetAt(framework, place?.start ?? 0)).toEqual({ what: 'area', id: area.id });
      for (const topic of area.sections.flatMap(section => section.topics)) {
        const place = placeOf(framework, { what: 'topic', id: topic.id });
        expect(targetAt(framework, place?.start ?? 0)).toEqual({ what: 'topic', id: topic.id });
      }
    }
  });

  it('is the row where the level has no statement', () => {
    const row = framework.areas
      .flatMap(area => area.sections.flatMap(section => section.topics.flatMap(topic => topic.rows)))
      .find(row => !row.statements.has('0.5'));
    const place = placeOf(framework, { what: 'row', id: row?.id ?? '', level: '0.5' });
    expect(text.slice(place?.start, place?.end)).toBe('statements');
    const source = row && sourceOf(row);
    expect(source && place && place.start > startOf(source)).toBe(true);
  });

  it('is nowhere for what is not there', () => {
    expect(placeOf(framework, { what: 'row', id: 'no-such-row', level: '0.5' })).toBeUndefined();
    expect(targetAt(framework, 0)).toBeUndefined();
  });
});

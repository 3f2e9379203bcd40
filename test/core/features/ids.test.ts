import { describe, expect, it } from 'vitest';
import { idAt, occurrencesOf } from '../../../src/core/features/ids.ts';
import { RenameError, renameId } from '../../../src/core/features/renameId.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { load } from '../../helpers/loaded.ts';
import { FILE } from './editing.ts';

const loaded = load(FILE);

function at(marked: string) {
  const place = FILE.indexOf(marked.replace('|', ''));
  expect(place, marked).toBeGreaterThanOrEqual(0);
  const found = idAt(loaded, place + marked.indexOf('|'));
  return found && `${found.kind} ${found.id}`;
}

function lines(kind: Parameters<typeof occurrencesOf>[1], id: string): string[] {
  return occurrencesOf(loaded, kind, id).map(({ start, definition }) => {
    const from = FILE.lastIndexOf('\n', start) + 1;
    return `${definition ? 'is ' : 'in '}${FILE.slice(from, FILE.indexOf('\n', start)).trim()}`;
  });
}

describe('An id', () => {
  it('is known where it is given and where it is referred to', () => {
    expect(at('id: dev|ices-1')).toBe('row devices-1');
    expect(at('splitFrom: |devices-1')).toBe('row devices-1');
    expect(at('[devices-1, devices|-2]')).toBe('row devices-2');
    expect(at('id: |devices\n')).toBe('topic devices');
    expect(at('- id: tech|nical')).toBe('area technical');
    expect(at('kind: func|tions')).toBe('sectionKind functions');
    expect(at('- id: func|tions')).toBe('sectionKind functions');
    expect(at('"0.|5": Connect')).toBe('level 0.5');
    expect(at('2n|d: as-below')).toBe('level 2nd');
    expect(at('- id: 1|st')).toBe('level 1st');
  });

  it('is not any other text', () => {
    expect(at('Connect a |device')).toBeUndefined();
    expect(at('title: Dev|ices')).toBeUndefined();
    expect(at('id: sam|ple')).toBeUndefined();
    expect(at('sta|tements:')).toBeUndefined();
  });

  it('is found everywhere', () => {
    expect(lines('row', 'devices-1')).toEqual([
      'is - id: devices-1',
      'in splitFrom: devices-1',
      'in replacedBy: [devices-1, devices-2]',
    ]);
    expect(lines('level', '2nd')).toEqual(['is - id: 2nd', 'in 2nd: as-below']);
    expect(lines('sectionKind', 'functions')).toEqual(['is - id: functions', 'in - kind: functions']);
    expect(lines('topic', 'devices')).toEqual(['is - id: devices']);
  });
});

describe('Renaming an id', () => {
  const renamed = (kind: Parameters<typeof renameId>[1], id: string, to: string) =>
    applyEdits(FILE, renameId(loaded, kind, id, to));

  it('changes what refers to it and keeps the old one as a former id', () => {
    const text = renamed('row', 'devices-1', 'setup-1');
    expect(text).toContain('splitFrom: setup-1');
    expect(text).toContain('replacedBy: [setup-1, devices-2]');
    expect(text).toMatch(/- id: setup-1\n +statements/);
    const [row] = load(text).framework.areas[0]!.sections[0]!.topics[0]!.rows;
    expect(row?.formerIds).toEqual(['devices-1']);
    expect(load(text).problems).toEqual([]);
  });

  it('of a level changes its cells, and one that must stand in quotes gets them', () => {
    const text = renamed('level', '1st', '1.0');
    expect(text).toContain('"1.0": Install a device.');
    expect(text).not.toContain('1st: ');
    expect(load(text).problems).toEqual([]);
  });

  it('of a kind of section changes its sections', () => {
    expect(renamed('sectionKind', 'functions', 'tasks')).toContain('- kind: tasks');
  });

  it('is refused with a reason', () => {
    const tried = (to: string) => () => renameId(loaded, 'row', 'devices-1', to);
    expect(tried('two words')).toThrow(/cannot be an id/);
    expect(tried('devices-2')).toThrow(/that of another row/);
    const published = load(FILE.replace('draft', 'published'));
    expect(() => renameId(published, 'row', 'devices-1', 'x')).toThrow(/Start the next version/);
    expect(() => renameId(loaded, 'row', 'devices-1', 'x', [published.framework])).toThrow(RenameError);
  });
});

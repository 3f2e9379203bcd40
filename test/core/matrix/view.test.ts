import { describe, expect, it } from 'vitest';
import {
  LiveFile,
  loadFramework,
  marksOf,
  matrixView,
  parseYaml,
  viewChanges,
} from '../../../src/core/index.ts';
import { updateYaml } from '../../../src/core/yaml/document.ts';
import { textOfFile } from '../../webview/frameworks.ts';

const text = textOfFile('framework/iteps-1.2.framework.yaml');
const small = textOfFile('test/vscode/workspace/small.framework.yaml');

const viewOf = (source: string) => matrixView(loadFramework(parseYaml(source)).framework);
const rowsIn = (view: ReturnType<typeof viewOf>) => view.lines.filter(line => line.type === 'row');

describe('The matrix of a framework', () => {
  it('has every area, section, topic, row and statement in order', () => {
    const view = viewOf(text);
    const count = (type: string) => view.lines.filter(line => line.type === type).length;
    expect([count('area'), count('section'), count('topic'), count('row')]).toEqual([7, 14, 23, 74]);
    const statements = rowsIn(view).flatMap(row =>
      row.type === 'row' ? row.cells.filter(cell => cell.text !== undefined) : [],
    );
    expect(statements).toHaveLength(240);
    expect(view.lines[0]).toEqual({
      type: 'area',
      key: 'a:technical-skills',
      id: 'technical-skills',
      title: 'Technical Skills',
    });
  });

  it('survives JSON unchanged', () => {
    const view = viewOf(text);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('says what a blank means, and what is withdrawn', () => {
    const view = viewOf(textOfFile('samples/iteps-1.3-draft.framework.yaml'));
    const cells = view.lines.flatMap(line => (line.type === 'row' ? line.cells : []));
    expect(cells.filter(cell => cell.blank === 'missing')).toHaveLength(1);
    expect(view.lines.filter(line => line.withdrawn)).toHaveLength(1);
  });

  it('gives lines with the same id keys of their own', () => {
    const view = viewOf(small.replace('id: devices-2', 'id: devices-1'));
    expect(rowsIn(view).map(line => line.key)).toEqual(['r:devices-1', 'r:devices-1#2']);
  });

  it('gives them keys of their own also while ids come to be the same and differ again', () => {
    const file = new LiveFile(text);
    let view = matrixView(file.loaded.framework);
    const at = text.indexOf('health-safety-2');
    for (const [old, id] of [
      ['health-safety-2', 'devices-1'],
      ['devices-1', 'health-safety-2'],
    ] as const) {
      file.change([{ rangeOffset: at, rangeLength: old.length, text: id }]);
      view = matrixView(file.loaded.framework, undefined, view);
      expect(view).toEqual(matrixView(structuredClone(file.loaded.framework)));
      expect(new Set(view.lines.map(({ key }) => key)).size).toBe(view.lines.length);
    }
  });

  it('counts findings in their cells and on their headings', () => {
    const { framework } = loadFramework(parseYaml(small));
    const within = { area: framework.areas[0]!.id, topic: 'devices' };
    const marks = marksOf([
      { ...within, row: 'devices-1', level: '1st', severity: 'error' },
      { ...within, row: 'devices-1', level: '1st', severity: 'error' },
      { ...within, row: 'devices-1', severity: 'info' },
      { ...within, severity: 'warning' },
    ]);
    const view = matrixView(framework, marks);
    const [row] = rowsIn(view);
    expect(row?.type === 'row' && row.cells.map(cell => cell.marks)).toEqual([undefined, { error: 2 }]);
    expect(row?.marks).toEqual({ info: 1 });
    expect(view.lines.find(line => line.type === 'topic')?.marks).toEqual({ warning: 1 });
  });
});

describe('What changed between two views', () => {
  const first = parseYaml(text);
  const before = matrixView(loadFramework(first).framework);
  /** The view after a replacement in the text, read as an editor would. */
  const after = (old: string, by: string) => {
    const start = text.indexOf(old);
    const document = parseYaml(text);
    matrixView(loadFramework(document).framework);
    const range = { start, end: start + old.length };
    const view = matrixView(loadFramework(document).framework);
    return {
      view,
      next: matrixView(loadFramework(updateYaml(document, range, by)).framework, undefined, view),
    };
  };

  it('is nothing where the text means the same', () => {
    const { view, next } = after('# The IT In Education', '# IT In Education');
    expect(viewChanges(view, next)).toBeUndefined();
  });

  it('is the one row that was edited, sharing the rest', () => {
    const { view, next } = after('Perform a wide range of', 'Perform many');
    const changes = viewChanges(view, next);
    expect(changes?.splices).toHaveLength(1);
    expect(changes?.splices[0]).toMatchObject({ remove: 1, lines: [{ key: 'r:devices-1' }] });
    expect(next.lines.filter((line, index) => line !== view.lines[index])).toHaveLength(1);
  });

  it('is the one row with other findings', () => {
    const { framework } = loadFramework(parseYaml(text));
    const [area, other] = framework.areas.map(({ id }) => id);
    const found = (row: string) => [
      { severity: 'error', area: area!, row: 'devices-2' } as const,
      { severity: 'info', area: other!, row } as const,
    ];
    const marks = marksOf(found('budget-people-1'));
    const view = matrixView(framework, marks);
    expect(viewChanges(view, matrixView(framework, marksOf(found('budget-people-1')), view))).toBeUndefined();
    const again = marksOf(found('nowhere'), marks);
    expect(again.get(area!)).toBe(marks.get(area!));
    const changes = viewChanges(view, matrixView(framework, again, view));
    expect(changes?.splices.flatMap(({ lines }) => lines.map(({ key }) => key))).toEqual([
      'r:budget-people-1',
    ]);
  });

  it('is the head where the version changed', () => {
    const { view, next } = after('version: "1.2"', 'version: "1.3"');
    expect(viewChanges(view, next)).toMatchObject({ head: { version: '1.3' }, splices: [] });
  });

  it('is every row, and what every topic states, where a level is added', () => {
    const { view, next } = after(
      '  - id: 3rd\n    title: 3rd line',
      '  - id: 3rd\n    title: 3rd line\n  - id: 4th\n    title: 4th line',
    );
    const changes = viewChanges(view, next);
    expect(changes?.levels).toHaveLength(5);
    const lines = changes?.splices.flatMap(({ lines }) => lines) ?? [];
    const count = (type: string) => lines.filter(line => line.type === type).length;
    expect([count('row'), count('topic'), lines.length]).toEqual([74, 23, 97]);
  });

  it('is whole where another framework follows', () => {
    const other = viewOf(small);
    const changes = viewChanges(before, other);
    expect(changes?.splices[0]).toMatchObject({ at: 0, remove: before.lines.length });
  });
});

import { describe, expect, it } from 'vitest';
import { applyChanges, diff } from '../../../src/core/index.ts';
import { acceptedChanges, changesView } from '../../../src/core/reviewing.ts';
import {
  changes,
  comparison,
  draft,
  frameworkOf,
  preview,
  published,
  undecided,
} from '../../webview/changes.ts';
import { textOfFile } from '../../webview/frameworks.ts';

const itemsOf = (view: typeof comparison) =>
  view.groups.flatMap(group => group.topics.flatMap(topic => topic.items));

describe('A list of changes', () => {
  it('holds every change once, under an id of its own', () => {
    const items = itemsOf(comparison);
    expect(items).toHaveLength(changes.length);
    expect(new Set(items.map(item => item.id)).size).toBe(changes.length);
    expect(Object.values(comparison.counts).reduce((sum, count) => sum + count, 0)).toBe(changes.length);
  });

  it('stands in the order of the framework, by area and topic', () => {
    const areas = comparison.groups.flatMap(group => group.area ?? []);
    const inOrder = draft.areas.map(area => area.id).filter(id => areas.includes(id));
    expect(areas).toEqual(inOrder);
    for (const group of comparison.groups) {
      const topics = group.topics.map(topic => topic.topic);
      expect(new Set(topics).size).toBe(topics.length);
    }
  });

  it('says of a rewording word by word what went and what came', () => {
    const reworded = itemsOf(comparison).filter(item => item.kind === 'reworded');
    expect(reworded.length).toBeGreaterThan(0);
    for (const { row, level, words } of reworded) {
      const text = (kind: string) =>
        words
          ?.filter(word => word.kind !== kind)
          .map(word => word.text)
          .join('');
      const before = rowOf(published, row)?.statements.get(level ?? '');
      const after = rowOf(draft, row)?.statements.get(level ?? '');
      expect([text('added'), text('removed')]).toEqual([before, after]);
    }
  });

  it('shows the statements of a row that came', () => {
    const item = itemsOf(comparison).find(({ kind, cells }) => kind === 'added' && cells);
    const row = rowOf(draft, item?.row);
    expect(item?.cells?.map(({ level }) => level)).toEqual([...(row?.statements.keys() ?? [])]);
    expect(item?.inFrom).toBeUndefined();
    expect(item?.inTo).toEqual({ what: 'row', id: item?.row });
  });

  it('gives the accepted changes back, and those alone', () => {
    const ids = itemsOf(comparison).map(item => item.id);
    expect(acceptedChanges(changes, ids)).toEqual(changes);
    const [first] = ids;
    expect(acceptedChanges(changes, first === undefined ? [] : [first])).toHaveLength(1);
    expect(acceptedChanges(changes, [])).toEqual([]);
    const { framework, refused } = applyChanges(published, acceptedChanges(changes, ids));
    expect(refused).toEqual([]);
    expect(diff(framework, draft)).toEqual([]);
  });

  it('keeps its ids when other changes come in', () => {
    const fewer = preview({ changes: changes.slice(3) });
    const all = itemsOf(preview()).map(item => item.id);
    for (const { id } of itemsOf(fewer)) expect(all).toContain(id);
  });

  it('knows what a row in a new topic needs', () => {
    const text = textOfFile('test/vscode/workspace/small.framework.yaml');
    const more = `${text.trimEnd()}
          - id: networks
            title: Networks
            rows:
              - id: networks-1
                statements: { 1st: Connect a printer. }
`;
    const [before, after] = [frameworkOf(text), frameworkOf(more)];
    const view = changesView({
      mode: 'preview',
      title: '',
      from: { name: '', framework: before },
      to: { name: '', framework: after },
      changes: diff(before, after),
    });
    const [topic, row] = itemsOf(view);
    expect(topic?.id).toBe('add:topic:networks');
    expect(row).toMatchObject({ id: 'add:row:networks-1', needs: 'add:topic:networks' });
    expect(view.groups[0]?.topics[0]).toMatchObject({ title: 'Networks', section: 'Functions' });
  });

  it('puts what is about the framework itself in a group of its own, first', () => {
    expect(comparison.groups[0]).toMatchObject({ title: 'The framework itself' });
    expect(comparison.groups[0]?.area).toBeUndefined();
  });

  it('lists conflicts, questions and problems apart, with nothing chosen that was not', () => {
    const [conflict] = undecided.conflicts;
    expect(conflict?.answer).toBeUndefined();
    expect(conflict?.options.map(option => option.value)).toEqual(['the file', 'Ada']);
    expect(conflict?.options[1]?.words?.some(word => word.kind === 'added')).toBe(true);
    expect(undecided.questions.map(question => question.default)).toEqual([undefined, 'keep']);
    expect(undecided.problems).toHaveLength(1);
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(undecided))).toEqual(undecided);
  });
});

function rowOf(framework: typeof published, id: string | undefined) {
  return framework.areas
    .flatMap(area => area.sections.flatMap(section => section.topics.flatMap(topic => topic.rows)))
    .find(row => row.id === id);
}

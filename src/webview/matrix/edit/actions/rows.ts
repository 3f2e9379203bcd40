import type { CommandPlace, RowLine } from '../../../../protocol/matrix.ts';
import { el } from '../../../shared/dom.ts';
import { askChoice, askDialog, askText } from '../../parts/dialog.ts';
import { firstWords, plural, topicName, UNTITLED_AREA } from '../../words.ts';
import type { Scene } from '../scene.ts';
import { type Action, NEEDS_CELL, needsRows } from './action.ts';

const EMPTY_ROW = { texts: [] };

function insert(side: 'above' | 'below'): Action {
  return {
    title: `Insert a row ${side}`,
    keys: side === 'below' ? 'Ctrl+Enter' : 'Ctrl+Shift+Enter',
    edits: true,
    not: ({ rows, line }) =>
      rows.length > 0 || line?.type === 'topic' ? undefined : 'Select a row or a topic first.',
    async run({ rows, line }, hands) {
      const next = side === 'above' ? rows[0] : rows.at(-1);
      const to: CommandPlace | undefined = next
        ? side === 'above'
          ? { above: next.id }
          : { below: next.id }
        : line && { endOf: line.id };
      if (to) await hands.run({ type: 'insertRows', to, rows: [EMPTY_ROW] });
    },
  };
}

export const insertRowAbove = insert('above');
export const insertRowBelow = insert('below');

export const duplicateRows: Action = {
  title: 'Duplicate',
  keys: 'Alt+Shift+Down',
  edits: true,
  not: needsRows,
  async run({ rows }, hands) {
    await hands.run({ type: 'duplicateRows', rows: rows.map(({ id }) => id) });
  },
};

/** The rows of the selection, if they stand in one topic. */
function inOneTopic({ rows, places }: Scene): boolean {
  return new Set(rows.map(({ key }) => places.above(key, 'topic')?.key)).size === 1;
}

export const mergeRows: Action = {
  title: 'Merge into one row',
  keys: 'Alt+J',
  edits: true,
  not: scene =>
    needsRows(scene) ??
    (inOneTopic(scene) ? undefined : 'Rows that are merged stand in one topic.') ??
    (merged(scene).length < 2 ? 'There is no row below to merge with.' : undefined),
  async run(scene, hands) {
    const [into, ...others] = merged(scene);
    if (into) await hands.run({ type: 'mergeRows', into: into.id, rows: others.map(({ id }) => id) });
  },
};

/** The selected rows; a single one together with the one shown below it in its topic. */
function merged({ rows, layout, places }: Scene): readonly RowLine[] {
  if (rows.length !== 1) return rows;
  const key = layout.rowKeys[(layout.rowIndex.get(rows[0]!.key) ?? -2) + 1];
  const below = key === undefined ? undefined : places.row(key);
  const same = below && places.above(below.key, 'topic') === places.above(rows[0]!.key, 'topic');
  return same ? [rows[0]!, below] : rows;
}

export const splitRow: Action = {
  title: 'Split the statement…',
  keys: 'Alt+Enter',
  edits: true,
  not: ({ active, line, textAt }) =>
    line?.type === 'row' && active && textAt(line.key, active.level)
      ? undefined
      : 'Select a statement first.',
  async run({ active, line, view, textAt }, hands) {
    const was = line && active && textAt(line.key, active.level);
    if (!was || !active || line?.type !== 'row') return;
    const field = el('textarea', 'field', { rows: 6, readonly: true });
    field.value = was;
    const sentence = was.indexOf('\n') > 0 ? was.indexOf('\n') : was.search(/(?<=[.;])\s+\S/);
    const middle = sentence > 0 ? sentence : Math.floor(was.length / 2);
    const body = el('label', 'dialog-label', {}, 'Put the cursor where the second statement begins.', field);
    const text = 'The first part stays; the second becomes a row of its own below, at the same level.';
    field.setSelectionRange(middle, middle);
    const buttons = [{ label: 'Split here', value: true, primary: true }];
    if (!(await askDialog({ title: 'Split the statement', text, body, buttons, focus: field }))) return;
    const at = field.selectionStart;
    const [first, second] = [was.slice(0, at).trim(), was.slice(at).trim()];
    if (first === '' || second === '')
      return hands.announce('Nothing was split: one of the parts would be empty.');
    const level = view.levels[active.level]?.id ?? '';
    await hands.run({ type: 'splitRow', row: line.id, level, was, first, second });
  },
};

export const deleteRows: Action = {
  title: 'Delete',
  keys: 'Ctrl+Shift+K',
  edits: true,
  not: ({ rows, line }) =>
    rows.length > 0 || line?.type === 'topic' || line?.type === 'area' ? undefined : NEEDS_CELL,
  async run(scene, hands) {
    const nodes = nodesOf(scene);
    const inside = nodes[0] && nodes[0].what !== 'row' ? rowsInside(scene) : 0;
    if (inside > 0) {
      const title = `Delete ${scene.line?.type === 'area' ? 'the area' : 'the topic'} with ${plural(inside, 'row')}?`;
      const text = 'What was ever published is withdrawn instead and stays in the file. Undo takes it back.';
      const buttons = [{ label: 'Delete', value: true, primary: true }];
      if (!(await askDialog({ title, text, buttons }))) return;
    }
    await hands.run({ type: 'delete', nodes });
  },
};

/** How many rows the topic or area has that is selected. */
function rowsInside({ line, view, places }: Scene): number {
  return view.lines.filter(row => row.type === 'row' && line && places.above(row.key, line.type) === line)
    .length;
}

/** What is selected as nodes: rows, or the topic or the area whose heading is active. */
function nodesOf({ rows, line }: Scene): { what: 'row' | 'topic' | 'area'; id: string }[] {
  if (line?.type === 'topic' || line?.type === 'area') return [{ what: line.type, id: line.id }];
  return rows.map(({ id }) => ({ what: 'row', id }));
}

export const withdraw: Action = {
  title: 'Withdraw…',
  edits: true,
  not: ({ rows, line }) =>
    line?.withdrawn
      ? 'It is withdrawn already.'
      : rows.length > 0 || line?.type === 'topic' || line?.type === 'area'
        ? undefined
        : NEEDS_CELL,
  async run(scene, hands) {
    const nodes = nodesOf(scene);
    const what = nodes.length === 1 ? 'Withdraw it?' : `Withdraw ${plural(nodes.length, 'row')}?`;
    const reason = await askText(what, 'The reason, for readers of the list of changes (may be left empty)', {
      button: 'Withdraw',
    });
    if (reason === undefined) return;
    await hands.run({ type: 'withdraw', nodes, ...(reason.trim() && { reason: reason.trim() }) });
  },
};

export const restore: Action = {
  title: 'Restore',
  edits: true,
  not: ({ rows, line }) =>
    line?.withdrawn || rows.some(row => row.withdrawn) ? undefined : 'Nothing that is selected is withdrawn.',
  async run(scene, hands) {
    await hands.run({ type: 'restore', nodes: nodesOf(scene) });
  },
};

export const moveToTopic: Action = {
  title: 'Move to another topic…',
  edits: true,
  not: needsRows,
  async run({ rows, view, places }, hands) {
    const options = view.lines.flatMap(line => {
      if (line.type !== 'topic') return [];
      const area = places.above(line.key, 'area');
      const section = places.above(line.key, 'section');
      const group = `${area?.title ?? UNTITLED_AREA} – ${section?.title ?? ''}`;
      return [{ value: line.id, label: topicName(line), group }];
    });
    const title = rows.length === 1 ? `Move “${nameOf(rows[0]!)}”` : `Move ${plural(rows.length, 'row')}`;
    const topic = await askChoice(title, 'To the end of which topic?', options, 'Move');
    if (topic === undefined) return;
    await hands.run({ type: 'move', what: 'row', ids: rows.map(({ id }) => id), to: { endOf: topic } });
  },
};

function nameOf(row: RowLine): string {
  return firstWords(row.cells.find(cell => cell.text)?.text ?? 'an empty row');
}

import type { MatrixCommand } from '../../../../protocol/matrix.ts';
import { HEADING } from '../../grid/keys.ts';
import { askText } from '../../parts/dialog.ts';
import { cellName } from '../../words.ts';
import { filledCells, type Hands, type Scene } from '../scene.ts';
import { type Action, NEEDS_CELL } from './action.ts';

const needsCell = ({ block }: Scene) =>
  block.levels.length === 0 || block.rows.length === 0 ? NEEDS_CELL : undefined;
const onCell = (scene: Scene) =>
  !scene.active || scene.active.level === HEADING || scene.line?.type !== 'row' ? NEEDS_CELL : undefined;

export const editCell: Action = {
  title: 'Edit',
  keys: 'F2',
  edits: true,
  not: ({ active, line }) =>
    !active || (line?.type === 'row' && active.level === HEADING) ? NEEDS_CELL : undefined,
  run: ({ active }, hands) => active && hands.edit(active),
};

export const clear: Action = {
  title: 'Clear',
  keys: 'Delete',
  edits: true,
  not: needsCell,
  run(scene, hands) {
    const cells = filledCells(scene).map(cell => ({ ...cell, text: '' }));
    if (cells.length === 0) hands.announce('There is nothing to clear.');
    else hands.write(cells);
  },
};

export const fillDown: Action = {
  title: 'Fill down',
  keys: 'Ctrl+D',
  edits: true,
  not: scene =>
    needsCell(scene) ??
    (scene.block.rows.length < 2 ? 'Select more than one row: the first is copied down.' : undefined),
  run({ block, textAt }, hands) {
    const [top, ...below] = block.rows;
    const cells = below.flatMap(key =>
      block.levels.flatMap(level => {
        const text = textAt(top!, level) ?? '';
        return text === (textAt(key, level) ?? '') ? [] : [{ key, level, text }];
      }),
    );
    if (cells.length === 0) hands.announce('They say the same already.');
    else hands.write(cells);
  },
};

function moving(by: 1 | -1): Action {
  const [way, keys] = by === 1 ? ['up', 'Alt+Right'] : ['down', 'Alt+Left'];
  const place = ({ active, state, line }: Scene) => {
    const at = active ? state.levels.indexOf(active.level) : -1;
    const level = at < 0 ? undefined : state.levels[at + by];
    return line?.type === 'row' && active && level !== undefined ? { line, active, level } : undefined;
  };
  return {
    title: `Move the statement ${way} a level`,
    keys,
    edits: true,
    not(scene) {
      const why = onCell(scene);
      if (why) return why;
      const to = place(scene);
      if (!to) return `There is no level further ${way}.`;
      if (!scene.textAt(to.line.key, to.active.level)) return 'The cell is empty: there is nothing to move.';
      return scene.textAt(to.line.key, to.level)
        ? 'The cell it would go to is not empty. Clear it first, or split the row.'
        : undefined;
    },
    async run(scene, hands) {
      const to = place(scene);
      if (to) await moveStatement(scene, hands, to.level);
    },
  };
}

export const moveUpALevel = moving(1);
export const moveDownALevel = moving(-1);

/** Moves the active statement to another level of its row. */
async function moveStatement(
  { active, line, view, textAt }: Scene,
  hands: Hands,
  level: number,
): Promise<void> {
  if (!active || line?.type !== 'row') return;
  const from = { row: line.id, level: view.levels[active.level]?.id ?? '' };
  const to = { row: line.id, level: view.levels[level]?.id ?? '' };
  await hands.run({ type: 'moveStatement', from, was: textAt(line.key, active.level) ?? '', to });
}

/** Moving the active statement to each other level, for a menu. */
export function movesToLevel(scene: Scene): { title: string; action: Action }[] {
  const { state, view, active } = scene;
  return state.levels
    .filter(level => level !== active?.level)
    .map(level => {
      const title = view.levels[level]?.title ?? '';
      const action: Action = {
        title,
        edits: true,
        not: scene =>
          onCell(scene) ??
          (scene.active && !scene.textAt(scene.active.key, scene.active.level)
            ? 'The cell is empty: there is nothing to move.'
            : undefined) ??
          (scene.active && scene.textAt(scene.active.key, level)
            ? `The cell at ${title} is not empty.`
            : undefined),
        run: (scene, hands) => moveStatement(scene, hands, level),
      };
      return { title, action };
    });
}

type Blanks = Extract<MatrixCommand, { type: 'setBlanks' }>['meaning'];

/** What the empty cells of the selection mean, for a menu. */
export const BLANKS: readonly { readonly meaning: Blanks; readonly title: string }[] = [
  { meaning: 'not-applicable', title: 'Not applicable at this level' },
  { meaning: 'as-below', title: 'The same as the level below' },
  { meaning: 'missing', title: 'Still to be written' },
  { meaning: null, title: 'Nothing in particular' },
];

export function markBlank(meaning: Blanks, title: string): Action {
  return {
    title,
    edits: true,
    not: scene =>
      needsCell(scene) ??
      (emptyCells(scene).length === 0 ? 'Only an empty cell can mean something by being empty.' : undefined),
    async run(scene, hands) {
      await hands.run({ type: 'setBlanks', cells: emptyCells(scene), meaning });
    },
  };
}

function emptyCells({ rows, block, view, textAt }: Scene): { row: string; level: string }[] {
  return rows.flatMap(row =>
    block.levels.flatMap(level =>
      textAt(row.key, level) ? [] : [{ row: row.id, level: view.levels[level]?.id ?? '' }],
    ),
  );
}

export const editNote: Action = {
  title: 'Edit the note…',
  keys: 'Shift+F2',
  edits: true,
  not: ({ line }) => (line ? undefined : NEEDS_CELL),
  async run({ view, active, line }, hands) {
    if (!active || !line) return;
    const level = line.type === 'row' ? view.levels[active.level]?.id : undefined;
    const was = line.type === 'row' && level !== undefined ? line.cells[active.level]?.note : line.note;
    const options = { text: was ?? '', multiline: true, button: 'Keep the note' };
    const text = await askText('Note', `For maintainers, on ${cellName(view, active)}`, options);
    if (text === undefined || text === (was ?? '')) return;
    const target = { what: line.type, id: line.id, ...(level !== undefined && { level }) };
    await hands.run({ type: 'setNote', target, ...(was !== undefined && { was }), text });
  },
};

export const findings: Action = {
  title: 'Findings and quick fixes',
  keys: 'Ctrl+.',
  edits: false,
  not: ({ active }) => (active ? undefined : NEEDS_CELL),
  run: ({ active }, hands) => active && hands.findings(active),
};

export const showText: Action = {
  title: 'Show in the text',
  keys: 'F12',
  edits: false,
  not: ({ active }) => (active ? undefined : NEEDS_CELL),
  run: ({ active }, hands) => active && hands.showText(active),
};

import type { CommandPlace } from '../../../../protocol/matrix.ts';
import { HEADING } from '../../grid/keys.ts';
import { askDialog, askText } from '../../parts/dialog.ts';
import { plural } from '../../words.ts';
import type { Scene } from '../scene.ts';
import type { Action } from './action.ts';

export const rename: Action = {
  title: 'Rename',
  edits: true,
  not: ({ line }) =>
    line && line.type !== 'row' ? undefined : 'Select the heading of a topic or an area first.',
  run: ({ line }, hands) => line && hands.edit({ key: line.key, level: HEADING }),
};

export const insertTopic: Action = {
  title: 'Insert a topic below…',
  edits: true,
  not: scene =>
    topicPlace(scene) ? undefined : 'Select something in the section that the topic goes to first.',
  async run(scene, hands) {
    const to = topicPlace(scene);
    const title = to && (await askText('New topic', 'Its title', { button: 'Insert' }));
    if (title === undefined || !to) return;
    await hands.run({ type: 'insertTopic', to, title, rows: [{ texts: [] }] });
  },
};

function topicPlace({ line, places }: Scene): CommandPlace | undefined {
  const topic = line && places.above(line.key, 'topic');
  if (topic) return { below: topic.id };
  const section = line && places.above(line.key, 'section');
  return section && { endOf: section.id };
}

export const insertArea: Action = {
  title: 'Insert an area below…',
  edits: true,
  async run({ line, places }, hands) {
    const area = line && places.above(line.key, 'area');
    const title = await askText('New area', 'Its title', { button: 'Insert' });
    if (title === undefined) return;
    await hands.run({ type: 'insertArea', to: area ? { below: area.id } : { endOf: '' }, title });
  },
};

const needsColumn = ({ active }: Scene) =>
  active && active.level !== HEADING ? undefined : 'Select a cell of the level first.';

function inserting(side: 'left' | 'right'): Action {
  return {
    title: `Insert a level to the ${side}…`,
    edits: true,
    not: needsColumn,
    async run({ active, view }, hands) {
      const level = view.levels[active?.level ?? -1];
      const title = await askText('New level', 'Its title', { button: 'Insert' });
      if (!level || title === undefined || title.trim() === '') return;
      const to: CommandPlace = side === 'left' ? { above: level.id } : { below: level.id };
      await hands.run({ type: 'insertLevel', to, title });
    },
  };
}

export const insertLevelLeft = inserting('left');
export const insertLevel = inserting('right');

export const renameLevel: Action = {
  title: 'Rename the level…',
  edits: true,
  not: needsColumn,
  async run({ active, view }, hands) {
    const level = view.levels[active?.level ?? -1];
    const title =
      level && (await askText('Rename the level', 'Its title', { text: level.title, button: 'Rename' }));
    if (!level || title === undefined || title === level.title) return;
    await hands.run({ type: 'setTitle', what: 'level', id: level.id, was: level.title, title });
  },
};

function movingLevel(way: 1 | -1): Action {
  return {
    title: `Move the level to the ${way === 1 ? 'right' : 'left'}`,
    edits: true,
    not: scene =>
      needsColumn(scene) ??
      (scene.view.levels[(scene.active?.level ?? 0) + way] ? undefined : 'It cannot go further.'),
    async run({ active, view }, hands) {
      const level = view.levels[active?.level ?? -1];
      const next = view.levels[(active?.level ?? -1) + way];
      if (!level || !next) return;
      const to: CommandPlace = way === 1 ? { below: next.id } : { above: next.id };
      await hands.run({ type: 'move', what: 'level', ids: [level.id], to });
    },
  };
}

export const moveLevelLeft = movingLevel(-1);
export const moveLevelRight = movingLevel(1);

export const removeLevel: Action = {
  title: 'Remove the level…',
  edits: true,
  not: needsColumn,
  async run({ active, view }, hands) {
    const index = active?.level ?? -1;
    const level = view.levels[index];
    if (!level) return;
    const statements = view.lines.filter(
      line => line.type === 'row' && line.cells[index]?.text !== undefined,
    ).length;
    const title = `Remove the level “${level.title}”?`;
    const text =
      statements === 0
        ? 'Nothing is stated at this level.'
        : `${plural(statements, 'statement')} at this level would go with it. Undo takes it back.`;
    const buttons = [{ label: 'Remove the level', value: true, primary: true }];
    if (await askDialog({ title, text, buttons }))
      await hands.run({ type: 'removeLevel', level: level.id, statements });
  },
};

export const hideLevel: Action = {
  title: 'Hide the level',
  edits: false,
  not: scene =>
    needsColumn(scene) ?? (scene.state.levels.length < 2 ? 'The last level that is shown stays.' : undefined),
  run: ({ active }, hands) => active && hands.hide(active.level),
};

function sizing(title: string, keys: string | undefined, by: number | undefined): Action {
  return {
    title,
    ...(keys && { keys }),
    edits: false,
    not: needsColumn,
    run: ({ active }, hands) => active && hands.setWidth(active.level, by),
  };
}

export const widen = sizing('Wider', 'Alt+Shift+Right', 2);
export const narrow = sizing('Narrower', 'Alt+Shift+Left', -2);
export const widthAsGiven = sizing('Width as given', undefined, undefined);

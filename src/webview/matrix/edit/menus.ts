import type { MenuEntry } from '../parts/menu.ts';
import { toggled } from '../state/columns.ts';
import { type Action, whyNot } from './actions/action.ts';
import * as cells from './actions/cells.ts';
import * as moving from './actions/moving.ts';
import * as nodes from './actions/nodes.ts';
import * as rows from './actions/rows.ts';
import * as showing from './actions/showing.ts';
import { shownKeys } from './keymap.ts';
import type { Hands, Scene } from './scene.ts';

const LINE: MenuEntry = { separator: true };
const mac = /Mac/.test(navigator.platform);

/** Makes menus for a scene: what they hold depends on what is selected. */
export function menusFor(scene: Scene, hands: Hands) {
  const entry = (action: Action, title = action.title): MenuEntry => ({
    label: title,
    keys: action.keys && shownKeys(action.keys, mac),
    not: whyNot(action, scene),
    choose: () => void action.run(scene, hands),
  });
  const { line } = scene;

  const clipboard = () => [showing.cut, showing.copy, showing.paste].map(action => entry(action));
  const deleteEntry = () =>
    entry(rows.deleteRows, scene.rows.length > 1 ? 'Delete the rows' : 'Delete the row');
  /** What is looked for where one is, as in a spreadsheet. */
  const rowsHere = () => [entry(rows.insertRowAbove), entry(rows.insertRowBelow), deleteEntry()];
  const statement = (): MenuEntry[] => [
    ...[cells.editCell, cells.clear, cells.fillDown].map(action => entry(action)),
    {
      label: 'Move the statement to',
      entries: [
        ...cells.movesToLevel(scene).map(({ title, action }) => entry(action, title)),
        LINE,
        entry(cells.moveDownALevel),
        entry(cells.moveUpALevel),
      ],
    },
    {
      label: 'An empty cell means',
      entries: cells.BLANKS.map(({ meaning, title }) => entry(cells.markBlank(meaning, title))),
    },
    entry(rows.splitRow),
    entry(cells.editNote),
  ];
  const forRows = (): MenuEntry[] => [
    ...[rows.insertRowAbove, rows.insertRowBelow, rows.duplicateRows].map(action => entry(action)),
    LINE,
    ...[moving.moveUp, moving.moveDown, rows.moveToTopic].map(action => entry(action)),
    LINE,
    ...[rows.mergeRows, rows.withdraw, rows.restore].map(action => entry(action)),
    deleteEntry(),
  ];
  const forNodes = (): MenuEntry[] => [
    entry(nodes.rename),
    entry(cells.editNote),
    LINE,
    ...[rows.insertRowBelow, nodes.insertTopic, nodes.insertArea].map((action, index) =>
      entry(action, index === 0 ? 'Add a row' : undefined),
    ),
    LINE,
    ...[moving.moveUp, moving.moveDown].map(action => entry(action)),
    LINE,
    ...[rows.withdraw, rows.restore, rows.deleteRows].map(action => entry(action)),
  ];
  const forLevel = (): MenuEntry[] => [
    ...[nodes.renameLevel, nodes.insertLevelLeft, nodes.insertLevel].map(action => entry(action)),
    ...[nodes.moveLevelLeft, nodes.moveLevelRight].map(action => entry(action)),
    entry(nodes.removeLevel),
    LINE,
    ...[nodes.narrow, nodes.widen, nodes.widthAsGiven, nodes.hideLevel].map(action => entry(action)),
  ];
  const forText = (): MenuEntry[] => [entry(cells.findings), entry(cells.showText)];

  return {
    /** For what is selected. */
    context(): MenuEntry[] {
      if (line?.type !== 'row') return [...forNodes(), LINE, ...forText()];
      const { whole } = scene.state.selection ?? {};
      const level = { label: 'Level', entries: forLevel() };
      if (whole === 'rows') return [...clipboard(), LINE, ...forRows(), LINE, ...forText()];
      const row = { label: 'Row', entries: forRows() };
      return [
        ...[...clipboard(), LINE, ...rowsHere(), LINE, ...statement(), LINE],
        ...[row, level, LINE, ...forText()],
      ];
    },
    cells: () => [...clipboard(), LINE, ...statement()],
    rows: forRows,
    nodes: (): MenuEntry[] => [...forNodes(), LINE, { label: 'Level', entries: forLevel() }],
    level: forLevel,
    /** What is shown, and how. */
    view(setColumns: (columns: typeof scene.state.columns) => void): MenuEntry[] {
      const { state, view } = scene;
      const switched = (action: Action, checked: boolean): MenuEntry => ({
        ...(entry(action) as Exclude<MenuEntry, { separator: true }>),
        checked,
      });
      return [
        switched(showing.toggleLens, state.lens),
        switched(showing.toggleCoverage, state.coverage),
        switched(showing.toggleNotes, state.notes),
        switched(showing.toggleWithdrawn, state.withdrawn),
        switched(showing.toggleCompact, state.compact),
        LINE,
        ...view.levels.map(({ id, title }) => ({
          label: title,
          checked: !state.columns.hidden.includes(id),
          choose: () => setColumns(toggled(state.columns, view.levels, id)),
        })),
        LINE,
        {
          label: 'All columns as given',
          choose: () => setColumns({ hidden: [], widths: {} }),
        },
      ];
    },
  };
}

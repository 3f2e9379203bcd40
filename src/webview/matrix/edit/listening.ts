import type { MatrixAction } from '../../../protocol/matrixActions.ts';
import { copied, cutOut, pasteInto, tableFrom } from '../clipboard/clipboard.ts';
import type { Grid } from '../grid/grid.ts';
import { HEADING } from '../grid/keys.ts';
import { positionOf } from '../grid/pointer.ts';
import { blockOf, single } from '../grid/selection.ts';
import type { Anchor, MenuEntry } from '../parts/menu.ts';
import { openMenu } from '../parts/menu.ts';
import { type Action, whyNot } from './actions/action.ts';
import { KEYED, NAMED } from './actions/all.ts';
import { copiedWords } from './hands.ts';
import { composes, matches, typedBy } from './keymap.ts';
import { menusFor } from './menus.ts';
import type { Hands, Scene } from './scene.ts';

export interface ListeningPorts {
  scene(): Scene | undefined;
  readonly grid: Grid;
  readonly hands: Hands;
}

/** Does an action with what is selected, or says why it cannot be done. */
export function perform(action: Action, { scene, hands }: Pick<ListeningPorts, 'scene' | 'hands'>): void {
  const now = scene();
  if (!now) return;
  const why = whyNot(action, now);
  if (why === undefined) void action.run(now, hands);
  else hands.announce(why);
}

/** Does what VS Code asks for by its name: some of it needs a choice first. */
export function performNamed(what: MatrixAction, ports: ListeningPorts): void {
  if (what !== 'markBlank' && what !== 'moveToLevel') {
    perform(NAMED[what], ports);
    return;
  }
  const now = ports.scene();
  const cell = now?.active && ports.grid.viewport.elementAt(now.active);
  if (!now || !cell) return;
  const label = what === 'markBlank' ? 'An empty cell means' : 'Move the statement to';
  const entry = menusFor(now, ports.hands)
    .cells()
    .find(entry => 'label' in entry && entry.label === label);
  if (entry && 'entries' in entry && entry.entries) openMenu(cell, label, entry.entries);
}

/** What a key does in the grid that moves nothing: an action, editing, or the menu. */
export function keyInGrid(event: KeyboardEvent, ports: ListeningPorts): void {
  const { hands, scene } = ports;
  const active = scene()?.active;
  const taken = () => {
    event.preventDefault();
    event.stopPropagation();
  };
  const action = KEYED.find(({ keys }) => keys !== undefined && matches(keys, event));
  if (action) {
    taken();
    perform(action, ports);
    return;
  }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    taken();
    const cell = active && ports.grid.viewport.elementAt(active);
    if (cell) openContext(ports, pointIn(cell));
    return;
  }
  if (!active) return;
  if (composes(event)) {
    hands.edit(active, '');
    return;
  }
  if (event.altKey && !event.ctrlKey) return;
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    taken();
    hands.edit(active);
    return;
  }
  if (event.key === 'Backspace') {
    taken();
    hands.edit(active, '');
    return;
  }
  const typed = typedBy(event);
  if (typed !== undefined) {
    taken();
    hands.edit(active, typed);
    return;
  }
  // The page would scroll.
  if (event.key === ' ') taken();
}

function pointIn(element: Element): Anchor {
  const { left, top, height } = element.getBoundingClientRect();
  return { x: left + 16, y: top + Math.min(height, 28) };
}

function openContext({ scene, hands }: ListeningPorts, at: Anchor, entries?: readonly MenuEntry[]): void {
  const now = scene();
  if (now) openMenu(at, 'What can be done here', entries ?? menusFor(now, hands).context());
}

/** Menus by the right button and the heads of columns, and the clipboard. */
export function listen(ports: ListeningPorts): void {
  const { grid, hands, scene } = ports;
  const { element } = grid;

  element.addEventListener('contextmenu', event => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest('.editor')) return;
    event.preventDefault();
    event.stopPropagation();
    const row = target.closest('.row-handle')?.closest<HTMLElement>('[data-key]')?.dataset.key;
    const position = positionOf(target) ?? (row === undefined ? undefined : { key: row, level: 0 });
    const now = scene();
    const column = target.closest<HTMLElement>('[data-column]');
    if (column) return openLevelMenu(Number(column.dataset.column), { x: event.clientX, y: event.clientY });
    if (!now || !position) return;
    const { rows, levels } = now.block;
    const within = rows.includes(position.key) && levels.includes(position.level);
    if (row !== undefined && !rows.includes(row))
      grid.select({ active: position, corner: position, whole: 'rows' });
    else if (row === undefined && !within) grid.select(single(position));
    openContext(ports, { x: event.clientX, y: event.clientY });
  });
  element.addEventListener('click', ({ target }) => {
    const menu = target instanceof Element ? target.closest('.head-menu') : null;
    const column = menu?.closest<HTMLElement>('[data-column]');
    if (menu && column) openLevelMenu(Number(column.dataset.column), menu);
  });

  function openLevelMenu(level: number, at: Anchor): void {
    const now = scene();
    const key = now?.layout.rowKeys[0];
    if (!now || key === undefined) return;
    grid.select({ active: { key, level }, corner: { key, level }, whole: 'columns' });
    const after = scene();
    if (after) openMenu(at, `Level ${after.view.levels[level]?.title ?? ''}`, menusFor(after, hands).level());
  }

  // Without a selected text the browser takes copying for impossible, unless it is told otherwise.
  for (const type of ['beforecopy', 'beforecut', 'beforepaste'])
    document.addEventListener(type, event => {
      if (cellsHaveFocus()) event.preventDefault();
    });
  for (const type of ['copy', 'cut'] as const)
    document.addEventListener(type, event => {
      const now = cellsHaveFocus() ? scene() : undefined;
      if (!now || !event.clipboardData) return;
      event.preventDefault();
      const heading = now.active?.level === HEADING ? now.line : undefined;
      if (heading) {
        event.clipboardData.setData('text/plain', 'title' in heading ? (heading.title ?? '') : '');
        return;
      }
      const { text, html, table } = copied(now);
      event.clipboardData.setData('text/plain', text);
      event.clipboardData.setData('text/html', html);
      hands.announce(copiedWords(table.length, table[0]?.length ?? 0));
      const { lock, problem } = now.state;
      if (type === 'cut' && (lock || problem)) hands.announce(`Copied, not cut. ${lock?.message ?? ''}`);
      else if (type === 'cut') cutOut(now, hands);
    });
  document.addEventListener('paste', event => {
    const now = cellsHaveFocus() ? scene() : undefined;
    if (!now || !event.clipboardData) return;
    event.preventDefault();
    const { lock, problem } = now.state;
    if (lock || problem) return hands.announce(lock?.message ?? 'The text cannot be read at the moment.');
    const data = event.clipboardData;
    void pasteInto(now, hands, tableFrom(data.getData('text/plain'), data.getData('text/html')));
  });

  function cellsHaveFocus(): boolean {
    return grid.viewport.grid.contains(document.activeElement);
  }
}

/** The rows from the active one to another, as Shift+click on a handle selects them. */
export function rowsTo(scene: Scene, key: string): Parameters<Grid['select']>[0] {
  const level = scene.state.levels[0] ?? 0;
  const { selection } = scene.state;
  const from = selection && blockOf(scene.layout, scene.state.levels, selection).rows.length > 0;
  const active = from ? selection.active : { key, level };
  return { active, corner: { key, level: active.level }, whole: 'rows' };
}

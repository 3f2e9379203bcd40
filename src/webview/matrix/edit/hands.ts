import type { FromMatrix, MatrixTarget, MatrixView, OutcomeMessage } from '../../../protocol/matrix.ts';
import { copied, cutOut, pasteInto, tableFrom, textsCommand } from '../clipboard/clipboard.ts';
import type { Grid } from '../grid/grid.ts';
import { HEADING, type Position } from '../grid/keys.ts';
import type { Selection } from '../grid/selection.ts';
import { rootSize } from '../grid/viewport.ts';
import { showFindings } from '../parts/findingsPanel.ts';
import { resized, toggled } from '../state/columns.ts';
import { positionOf, targetOf } from '../state/places.ts';
import type { Action, State } from '../state/store.ts';
import { cellName } from '../words.ts';
import type { Conversation } from './conversation.ts';
import type { Editing } from './editing.ts';
import type { Looks } from './looks.ts';
import type { Hands, Scene } from './scene.ts';

export interface HandsPorts {
  state(): State;
  dispatch(action: Action): void;
  scene(): Scene | undefined;
  post(message: FromMatrix): void;
  announce(text: string): void;
  find(replace: boolean): void;
  readonly grid: Grid;
  readonly conversation: Conversation;
  readonly looks: Looks;
  readonly editing: Editing;
}

/** What actions can do, on the parts of the page. */
export function createHands(ports: HandsPorts): Hands {
  const { grid, conversation, looks, editing, announce, dispatch, state } = ports;

  /** Says what became of a command, and selects what it left. */
  function follow(outcome: OutcomeMessage, selects: boolean): void {
    const reasons = outcome.refusals.map(({ reason }) => reason).filter(reason => reason !== outcome.told);
    announce([outcome.told, ...new Set(reasons)].join(' '));
    const { view, levels } = state();
    if (!selects || !view || editing.draft || outcome.select.length === 0) return;
    const next = selectionOf(view, outcome.select, state().selection?.active.level ?? HEADING, levels);
    const { activeElement } = document;
    const elsewhere = activeElement?.closest('.find-bar, .dialog, .menu');
    if (next) grid.select(next, !elsewhere);
  }

  const hands: Hands = {
    async run(command) {
      const outcome = await conversation.command(command);
      follow(outcome, true);
      return outcome;
    },
    write(edits) {
      const scene = ports.scene();
      if (!scene || edits.length === 0) return;
      // What the page showed goes along, so it is asked for before something else is shown.
      const command = textsCommand(scene, edits);
      const expected = looks.expect(edits);
      void conversation.command(command).then(outcome => {
        expected.settled();
        follow(outcome, edits.length > 1);
      });
    },
    edit: (position, typed) => editing.open(position, typed),
    select: selection => grid.select(selection),
    announce,
    find: replace => ports.find(replace),
    async findings(position) {
      const { view } = state();
      const target = view && targetOf(view, position);
      if (!view || !target) return;
      const { findings } = await conversation.findings(target);
      const beside = grid.viewport.elementAt(position);
      if (findings.length === 0 || !beside) return announce('There are no findings here.');
      showFindings(beside, cellName(view, position), findings, (finding, title) => {
        void conversation
          .fix(target, finding.rule, finding.message, title)
          .then(outcome => follow(outcome, true));
      });
    },
    showText(position) {
      const { view } = state();
      const target = view && targetOf(view, position);
      if (target) ports.post({ type: 'reveal', target, focus: true });
    },
    toggle: what => dispatch({ type: 'toggle', what }),
    setWidth(level, by) {
      const { view, columns } = state();
      const id = view?.levels[level]?.id;
      const head = grid.element.querySelector<HTMLElement>(`.level-head[data-column="${level}"]`);
      if (id === undefined || !head) return;
      const width = by === undefined ? undefined : head.offsetWidth / rootSize() + by;
      dispatch({ type: 'columns', columns: resized(columns, id, width) });
      announce(by === undefined ? 'Width as given.' : by > 0 ? 'Wider.' : 'Narrower.');
    },
    hide(level) {
      const { view, columns } = state();
      const found = view?.levels[level];
      if (!view || !found) return;
      dispatch({ type: 'columns', columns: toggled(columns, view.levels, found.id) });
      announce(`${found.title} is hidden. View shows it again.`);
    },
    async clipboard(what) {
      const scene = ports.scene();
      if (!scene) return;
      try {
        if (what === 'paste') return await pasteInto(scene, hands, await read());
        const { text, html, table } = copied(scene);
        const blob = (type: string, data: string) => ({ [type]: new Blob([data], { type }) });
        await navigator.clipboard.write([
          new ClipboardItem({ ...blob('text/plain', text), ...blob('text/html', html) }),
        ]);
        if (what === 'cut') cutOut(scene, hands);
        else announce(copiedWords(table.length, table[0]?.length ?? 0));
      } catch {
        const key = { copy: 'C', cut: 'X', paste: 'V' }[what];
        announce(`The clipboard is not open to the menu here: press Ctrl+${key} instead.`);
      }
    },
    history: what => ports.post({ type: 'history', what }),
    compare: what => ports.post({ type: 'since', what }),
  };
  return hands;
}

async function read() {
  let text = '';
  let html = '';
  for (const item of await navigator.clipboard.read()) {
    if (item.types.includes('text/plain')) text ||= await (await item.getType('text/plain')).text();
    if (item.types.includes('text/html')) html ||= await (await item.getType('text/html')).text();
  }
  return tableFrom(text, html);
}

export function copiedWords(rows: number, columns: number): string {
  if (rows * columns === 1) return 'Copied.';
  return `Copied ${(rows * columns).toLocaleString('en-GB')} cells, ${rows} by ${columns}.`;
}

/** What to select for the targets of an outcome: a cell, a heading, or the rows or cells between two of them. */
function selectionOf(
  view: MatrixView,
  targets: readonly MatrixTarget[],
  level: number,
  levels: readonly number[],
): Selection | undefined {
  const at = (target: MatrixTarget | undefined): Position | undefined => {
    const position = target && positionOf(view, target);
    if (position?.level !== HEADING || target?.what !== 'row') return position;
    return { ...position, level: levels.includes(level) ? level : (levels[0] ?? 0) };
  };
  const active = at(targets[0]);
  const corner = at(targets.at(-1));
  if (!active || !corner) return undefined;
  const rows =
    targets.length > 1 && targets.every(({ what, level }) => what === 'row' && level === undefined);
  return { active, corner, ...(rows && { whole: 'rows' as const }) };
}

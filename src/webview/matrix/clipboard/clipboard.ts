import type { CellText, CommandPlace, MatrixCommand, NewRow } from '../../../protocol/matrix.ts';
import type { CellEdit, Hands, Scene } from '../edit/scene.ts';
import { filledCells } from '../edit/scene.ts';
import { askDialog } from '../parts/dialog.ts';
import { plural } from '../words.ts';
import { fitTable, isQuestion, type PasteChoice, type PasteQuestion, type Plan, type Target } from './fit.ts';
import { fromHtml, toHtml } from './html.ts';
import { fromTsv, type Table, toTsv } from './tsv.ts';

/** What goes onto the clipboard: the selected cells in both forms. */
export function copied({ block, textAt }: Scene): { text: string; html: string; table: Table } {
  const table = block.rows.map(key => block.levels.map(level => textAt(key, level) ?? ''));
  return { text: toTsv(table), html: toHtml(table), table };
}

/** A table that was taken from the clipboard; empty where it holds none. */
export function tableFrom(text: string, html: string): Table {
  return (html === '' ? undefined : fromHtml(html)) ?? fromTsv(text);
}

/** Clears what was cut. */
export function cutOut(scene: Scene, hands: Hands): void {
  const cells = filledCells(scene).map(cell => ({ ...cell, text: '' }));
  if (cells.length > 0) hands.write(cells);
}

/** Pastes a table where the selection begins; asks where it does not fit. */
export async function pasteInto(scene: Scene, hands: Hands, table: Table): Promise<void> {
  const { block, layout, places } = scene;
  const top = block.rows[0];
  const topic = top === undefined ? undefined : places.above(top, 'topic');
  if (top === undefined || !topic) return hands.announce('Select the cell where the paste is to begin.');
  if (table.length === 0) return hands.announce('There is no text on the clipboard.');
  const first = layout.rowIndex.get(top) ?? 0;
  const columns = scene.state.levels.slice(scene.state.levels.indexOf(block.levels[0] ?? 0));
  const rows = layout.rowKeys.slice(first);
  const inTopic = rows.findIndex(key => places.above(key, 'topic') !== topic);
  const target: Target = {
    rows: block.rows.length,
    columns: block.levels.length,
    rowsInTopic: inTopic < 0 ? rows.length : inTopic,
    rowsInAll: rows.length,
    columnsInAll: columns.length,
  };
  const answers: PasteChoice[] = [];
  let plan: Plan | PasteQuestion = fitTable(table, target, answers);
  while (isQuestion(plan)) {
    const answer = await ask(plan, target);
    if (answer === undefined) return hands.announce('Nothing was pasted.');
    answers.push(answer);
    plan = fitTable(table, target, answers);
  }
  const { newRows } = plan;
  const old = plan.table.slice(0, plan.table.length - newRows);
  const edits = old.flatMap((texts, row) =>
    texts.flatMap((text, column): CellEdit[] => {
      const [key, level] = [rows[row], columns[column]];
      if (key === undefined || level === undefined || text === (scene.textAt(key, level) ?? '')) return [];
      return [{ key, level, text }];
    }),
  );
  if (newRows === 0) {
    if (edits.length === 0) hands.announce('What is pasted stands there already.');
    else hands.write(edits);
    return;
  }
  const added = plan.table.slice(old.length).map(
    (texts): NewRow => ({
      texts: texts.flatMap((text, column) => {
        const level = scene.view.levels[columns[column] ?? -1]?.id;
        return text === '' || level === undefined ? [] : [{ level, text }];
      }),
    }),
  );
  const to: CommandPlace = { endOf: topic.id };
  await hands.run({ ...textsCommand(scene, edits), append: { to, rows: added } });
}

/** The command that sets texts, each with what the page showed. */
export function textsCommand(
  { view, places, textAt }: Scene,
  edits: readonly CellEdit[],
): Extract<MatrixCommand, { type: 'setTexts' }> {
  const cells = edits.flatMap(({ key, level, text }): CellText[] => {
    const row = places.row(key);
    const was = textAt(key, level);
    const id = view.levels[level]?.id;
    return row && id !== undefined ? [{ row: row.id, level: id, ...(was && { was }), text }] : [];
  });
  return { type: 'setTexts', cells };
}

function ask({ about, copied, choices }: PasteQuestion, target: Target): Promise<PasteChoice | undefined> {
  const size = (rows: number, columns: number) => `${plural(rows, 'row')} × ${plural(columns, 'column')}`;
  const what = size(copied.rows, copied.columns);
  const texts = {
    shape: `What was copied has ${what}; what is selected has ${size(target.rows, target.columns)}.`,
    columns: `What was copied has ${plural(copied.columns, 'column')}; from here there are only ${plural(target.columnsInAll, 'level')} to the right that are shown.`,
    rows: `What was copied has ${plural(copied.rows, 'row')}; from here the topic has only ${target.rowsInTopic}.`,
  };
  const more = copied.rows - target.rowsInTopic;
  const labels: Record<PasteChoice, string> = {
    'from-here': 'Paste all of it from the first selected cell',
    'selection-only': 'Paste only what the selection holds',
    'cut-columns': `Leave out the last ${plural(copied.columns - target.columnsInAll, 'column')}`,
    'add-rows': `Add ${plural(more, 'row')} to the topic`,
    'next-topic': 'Go on in the next topic',
    'cut-rows': `Leave out the last ${plural(more, 'row')}`,
  };
  const buttons = choices.map((value, index) => ({ label: labels[value], value, primary: index === 0 }));
  return askDialog({ title: 'How shall it be pasted?', text: texts[about], buttons });
}

import { describe, expect, it } from 'vitest';
import { findings, fixesOf, matrixView } from '../../src/core/index.ts';
import { MemoryMatrix } from '../helpers/memoryMatrix.ts';
import { textOfFile } from './frameworks.ts';

const SMALL = textOfFile('test/vscode/workspace/small.framework.yaml');
const CONNECT = 'Connect and check hardware devices e.g. printers.';

const retext = (was: string, text: string, row = 'devices-1', level = '0.5') =>
  ({ type: 'setTexts', cells: [{ row, level, was, text }] }) as const;

/** Types into the text beside the matrix. */
function type(matrix: MemoryMatrix, before: string, after: string): void {
  const start = matrix.document.text.indexOf(before);
  if (start < 0) throw new Error(`“${before}” is not in the text.`);
  matrix.document.edit([{ start, end: start + before.length, text: after }]);
}

function shows(page: ReturnType<MemoryMatrix['openPage']>, matrix: MemoryMatrix): void {
  expect(page.view?.lines).toEqual(matrixView(matrix.document.loaded.framework, matrix.beside.marks).lines);
}

describe('A command of a page', () => {
  it('is one step to undo, is on the page before its outcome is, and touches no other byte', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    const outcome = await page.run(retext(CONNECT, 'Connect it.'));
    expect(outcome).toMatchObject({
      done: true,
      told: '1 cell changed.',
      select: [{ what: 'row', id: 'devices-1', level: '0.5' }],
      refusals: [],
    });
    expect(matrix.document.text).toBe(SMALL.replace(CONNECT, 'Connect it.'));
    expect(page.sent.slice(-2).map(({ type }) => type)).toEqual(['changes', 'outcome']);
    shows(page, matrix);
    expect(matrix.document.steps).toBe(1);
    page.post({ type: 'history', what: 'undo' });
    await matrix.editing.after(async () => {});
    expect(matrix.document.text).toBe(SMALL);
  });

  it('is refused for the cell that somebody changed in the text, and done for the others', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    type(matrix, CONNECT, 'Connect everything.');
    const outcome = await page.run({
      type: 'setTexts',
      cells: [
        { row: 'devices-1', level: '0.5', was: CONNECT, text: 'Mine' },
        { row: 'devices-2', level: '0.5', text: 'Mine too' },
      ],
    });
    expect(outcome.refusals).toEqual([
      {
        reason: expect.stringContaining('changed meanwhile'),
        target: { what: 'row', id: 'devices-1', level: '0.5' },
        now: 'Connect everything.',
      },
    ]);
    expect(outcome.done).toBe(true);
    expect(matrix.document.text).toContain('Connect everything.');
    expect(matrix.document.text).toContain('Mine too');
    shows(page, matrix);
  });

  it('finds its row by its id when rows have moved under it', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const [one, other] = [matrix.openPage(), matrix.openPage()];
    await other.run({ type: 'insertRows', to: { above: 'devices-1' }, rows: [{ texts: [] }, { texts: [] }] });
    await one.run(retext(CONNECT, 'Connect it.'));
    expect(
      matrix.document.loaded.framework.areas[0]!.sections[0]!.topics[0]!.rows[2]!.statements.get('0.5'),
    ).toBe('Connect it.');
    other.settle();
    shows(one, matrix);
    shows(other, matrix);
  });

  it('waits for those before it, from whichever page, and each is worked out on what they left', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const [one, other] = [matrix.openPage(), matrix.openPage()];
    const outcomes = await Promise.all([
      one.run(retext(CONNECT, 'First')),
      other.run(retext('First', 'Second')),
      one.run(retext(CONNECT, 'Stale')),
      other.run(retext('Second', 'Third')),
    ]);
    expect(outcomes.map(({ done }) => done)).toEqual([true, true, false, true]);
    expect(outcomes[2]?.refusals[0]?.now).toBe('Second');
    expect(matrix.document.text).toBe(SMALL.replace(CONNECT, 'Third'));
    expect(matrix.document.steps).toBe(3);
  });

  it('is worked out anew where the text changed under it, and given up with a word after some attempts', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    let meanwhile = 0;
    matrix.beforeWrite = () => {
      if (meanwhile++ > 0) return false;
      type(matrix, 'id: devices-2', 'id: devices-22');
      return true;
    };
    expect((await page.run(retext(CONNECT, 'Mine'))).done).toBe(true);
    expect(matrix.document.text).toBe(SMALL.replace(CONNECT, 'Mine').replace('devices-2', 'devices-22'));
    matrix.writable = false;
    const outcome = await page.run(retext('Mine', 'Lost?'));
    expect(outcome).toMatchObject({ done: false, told: expect.stringContaining('read-only'), select: [] });
    expect(matrix.document.text).not.toContain('Lost?');
  });

  it('does nothing to a published version or a text with errors, and says what is the way on', async () => {
    const published = new MemoryMatrix(SMALL.replace('draft', 'published'));
    const refused = await published.openPage().run(retext(CONNECT, 'Mine'));
    expect(refused).toMatchObject({ done: false, lock: { why: 'published' }, refusals: [] });
    expect(published.document.steps).toBe(0);

    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    type(matrix, 'id: devices-2', 'id: devices-1');
    expect(await page.run(retext(CONNECT, 'Mine'))).toMatchObject({ done: false, lock: { why: 'errors' } });
    expect(page.sent).toContainEqual({ type: 'lock', lock: expect.objectContaining({ why: 'errors' }) });
    matrix.document.undo();
    page.settle();
    expect(page.sent.at(-1)).toEqual({ type: 'lock', lock: null });
    expect((await page.run(retext(CONNECT, 'Mine'))).done).toBe(true);
  });

  it('never fails without an answer', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    matrix.beforeWrite = () => {
      throw new Error('the disk is full');
    };
    const outcome = await page.run(retext(CONNECT, 'Mine'));
    expect(outcome).toMatchObject({ done: false, told: expect.stringContaining('the disk is full') });
    expect(matrix.faults).toHaveLength(1);
    matrix.beforeWrite = () => false;
    expect((await page.run(retext(CONNECT, 'Mine'))).done).toBe(true);
  });
});

describe('What a typed cell sends to the page', () => {
  const sentBy = async (rows: number) => {
    const lines = Array.from(
      { length: rows },
      (_, nth) =>
        `              - id: row-${nth}\n                statements:\n                  1st: Row ${nth}.\n`,
    );
    const topics = Array.from({ length: rows / 10 }, (_, nth) => {
      const head = `          - id: topic-${nth}\n            title: Topic ${nth}\n            rows:\n`;
      return head + lines.slice(nth * 10, nth * 10 + 10).join('');
    });
    const matrix = new MemoryMatrix(`${SMALL.split('          - id: devices')[0]}${topics.join('')}`);
    const page = matrix.openPage();
    const count = page.sent.length;
    const outcome = await page.run(retext('Row 55.', 'New', 'row-55', '1st'));
    expect(outcome.done).toBe(true);
    return JSON.stringify(page.sent.slice(count)).length;
  };

  it('is as much in a hundred rows as in a thousand', async () => {
    expect(await sentBy(1000)).toBe(await sentBy(100));
  });
});

describe('Undo and redo of a page', () => {
  it('go through edits of the matrix and of the text in the order they were made', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    await page.run(retext(CONNECT, 'One'));
    type(matrix, 'title: Devices', 'title: Tools');
    await page.run({ type: 'duplicateRows', rows: ['devices-1'] });
    const texts = [matrix.document.text];
    for (let step = 0; step < 3; step++) {
      page.post({ type: 'history', what: 'undo' });
      await matrix.editing.after(async () => {});
      texts.push(matrix.document.text);
    }
    expect(texts[3]).toBe(SMALL);
    expect(texts[2]).toBe(SMALL.replace(CONNECT, 'One'));
    for (let step = 0; step < 3; step++) page.post({ type: 'history', what: 'redo' });
    await matrix.editing.after(async () => {});
    expect(matrix.document.text).toBe(texts[0]);
    page.settle();
    shows(page, matrix);
  });

  it('wait for what was asked before', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    const command = page.run(retext(CONNECT, 'One'));
    page.post({ type: 'history', what: 'undo' });
    await command;
    await matrix.editing.after(async () => {});
    expect(matrix.document.text).toBe(SMALL);
  });
});

describe('A question of a page', () => {
  it('is answered about the text as it is now, after what changed in it', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    type(matrix, CONNECT, 'Connect, connect.');
    const query = { text: 'connect', matchCase: false, wholeWord: true, withdrawn: false };
    page.post({ type: 'find', id: 7, query });
    expect(page.sent.at(-2)?.type).toBe('changes');
    expect(page.sent.at(-1)).toEqual({
      type: 'found',
      id: 7,
      revision: 2,
      matches: 2,
      cells: 1,
      found: [
        {
          row: 'devices-1',
          level: '0.5',
          at: [
            [0, 7],
            [9, 16],
          ],
        },
      ],
    });
    page.post({ type: 'words', id: 8, against: 'below', rows: ['devices-2', 'gone'] });
    expect(page.sent.at(-1)).toMatchObject({ type: 'words', id: 8, rows: [{ row: 'devices-2' }] });
    page.post({ type: 'findings', id: 9, target: { what: 'row', id: 'devices-2' } });
    expect(page.sent.at(-1)).toEqual({ type: 'findings', id: 9, revision: 2, findings: [] });
  });

  it('and an outcome, come to no page that is gone', async () => {
    const matrix = new MemoryMatrix(SMALL);
    const page = matrix.openPage();
    page.session.hidden();
    const count = page.sent.length;
    const query = { text: 'connect', matchCase: false, wholeWord: true, withdrawn: false };
    page.post({ type: 'find', id: 7, query });
    page.post({ type: 'command', id: 8, command: retext(CONNECT, 'One') });
    page.session.perform('find');
    await matrix.editing.after(async () => {});
    await Promise.resolve();
    expect(page.sent).toHaveLength(count);
    expect(matrix.document.text).toContain('One');
  });
});

describe('A quick fix asked for by a page', () => {
  it('is applied as in the text, once', async () => {
    const matrix = new MemoryMatrix(SMALL.replace('Connect and check', 'Connect  and check'));
    const { loaded } = matrix.document;
    const finding = findings(loaded).find(
      each => each.row === 'devices-1' && fixesOf(loaded, each).length > 0,
    )!;
    const wanted = {
      target: { what: 'row', id: finding.row!, ...(finding.level && { level: finding.level }) },
      rule: finding.rule,
      message: finding.message,
      title: fixesOf(loaded, finding)[0]!.title,
    } as const;
    expect((await matrix.editing.fix(wanted)).done).toBe(true);
    expect(matrix.document.text).toBe(SMALL);
    expect(await matrix.editing.fix(wanted)).toMatchObject({
      done: false,
      refusals: [{ reason: expect.stringContaining('no longer found') }],
    });
  });
});

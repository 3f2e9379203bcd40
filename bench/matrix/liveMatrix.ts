import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/lib/install.mjs';
import { temporaryDir } from '../../scripts/vscode/server.mjs';
import { openWorkbench, type Workbench } from '../../test/vscode/harness/workbench.ts';

const HERE = path.join(root, 'bench/matrix');
const FILE = 'live.framework.yaml';
/** The level whose cells are edited. */
const LEVEL = 1;
/** Some time after an edit there is nothing left to do, in milliseconds. */
const QUIET_MS = 800;
const PATIENCE_MS = 120_000;
/** What takes no longer in the extension host is not noted there. */
export const SEEN_MS = 20;

/** When what happened on the way from Enter to the screen, in milliseconds from the key. */
export interface Commit {
  /** What was typed is on the screen, though not yet in the file. */
  readonly typed: number;
  /** The extension is asked for the edit. */
  readonly asked: number;
  /** It hands the edit to VS Code. */
  readonly edit: number;
  /** VS Code says that the edit is made. */
  readonly written: number;
  /** The extension tells the page what changed. */
  readonly sent: number;
  /** The page has that. */
  readonly arrived: number;
  /** The page has drawn what the file says now. */
  readonly drawn: number;
  /** That is on the screen. */
  readonly painted: number;
}

/** What the page saw, as times of the clock. */
interface Seen extends Pick<Commit, 'typed' | 'arrived' | 'drawn' | 'painted'> {
  readonly enter: number;
}

/** What the extension noted. */
interface Note {
  readonly what: string;
  /** Of the clock. */
  readonly at: number;
  readonly took?: number;
}

/** The matrix of a framework in a VS Code of its own, at work on a row in the middle of the file. */
export class LiveMatrix {
  readonly #workbench: Workbench;
  readonly #frame: Frame;
  readonly #row: string;
  #edits = 0;

  private constructor(workbench: Workbench, frame: Frame, row: string) {
    this.#workbench = workbench;
    this.#frame = frame;
    this.#row = row;
  }

  /** @param extension made by `ourMeasured` */
  static async open(extension: string, text: string): Promise<LiveMatrix> {
    const workspace = temporaryDir('live');
    writeFileSync(path.join(workspace, FILE), text);
    const workbench = await openWorkbench({ workspace, extension, size: { width: 1400, height: 900 } });
    await workbench.openFile(FILE);
    await workbench.command('Framework: Open Level Matrix');
    const frame = await workbench.webview(/Draft/, PATIENCE_MS);
    await frame.locator('.statements').first().waitFor();
    await frame.evaluate(readFileSync(path.join(HERE, 'inPage.js'), 'utf8'));
    await workbench.page.waitForTimeout(3 * QUIET_MS);
    return new LiveMatrix(workbench, frame, await frame.evaluate<string>('goToMiddle()'));
  }

  /**
   * Types a text in the cell in the middle and commits it.
   * @param isFound whether it has two spaces in a row, which is found at once
   */
  async commit(isFound: boolean): Promise<Commit> {
    const text = `Know edit ${++this.#edits} on${isFound ? '  ' : ' '}its way from the key to the screen.`;
    const { page } = this.#workbench;
    await this.#frame.locator(`[data-key="${this.#row}"] [data-level="${LEVEL}"]`).click();
    await page.waitForTimeout(QUIET_MS);
    const [row, shown] = [this.#row, text].map(each => JSON.stringify(each));
    await this.#frame.evaluate(`watchCommit(${row}, ${LEVEL}, ${shown})`);
    await page.keyboard.type(text, { delay: 15 });
    await page.waitForTimeout(QUIET_MS / 4);
    await page.keyboard.press('Enter');
    const { enter, ...seen } = await this.#frame.evaluate<Seen>('committed');
    await page.waitForTimeout(QUIET_MS);
    const noted = this.#notes().filter(({ at }) => at >= enter);
    const first = (what: string) => noted.find(note => note.what === what)?.at ?? Number.NaN;
    const since = (at: number) => at - enter;
    return {
      typed: since(seen.typed),
      asked: since(first('asked command')),
      edit: since(first('edit')),
      written: since(first('written')),
      sent: since(first('sent changes')),
      arrived: since(seen.arrived),
      drawn: since(seen.drawn),
      painted: since(seen.painted),
    };
  }

  /** Scrolls from end to end and back to the row. */
  async scroll(): Promise<void> {
    await this.#frame.evaluate('scrollThrough(300)');
    await this.#frame.evaluate('goToMiddle()');
  }

  /**
   * What held others up while something was done, in milliseconds.
   * @returns the longest task of the page, 0 where none took over 50 ms; in the extension host the longest time that
   *   nothing else had a turn
   */
  async heldUp(during: () => Promise<unknown>): Promise<{ page: number; host: number }> {
    await this.#frame.evaluate('longTasks()');
    const from = performance.timeOrigin + performance.now();
    await during();
    const tasks = await this.#frame.evaluate<number[]>('longTasks()');
    const times = this.#notes().flatMap(({ at, took = 0 }) => (at - took >= from ? took : []));
    return { page: Math.max(0, ...tasks), host: Math.max(0, ...times) };
  }

  close(): Promise<void> {
    return this.#workbench.close();
  }

  #notes(): Note[] {
    const file = path.join(path.dirname(this.#workbench.folder), 'times.jsonl');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map(line => JSON.parse(line) as Note);
  }
}

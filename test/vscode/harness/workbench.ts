// A VS Code in a browser, driven as a person would: a server and a page on a copy of a workspace.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { cache, root } from '../../../scripts/lib/install.mjs';
import { endChildrenWithUs } from '../../../scripts/lib/processes.mjs';
import { launchChromium } from '../../../scripts/vscode/browser.mjs';
import {
  addressOf,
  calmSettings,
  type Server,
  startServer,
  temporaryDir,
  webHostSettings,
} from '../../../scripts/vscode/server.mjs';
import { copyWorkspace } from '../../../scripts/vscode/suite.mjs';

endChildrenWithUs();

export type Theme = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

export type WorkbenchOptions = {
  /** A folder to work on a copy of; without it test/vscode/workspace with framework/ and samples/ in it. */
  workspace?: string;
  /** `latest` (default) or `lowest`. */
  version?: 'latest' | 'lowest';
  /** The extension host that runs the extension: `node` (default) or `web`. */
  host?: 'node' | 'web';
  /** The extension's folder; this checkout by default. `null`: none under development. */
  extension?: string | null;
  /** Settings on top of the calm ones, for example `{ 'editor.fontSize': 16 }`. */
  settings?: Record<string, unknown>;
  /** False opens the workspace in restricted mode. */
  trust?: boolean;
  /** Only on the latest VS Code: 1.100 does not take the theme from the server's settings. */
  theme?: Theme;
  /** Of the page, in pixels. */
  size?: { width: number; height: number };
  /** The server's data folder, for tests that prepare it; kept then. */
  dataDir?: string;
};

const mac = process.platform === 'darwin';
const control = mac ? 'Meta' : 'Control';
/** How long a person would wait before calling something broken. */
const patience = 20_000;

/** One window of VS Code. Made by {@link openWorkbench}; every method waits until its effect is seen. */
export class Workbench {
  /** Errors that the page or the extension host reported, for tests that expect none. */
  readonly errors: string[] = [];

  readonly page: Page;
  /** Absolute path of the copy that this window works on. */
  readonly folder: string;
  readonly server: Server;
  readonly #settings: Record<string, unknown>;
  readonly #version: 'latest' | 'lowest';
  readonly #closing: () => Promise<void>;

  constructor(
    page: Page,
    folder: string,
    server: Server,
    settings: Record<string, unknown>,
    version: 'latest' | 'lowest',
    closing: () => Promise<void>,
  ) {
    this.page = page;
    this.folder = folder;
    this.server = server;
    this.#settings = settings;
    this.#version = version;
    this.#closing = closing;
    page.on('pageerror', error => this.errors.push(error.stack ?? error.message));
  }

  /**
   * Opens a file of the workspace by Ctrl+P.
   * @param name path inside the workspace
   */
  async openFile(name: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    const base = path.posix.basename(name);
    const tab = this.page.locator(`.tab.active[data-resource-name="${base}"]`).first();
    const first = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: base });
    // Enter takes what is first in the list, which may still be the list of what was open before.
    for (let tries = 0; tries === 0 || (tries < 5 && !(await tab.isVisible())); tries++) {
      await this.page.keyboard.press(`${control}+P`);
      await input.waitFor({ state: 'visible' });
      await input.fill(name);
      await first.waitFor();
      await this.page.keyboard.press('Enter');
      await tab.waitFor({ timeout: patience / 4 }).catch(() => undefined);
    }
    await tab.waitFor();
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  }

  /**
   * Runs a command by its title, as in the command palette (F1).
   * @param title such as `View: Toggle Word Wrap`
   */
  async command(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input[placeholder*="command"]');
    // The key is lost while something else has it: a menu that is closing, a page that is still loading.
    for (let tries = 0; tries === 0 || (tries < 10 && !(await input.isVisible())); tries++) {
      await this.page.keyboard.press('F1');
      await input.waitFor({ state: 'visible', timeout: patience / 10 }).catch(() => undefined);
    }
    await input.fill(`>${title}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(title) }) })
      .first()
      .click();
  }

  /**
   * Runs an entry of VS Code's own context menu of something.
   * @param on what is clicked with the right button
   * @param label the entry's words
   */
  async contextMenu(on: Locator, label: string): Promise<void> {
    await on.click({ button: 'right' });
    const entry = this.page.locator('.monaco-menu .action-item', { hasText: label }).first();
    await entry.waitFor();
    // A menu takes no click in its first tenth of a second, lest the one that opened it chooses something.
    for (let tries = 0; tries < 10 && (await entry.isVisible()); tries++) {
      await entry.click({ timeout: patience / 10 }).catch(() => undefined);
      await entry.waitFor({ state: 'hidden', timeout: patience / 10 }).catch(() => undefined);
    }
    await entry.waitFor({ state: 'hidden' });
  }

  /** Types into what has the focus, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses a key such as `Escape`, `Control+Z` (Ctrl stands for ⌘ on a Mac). */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key.replace(/^Control/, control));
  }

  /**
   * Puts the cursor of the active text editor somewhere.
   * @param line from 1
   * @param column from 1
   */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // A key that comes before the text has the focus again is lost.
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
  }

  /**
   * Rests the mouse on a place of the active text editor.
   * @param line from 1
   * @param column from 1
   * @returns the text of the hover that appears
   */
  async hover(line: number, column: number): Promise<string> {
    await this.goTo(line, column);
    const cursor = this.page
      .locator('.editor-instance .monaco-editor.focused .cursors-layer .cursor')
      .first();
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
    // Right after the start the extension may still be on its way, and what it brings (links above the areas,
    // marks behind the rows) moves the lines: the cursor is looked for and the mouse comes again then.
    for (const end = Date.now() + 2 * patience; Date.now() < end; ) {
      const box = await cursor.boundingBox();
      if (box === null) throw new Error(`The cursor is not in view at ${line}:${column}.`);
      await this.page.mouse.move(box.x + 3, box.y + box.height / 2 + 40);
      await this.page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 5 });
      const shown = await hover.waitFor({ timeout: patience / 4 }).then(
        () => true,
        () => false,
      );
      const now = await cursor.boundingBox();
      if (!shown || now?.x !== box.x || now.y !== box.y) continue;
      // What comes first is a word for those who wait.
      for (const loaded = Date.now() + patience; Date.now() < loaded; await this.page.waitForTimeout(50))
        if (!/^Loading/.test(await hover.innerText())) break;
      break;
    }
    return await hover.innerText();
  }

  /**
   * Opens the Problems panel and waits.
   * @param wanted a text or pattern that one of the problems must show
   * @returns the text of every problem in view, the wanted one among them
   */
  async problems(wanted: string | RegExp): Promise<string[]> {
    await this.command('Problems: Focus on Problems View');
    // The list draws what is in view only, so a long one is narrowed to what is wanted.
    const filter = this.page.locator('.part.panel .viewpane-filter input').first();
    if (typeof wanted === 'string') await filter.fill(wanted);
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: wanted }).first().waitFor({ timeout: patience });
    return rows.allInnerTexts();
  }

  /**
   * Finds the frame of a webview by what it shows.
   * @param content a text or pattern that its page must contain
   * @param timeout in milliseconds, for what takes long to read
   */
  async webview(content: string | RegExp, timeout = patience): Promise<Frame> {
    const deadline = Date.now() + timeout;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        const text = await frame.evaluate('document.body ? document.body.innerText : ""').catch(() => '');
        if (typeof content === 'string' ? String(text).includes(content) : content.test(String(text)))
          return frame;
      }
      await this.page.waitForTimeout(100);
    }
    const texts = await Promise.all(
      this.page.frames().map(frame => frame.evaluate('document.body.innerText').catch(() => '')),
    );
    throw new Error(`No webview shows ${content}. The frames show:\n${texts.join('\n---\n').slice(0, 4000)}`);
  }

  /**
   * Accepts what an input box proposes.
   * @param proposal the value that it must hold
   */
  async acceptInput(proposal: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('.quick-input-box input');
    for (const end = Date.now() + patience; (await input.inputValue()) !== proposal; ) {
      if (Date.now() > end) throw new Error(`The input box does not propose "${proposal}".`);
      await this.page.waitForTimeout(100);
    }
    // A key that comes while the box still checks its value is lost.
    for (let tries = 0; tries < 10 && (await widget.isVisible()); tries++) {
      await input.press('Enter');
      await widget.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    }
    await widget.waitFor({ state: 'hidden' });
  }

  /**
   * Takes what a step of several proposes, as who presses Enter does.
   * @param heading what stands above it: `Export to Excel (1/3)`
   */
  async takeStep(heading: string): Promise<void> {
    await this.page.locator('.quick-input-widget').getByText(heading).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').getByText(heading).waitFor({ state: 'hidden' });
  }

  /**
   * Chooses from the list that VS Code asks with.
   * @param label a part of what is chosen
   */
  async choose(label: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Closes what asks for something or is open above the editors, and takes back all that was not saved. */
  async recover(): Promise<void> {
    for (let time = 0; time < 3; time++) await this.press('Escape');
    await this.command('File: Revert File');
  }

  /**
   * Answers VS Code's own file dialog, once it has filled in its proposal.
   * @param file absolute path
   */
  async answerFileDialog(file: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('.quick-input-box input');
    await input.waitFor({ state: 'visible' });
    // The dialog lists its folder and may put its own text in again while it does.
    for (let same = 0, last = ''; same < 4; ) {
      const value = await input.inputValue();
      same = value !== '' && value === last ? same + 1 : 0;
      last = value;
      await this.page.waitForTimeout(150);
    }
    for (let tries = 0; tries < 20 && (await input.inputValue()) !== file; tries++) {
      await input.fill(file);
      await this.page.waitForTimeout(300);
    }
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /** What the active text editor's file in the workspace holds on disk. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Saves the active editor and waits until its tab is no longer marked as changed. */
  async save(): Promise<void> {
    await this.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').first().waitFor();
  }

  /**
   * The text of a notification, old or new; waits for one. This VS Code shows no toasts, so it is looked for in
   * the list that the bell opens.
   * @param wanted a text or pattern that it must show
   */
  async notification(wanted: string | RegExp): Promise<string> {
    const found = this.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: wanted })
      .first();
    // A list that was opened before there was anything to show may be closed again.
    for (let tries = 0; tries < 4 && !(await found.isVisible()); tries++) {
      await this.command('Notifications: Show Notifications');
      await found.waitFor({ timeout: patience / 4 }).catch(() => undefined);
    }
    const text = await found.innerText();
    await this.command('Notifications: Clear All Notifications');
    return text;
  }

  /** Changes the colour theme and waits until the window shows it. */
  async theme(theme: Theme): Promise<void> {
    this.#settings['workbench.colorTheme'] = themeName(theme, this.#version);
    writeFileSync(
      path.join(this.server.dataDir, 'data/Machine/settings.json'),
      JSON.stringify({ ...calmSettings, ...this.#settings }),
    );
    const classes = {
      light: 'vs',
      dark: 'vs-dark',
      'high-contrast-light': 'hc-light',
      'high-contrast-dark': 'hc-black',
    };
    await this.page.locator(`.monaco-workbench.${classes[theme]}`).first().waitFor({ timeout: patience });
  }

  /**
   * Takes a picture of the window for people to look at: `.cache/screenshots/NAME.png`.
   * @returns the picture's path
   */
  async screenshot(name: string): Promise<string> {
    const file = path.join(cache, 'screenshots', `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    // Hovers and panels fade in.
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** Closes the window, ends the server and removes the copy of the workspace. */
  async close(): Promise<void> {
    await this.#closing();
  }
}

/**
 * Starts a VS Code server and a browser page on a copy of a workspace.
 * @throws {Error} when VS Code's window does not appear
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { version = 'latest', host = 'node', theme = 'light', extension = root, dataDir } = options;
  const folder = options.workspace === undefined ? copyWorkspace() : copyOf(options.workspace);
  const settings: Record<string, unknown> = {
    'workbench.colorTheme': themeName(theme, version),
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'files.autoSave': 'off',
    // What fades or slides takes a quarter of a second a command, and most of a processor meanwhile.
    'workbench.reduceMotion': 'on',
    ...(host === 'web' && webHostSettings),
    ...options.settings,
  };
  const server = await startServer({
    version,
    settings,
    ...(options.trust !== undefined && { trust: options.trust }),
    ...(dataDir !== undefined && { dataDir }),
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await server.stop();
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const launched = await launchChromium();
    browser = launched;
    const context = await launched.newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, folder, server, settings, version, close);
    await page.goto(addressOf(server, { folder, ...(extension !== null && { extension }) }));
    await page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 60_000 });
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

function copyOf(workspace: string): string {
  const folder = path.join(temporaryDir('workspace'), path.basename(workspace));
  cpSync(workspace, folder, { recursive: true });
  return folder;
}

function themeName(theme: Theme, version: 'latest' | 'lowest'): string {
  const modern = version === 'latest' ? '' : 'Default ';
  return {
    light: `${modern}Light Modern`,
    dark: `${modern}Dark Modern`,
    'high-contrast-light': 'Default High Contrast Light',
    'high-contrast-dark': 'Default High Contrast',
  }[theme];
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

// A page of ours in a Chromium of its own, without VS Code: what VS Code would give it is stood in for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundles } from '../../esbuild.mjs';
import { cache, root } from '../../scripts/lib/install.mjs';
import { launchChromium } from '../../scripts/vscode/browser.mjs';
import { capturedTheme, type ThemeName } from './themes.ts';

const origin = 'https://page.test';
const axe = path.join(root, 'node_modules/axe-core/axe.min.js');

/** What the page's part of the conversation left behind. */
type Recorded = { posted: unknown[]; saved: unknown; violations: string[] };

/** Starts a browser for the pages of one test file. */
export async function openBrowser(): Promise<Browser> {
  return launchChromium();
}

export type PageOptions = {
  theme?: ThemeName;
  size?: { width: number; height: number };
  /** Zoom as VS Code's, 2 for 200 %. */
  zoom?: number;
  reducedMotion?: boolean;
  /** What an earlier page kept by `setState`. */
  saved?: unknown;
  /** Is given what the page posts, as it posts it. */
  received?: (message: unknown) => void;
};

/** One of our pages under test. */
export class TestPage {
  constructor(readonly page: Page) {}

  /** Sends a message as the extension would, without waiting for what follows from it. */
  async post(message: unknown): Promise<void> {
    if (!this.page.isClosed()) await this.page.evaluate(data => window.postMessage(data, '*'), message);
  }

  /** Sends a message as the extension would. */
  async send(message: unknown): Promise<void> {
    await this.page.evaluate(data => window.postMessage(data, '*'), message);
    await this.frame();
  }

  /** Waits until the page has drawn what it was told. */
  async frame(): Promise<void> {
    await this.page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
  }

  /** What the page posted, first to last. */
  async posted(): Promise<unknown[]> {
    return (await this.recorded()).posted;
  }

  /** What the page kept by `setState`. */
  async saved(): Promise<unknown> {
    return (await this.recorded()).saved;
  }

  private async recorded(): Promise<Recorded> {
    return this.page.evaluate(() => (globalThis as unknown as { recorded: Recorded }).recorded);
  }

  /** What the content security policy kept from happening. */
  async violations(): Promise<string[]> {
    return (await this.recorded()).violations;
  }

  async theme(name: ThemeName): Promise<void> {
    await this.page.evaluate(({ body, variables }) => {
      document.body.className = body.join(' ');
      const { style } = document.documentElement;
      for (const [variable, value] of Object.entries(variables)) style.setProperty(variable, value || null);
    }, capturedTheme(name));
  }

  /** What axe-core finds wrong, one line a finding. */
  async axe(): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis)))
      await this.page.evaluate(readFileSync(axe, 'utf8'));
    return this.page.evaluate(async () => {
      type Result = {
        violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
      };
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Result> } };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
      );
    });
  }

  /** Takes a picture for people to look at. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(cache, 'screenshots', `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/**
 * Opens a page as src/vscode/webviewHtml.ts would, under the same content security policy.
 * @param name of its folder in src/webview
 */
export async function openPage(
  browser: Browser,
  name: 'matrix' | 'changes',
  {
    theme = 'light',
    size = { width: 1100, height: 760 },
    zoom = 1,
    reducedMotion,
    saved,
    received,
  }: PageOptions = {},
): Promise<TestPage> {
  const page = await browser.newPage({
    viewport: { width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) },
    deviceScaleFactor: zoom,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const files = await builtPage(name);
  await page.route(`${origin}/**`, route => {
    const file = new URL(route.request().url()).pathname.slice(1);
    const body = file === '' ? html(name) : files[file];
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({
          body,
          contentType: { js: 'text/javascript', css: 'text/css' }[file.split('.').at(-1)!] ?? 'text/html',
        });
  });
  if (received) await page.exposeFunction('received', received);
  await page.addInitScript(state => {
    const recorded = { posted: [] as unknown[], saved: state as unknown, violations: [] as string[] };
    const api = {
      postMessage(message: unknown) {
        recorded.posted.push(structuredClone(message));
        (globalThis as unknown as { received?(message: unknown): void }).received?.(message);
      },
      getState: () => recorded.saved,
      setState(value: unknown) {
        recorded.saved = structuredClone(value);
      },
    };
    Object.assign(globalThis, { recorded, acquireVsCodeApi: () => api });
    document.addEventListener('securitypolicyviolation', event =>
      recorded.violations.push(`${event.violatedDirective}: ${event.sample || event.blockedURI}`),
    );
  }, saved);
  await page.goto(`${origin}/`);
  const test = new TestPage(page);
  await test.theme(theme);
  return test;
}

function html(name: string): string {
  const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin};`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${name}</title><link rel="stylesheet" href="${origin}/${name}.css"></head><body><div id="app"></div><script nonce="test" src="${origin}/${name}.js"></script></body></html>`;
}

const built = new Map<string, Promise<Record<string, string>>>();

/** The page's script and style sheet, built from source as it is now. */
function builtPage(name: string): Promise<Record<string, string>> {
  let files = built.get(name);
  if (!files) {
    const bundle = bundles().find(bundle => bundle.name === `webview.${name}`);
    if (!bundle) throw new Error(`There is no page "${name}".`);
    files = esbuild
      .build({ ...bundle.options, write: false, sourcemap: false })
      .then(({ outputFiles }) =>
        Object.fromEntries((outputFiles ?? []).map(file => [path.basename(file.path), file.text])),
      );
    built.set(name, files);
  }
  return files;
}

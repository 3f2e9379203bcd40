import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';

const ORIGIN = 'https://grid.test';
const here = new URL('./', import.meta.url);

/** What a page is made of, by name; data.js holds what it is to show. */
export type Files = Readonly<Record<string, string>>;

/**
 * Builds a page that shows rows.
 * @param name of the script in bench/grids that draws them
 * @param data what it is given as `globalThis.data`
 */
export async function buildPage(name: string, data: unknown): Promise<{ files: Files; kilobytes: number }> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [new URL(`grids/${name}.js`, here).pathname],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    files: {
      'grid.js': text('.js'),
      'grid.css': `html, body, #app { height: 100%; margin: 0 }\n${text('.css')}`,
      'data.js': `globalThis.data = ${JSON.stringify(data)}`,
      'measure.js': readFileSync(new URL('grids/measure.js', here), 'utf8'),
      'axe.js': readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    },
    kilobytes: Math.round((text('.js').length + text('.css').length) / 1024),
  };
}

/**
 * Opens a page under the policy of our webviews.
 * @param inlineStyles whether it may write styles of its own all the same
 */
export async function openBuilt(browser: Browser, files: Files, inlineStyles = false): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const styles = inlineStyles ? ` 'unsafe-inline'` : '';
  const policy = `default-src 'none'; script-src 'nonce-grid'; style-src ${ORIGIN}${styles}; font-src data:; img-src data:`;
  const scripts = ['data', 'measure', 'grid', 'axe'].map(
    name => `<script nonce="grid" src="${ORIGIN}/${name}.js"></script>`,
  );
  const html = `<!DOCTYPE html><html lang="en"><head><title>Grid</title><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${ORIGIN}/grid.css"></head><body><div id="app"></div>${scripts.join('')}</body></html>`;
  await page.route(`${ORIGIN}/**`, route => {
    const file = new URL(route.request().url()).pathname.slice(1);
    const contentType = file === '' ? 'text/html' : file.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ body: file === '' ? html : (files[file] ?? ''), contentType });
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

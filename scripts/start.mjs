// `npm start [-- --server] [--no-open]`: installs what is missing, builds, and opens VS Code on the framework
// and the samples with the extension loaded: the desktop where there is one, else the server in a browser.
import process from 'node:process';
import { startDesktop } from './lib/desktop.mjs';
import { startInBrowser } from './lib/inBrowser.mjs';
import { ensureInstalled, root, toolNode } from './lib/install.mjs';
import { endChildrenWithUs, run } from './lib/processes.mjs';

const args = process.argv.slice(2);
const unknown = args.filter(arg => !['--server', '--no-open'].includes(arg));
if (unknown.length > 0) {
  console.error(`npm start does not know ${unknown.join(' ')}. It knows --server (the browser, even where there is a
desktop VS Code) and --no-open (only print the address).`);
  process.exit(2);
}

const TO_TRY = `
What to try first:
  - rest the mouse on a statement, a level or an underlined place of the text
  - the grid icon above the text: the level matrix, beside it
  - open samples/iteps-1.3-draft.framework.yaml, press F1, type "Framework:" and import
    samples/iteps-1.3-reviewed.xlsx, or compare with version 1.2
`;

/** @type {(() => Promise<void>) | undefined} */
let close;
const end = endChildrenWithUs(async () => {
  if (close !== undefined) console.log('\nClosing VS Code …');
  await close?.();
});

try {
  await ensureInstalled();
  const { code, output } = await run(toolNode, ['esbuild.mjs'], { cwd: root, quiet: true });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  const desktop = args.includes('--server') ? undefined : await startDesktop();
  const started = desktop ?? (await startInBrowser({ open: !args.includes('--no-open') }));
  close = started.close;
  console.log(started.message);
  console.log(TO_TRY);
  await started.ended;
  await end(0);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  await end(1);
}

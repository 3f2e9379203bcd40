// What VS Code runs in its extension host as a suite of tests: opens the file that `measure.json` of the workspace
// names, or none, and leaves in `measured.json` what that cost.
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const vscode = require('vscode');

/** Without news for so long, nothing more will come. */
const QUIET_MS = 3_000;
const PATIENCE_MS = 60_000;

exports.run = async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const [{ uri }] = vscode.workspace.workspaceFolders;
  const { open, extension, expects } = JSON.parse(
    readFileSync(path.join(uri.fsPath, 'measure.json'), 'utf8'),
  );
  const memory = () => {
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { used: heapUsed + external, rss };
  };
  const before = memory();
  let last = performance.now();
  const news = [];
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (!uris.some(each => each.path.endsWith(`/${open}`))) return;
    last = performance.now();
    news.push(last);
  });
  await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, open));
  const isThere = {
    nothing: () => true,
    activation: () => globalThis.benchActivation !== undefined,
    // Those of all rules, and then those of the dictionary as well.
    findings: () => news.length > 1,
  };
  const opened = performance.now();
  while (!isThere[expects]() || performance.now() - last < QUIET_MS) {
    if (performance.now() - opened > PATIENCE_MS) throw new Error(`In vain waited for: ${expects}.`);
    await new Promise(done => setTimeout(done, 100));
  }
  listener.dispose();
  const after = memory();
  const { start = 0, load, activate, resolve } = globalThis.benchActivation ?? {};
  const files = Object.keys(Module._cache).filter(file => file.startsWith(extension));
  writeFileSync(
    path.join(uri.fsPath, 'measured.json'),
    JSON.stringify({
      load,
      activate,
      resolve,
      /** From the beginning of loading: when findings were shown. */
      shown: news.map(time => time - start),
      used: after.used - before.used,
      rss: after.rss - before.rss,
      files: files.map(file => path.relative(extension, file)),
    }),
  );
};

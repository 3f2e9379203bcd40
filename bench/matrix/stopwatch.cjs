// The entry of an extension whose matrix is measured: notes when it is asked for an edit, hands it to VS Code, is told
// of it and answers, and when nothing else had a turn for long. Leaves that in `times.jsonl` beside the workspace.
const { appendFile } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { measured } = require('./package.json');

/** Others have a turn at least so often, or it is noted, in milliseconds. */
const TURN_MS = 10;

let file;
let noted = [];
const now = () => performance.timeOrigin + performance.now();
function note(what, took) {
  if (noted.length === 0) setTimeout(write, 100);
  noted.push(JSON.stringify({ what, at: now(), took }));
}
function write() {
  if (file) appendFile(file, `${noted.join('\n')}\n`, () => {});
  noted = [];
}

/** The same object, but for some of its members. */
const withMembers = (object, members) =>
  Object.create(
    object,
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value, enumerable: true }])),
  );

function watched(vscode) {
  file ??= path.join(path.dirname(vscode.workspace.workspaceFolders[0].uri.fsPath), 'times.jsonl');
  const { window, workspace } = vscode;
  return withMembers(vscode, {
    workspace: withMembers(workspace, {
      async applyEdit(edit) {
        note('edit');
        const done = await workspace.applyEdit(edit);
        note('written');
        return done;
      },
    }),
    window: withMembers(window, {
      registerCustomEditorProvider: (type, provider, options) =>
        window.registerCustomEditorProvider(type, watchedProvider(provider), options),
    }),
  });
}

const watchedProvider = provider => ({
  resolveCustomTextEditor: (document, panel, token) =>
    provider.resolveCustomTextEditor(
      document,
      standIn(panel, { webview: watchedWebview(panel.webview) }),
      token,
    ),
});

const watchedWebview = webview =>
  standIn(webview, {
    postMessage(message) {
      note(`sent ${message.type}`);
      return webview.postMessage(message);
    },
    onDidReceiveMessage: listener =>
      webview.onDidReceiveMessage(message => {
        note(`asked ${message.type}`);
        listener(message);
      }),
  });

/** Stands for an object of VS Code that keeps things to itself, but for some of its members. */
const standIn = (object, members) =>
  new Proxy(object, {
    get(_, name) {
      if (Object.hasOwn(members, name)) return members[name];
      const member = object[name];
      return typeof member === 'function' ? member.bind(object) : member;
    },
    set: (_, name, value) => Reflect.set(object, name, value),
  });

const load = Module._load;
let api;
Module._load = function (request, parent, ...rest) {
  const loaded = load.call(this, request, parent, ...rest);
  if (request !== 'vscode' || !parent?.filename.startsWith(__dirname)) return loaded;
  api ??= watched(loaded);
  return api;
};

const entry = require(measured);

exports.activate = context => {
  let last = performance.now();
  setInterval(() => {
    const took = performance.now() - last;
    last += took;
    if (took > 2 * TURN_MS) note('held up', took);
  }, TURN_MS);
  return entry.activate(context);
};

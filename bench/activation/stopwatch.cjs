// The entry of an extension that is measured: takes the time of loading its real entry and of activating it, as
// VS Code's own list of running extensions does, and leaves both where tester.cjs finds them.
const { measured } = require('./package.json');

const start = performance.now();
const entry = require(measured);
const load = performance.now() - start;

exports.activate = context => {
  const activating = performance.now();
  const api = entry.activate(context);
  globalThis.benchActivation = { start, load, activate: performance.now() - activating };
  return api;
};

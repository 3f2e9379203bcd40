// The entry of an extension that is measured: takes the time of loading its real entry and of activating it, which
// VS Code's own list of running extensions tells as well, and leaves both where tester.cjs finds them.
const { measured } = require('./package.json');

/** Of the processor, in this thread alone: what else the machine does has no part in it. In milliseconds. */
const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const start = performance.now();
const loading = spent();
const entry = require(measured);
const load = spent() - loading;

exports.activate = context => {
  const activating = spent();
  const api = entry.activate(context);
  const times = { start, load, activate: spent() - activating };
  globalThis.benchActivation = times;
  // Some of what is done until then may be VS Code's and other extensions' work.
  const resolving = spent();
  Promise.resolve(api).then(() => {
    times.resolve = spent() - resolving;
  });
  return api;
};

// What exceljs takes for granted as Node's, for the web-worker host; esbuild.mjs puts it into excel.js there.
import { Buffer } from 'buffer/';

export const process = {
  browser: true,
  env: {},
  version: '',
  nextTick: (run, ...args) => queueMicrotask(() => run(...args)),
};
export { Buffer };

/** Made by esbuild.mjs: imports every `*.suite.ts` under test/vscode/suite. */
declare module 'suites:all';
/** Mocha's browser build; it defines the globals `mocha`, `Mocha`, `describe`, `it` and the like. */
declare module 'mocha/mocha.js';

// An esbuild plugin: what exceljs would load and never needs here is left out of the bundles.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const stub = fileURLToPath(new URL('../stubs/unused.cjs', import.meta.url));
const unneeded =
  /^(?:buffer|crypto|dayjs(?:\/.*)?|events|fast-csv|fs|jszip|readable-stream|saxes|stream|uuid)$/;

/** @type {import('esbuild').Plugin} */
export const leanExceljs = {
  name: 'lean-exceljs',
  setup(build) {
    build.onResolve({ filter: unneeded }, ({ importer }) =>
      importer.split(path.sep).join('/').includes('/node_modules/exceljs/') ? { path: stub } : undefined,
    );
  },
};

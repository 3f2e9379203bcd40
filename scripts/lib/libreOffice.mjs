// Finds LibreOffice with its Python bridge (UNO), or on Debian and Ubuntu as root installs them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installDebian } from './system.mjs';

/** @typedef {{ soffice: string, python: string }} LibreOffice the office program, and a Python that can `import uno` */

/** What is missing and what to do about it, for a stage that could not run. */
export const libreOfficeMissing =
  'no LibreOffice with its Python bridge was found: install them (Debian and Ubuntu: apt-get install libreoffice-calc python3-uno; elsewhere LibreOffice, which brings both)';

/** @returns {LibreOffice | undefined} */
export function findLibreOffice() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const soffice = [
    ...onPath.flatMap(dir => [path.join(dir, 'soffice'), path.join(dir, 'soffice.exe')]),
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ].find(file => existsSync(file));
  if (soffice === undefined) return undefined;
  const python = [
    // Debian's bridge belongs to Debian's Python, whatever other Python comes first on PATH.
    '/usr/bin/python3',
    '/Applications/LibreOffice.app/Contents/Resources/python',
    path.join(path.dirname(soffice), 'python.exe'),
  ].find(file => existsSync(file) && spawnSync(file, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0);
  return python === undefined ? undefined : { soffice, python };
}

/** @returns {Promise<LibreOffice | undefined>} installed first where that is possible */
export async function ensureLibreOffice() {
  const found = findLibreOffice();
  if (found !== undefined) return found;
  return (await installDebian(['libreoffice-calc', 'python3-uno'])) ? findLibreOffice() : undefined;
}

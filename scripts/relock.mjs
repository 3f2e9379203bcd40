// `npm run relock`: makes package-lock.json anew, for every operating system; run it after adding a package.
// `npm install PACKAGE` in a checkout that has node_modules, or with a registry that mirrors only some systems,
// leaves the packages of other systems out, and then `npm ci` fails. test/manifest.test.ts notices.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './lib/install.mjs';
import { npm } from './lib/processes.mjs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Locked */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];

/**
 * What a package for one system says of it in its name: `@biomejs/cli-linux-x64-musl`.
 * @param {string} name
 * @returns {{ os: string[], cpu: string[], libc?: string[] }}
 * @throws {Error} when the name tells no system
 */
export function systemOf(name) {
  const parts = name.replace(/^.*\//, '').split('-');
  const at = parts.findIndex(part => systems.includes(part));
  const cpu = parts[at + 1];
  if (at < 0 || cpu === undefined) throw new Error(`The name ${name} does not tell for which system it is.`);
  const abi = parts[at + 2] ?? '';
  const libc = parts[at] !== 'linux' ? undefined : abi.startsWith('musl') ? 'musl' : 'glibc';
  return { os: [parts[at] ?? ''], cpu: [cpu], ...(libc !== undefined && { libc: [libc] }) };
}

/**
 * Adds what other packages name as optional and the lock does not have.
 * @param {{ packages: Record<string, Locked> }} lock changed in place
 * @returns {string[]} the names of what was added
 */
export function complete(lock) {
  const missing = Object.values(lock.packages).flatMap(({ dev, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !Object.keys(lock.packages).some(place => place.endsWith(`node_modules/${name}`)))
      .map(([name, version]) => ({ name, version, dev })),
  );
  for (const { name, version, dev } of missing) {
    if (!/^\d+\.\d+\.\d+$/.test(version))
      throw new Error(`${name} is wanted as ${version}, not as one version.`);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...systemOf(name),
    };
  }
  const [own, ...others] = Object.entries(lock.packages);
  if (own !== undefined)
    lock.packages = Object.fromEntries([own, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return missing.map(({ name }) => name);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'fw-lock-'));
  try {
    copyFileSync(path.join(root, 'package.json'), path.join(place, 'package.json'));
    // The lock names no registry, so that it works with any.
    await npm(
      ['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved'],
      place,
    );
    const lock = JSON.parse(readFileSync(path.join(place, 'package-lock.json'), 'utf8'));
    const added = complete(lock);
    writeFileSync(path.join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
    await npm(['install', '--no-save'], root);
    if (added.length > 0) console.log(`Added for other systems, without a checksum: ${added.join(', ')}.`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

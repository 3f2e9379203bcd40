// What the operating system's own package manager can bring.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './processes.mjs';

/**
 * @param {readonly string[]} packages Debian packages
 * @returns {Promise<boolean>} whether they were installed; false at once where we may not
 */
export async function installDebian(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  await run('apt-get', ['update'], options);
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    options,
  );
  if (code !== 0) console.error(output);
  return code === 0;
}

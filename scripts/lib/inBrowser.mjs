// VS Code's server on the loopback interface, behind a short address.
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { addressOf, startServer } from '../vscode/server.mjs';
import { root } from './install.mjs';
import { start } from './processes.mjs';
import { firstFile, startData, workspaceFile } from './workspace.mjs';

/**
 * @param {string} address
 * @returns {Promise<boolean>} whether a browser was asked to open it
 */
async function openBrowser(address) {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  /** @type {[string, string[]]} */
  const [command, args] =
    platform === 'darwin'
      ? ['open', [address]]
      : platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  const child = start(command, args, { stdio: 'ignore' });
  return new Promise(resolve => {
    child.once('error', () => resolve(false));
    child.once('exit', code => resolve(code === 0));
  });
}

/**
 * Starts the server and prints nothing; the caller tells the address.
 * @param {{ open: boolean }} options open: ask the system to show it in a browser
 * @returns {Promise<import('./workspace.mjs').Started>}
 */
export async function startInBrowser({ open }) {
  // Whoever has no token, such as another user of this machine or a web page, gets nothing from the server.
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    version: 'latest',
    dataDir: path.join(startData, 'server'),
    settings: { 'workbench.colorTheme': 'Light Modern', 'window.autoDetectColorScheme': true },
    token,
  });
  const target = addressOf(server, { workspace: workspaceFile, extension: root, open: firstFile, token });
  const secret = `/${randomBytes(8).toString('hex')}`;
  const door = http.createServer((request, response) => {
    if (request.url === secret) response.writeHead(302, { location: target }).end();
    else response.writeHead(404).end();
  });
  await new Promise(resolve => door.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (door.address());
  const address = `http://127.0.0.1:${port}${secret}`;
  const shown = open && (await openBrowser(address));
  return {
    message: `\nFramework Workbench is open in VS Code at\n\n  ${address}\n\n${
      shown ? 'Your browser should show it now.' : 'Open it in a browser on this machine.'
    } Ctrl-C ends it.`,
    ended: server.ended,
    close: async () => {
      door.closeAllConnections();
      door.close();
      await server.stop();
    },
  };
}

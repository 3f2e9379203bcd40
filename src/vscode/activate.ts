import * as vscode from 'vscode';

/** What differs between the Node and the web-worker extension host. */
export type Platform = {
  /** For the log and for tests. */
  readonly host: 'node' | 'web';
};

/**
 * Registers everything and returns; awaits nothing, so that start-up stays short.
 * @param context from VS Code; owns everything that is registered
 * @param platform what the host offers
 */
export function activateWith(context: vscode.ExtensionContext, platform: Platform): void {
  const log = vscode.window.createOutputChannel('Framework Workbench', { log: true });
  context.subscriptions.push(log);
  log.info(`Started in the ${platform.host} extension host.`);
}

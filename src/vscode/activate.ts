import * as vscode from 'vscode';
import { createDocuments } from './documents.ts';
import { registerMatrix } from './matrix/register.ts';
import type { Platform, Register, Services } from './services.ts';

/** Every feature of the extension, one file each. */
const FEATURES: readonly Register[] = [registerMatrix];

/**
 * Registers everything and returns; awaits nothing, so that start-up stays short.
 * @param context from VS Code; owns everything that is registered
 * @param platform what the host offers
 */
export function activateWith(context: vscode.ExtensionContext, platform: Platform): void {
  const log = vscode.window.createOutputChannel('Framework Workbench', { log: true });
  const documents = createDocuments(context.subscriptions);
  const services: Services = { documents, log, platform };
  context.subscriptions.push(log);
  for (const register of FEATURES) register(context, services);
  log.info(`Started in the ${platform.host} extension host.`);
}

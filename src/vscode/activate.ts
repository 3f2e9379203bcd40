import * as vscode from 'vscode';
import { registerCodeActions } from './codeActions.ts';
import { registerCodeLens } from './codeLens.ts';
import { registerAddToWordList } from './commands/addToWordList.ts';
import { registerExplainRule } from './commands/explainRule.ts';
import { registerCommands } from './commands/register.ts';
import { registerCompletion } from './completion.ts';
import { registerConfigFile } from './configFile.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { registerFixAll } from './fixAll.ts';
import { registerFrameworkView } from './frameworkView.ts';
import { registerHover } from './hover.ts';
import { registerIds } from './ids.ts';
import { registerMarks } from './marks.ts';
import { registerMatrix } from './matrix/register.ts';
import { registerOutline } from './outline.ts';
import { registerSelection } from './selection.ts';
import type { Platform, Register, Services } from './services.ts';
import { createSpelling } from './spelling.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerVersionLinks } from './versionLinks.ts';
import { registerWorkbookVersions } from './versions/workbooks.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

/** Every feature of the extension: one file each, commands of several steps in `commands/`. */
const FEATURES: readonly Register[] = [
  registerDiagnostics,
  registerHover,
  registerCodeActions,
  registerFixAll,
  registerAddToWordList,
  registerOutline,
  registerCompletion,
  registerConfigFile,
  registerIds,
  registerSelection,
  registerMarks,
  registerCodeLens,
  registerVersionLinks,
  registerStatusBar,
  registerFrameworkView,
  registerWorkspaceSymbols,
  registerMatrix,
  registerWorkbookVersions,
  registerCommands,
  registerExplainRule,
];

/**
 * Registers everything and returns; awaits nothing, so that start-up stays short.
 * @param context from VS Code; owns everything that is registered
 * @param platform what the host offers
 */
export function activateWith(context: vscode.ExtensionContext, platform: Platform): void {
  const start = performance.now();
  const log = vscode.window.createOutputChannel('Framework Workbench', { log: true });
  const spelling = createSpelling(context.subscriptions, platform, message => log.error(message));
  const documents = createDocuments(context.subscriptions, spelling, message => log.warn(message));
  const services: Services = { documents, spelling, log, platform, extension: context.extensionUri };
  context.subscriptions.push(log);
  for (const register of FEATURES) register(context, services);
  const took = Math.round(performance.now() - start);
  log.info(`Started in the ${platform.host} extension host in ${took} ms.`);
}

import * as vscode from 'vscode';
import type { Register, Services } from '../services.ts';
import { compare, compareWithLastCommit, compareWithPrevious } from './compare.ts';
import { exportExcel } from './exportExcel.ts';
import { guarded } from './failure.ts';
import { importExcel } from './importExcel.ts';
import { publishWhatChanged } from './publishChanges.ts';
import { publishVersion } from './publishVersion.ts';
import { setUpMerging } from './setUpMerging.ts';
import { startNextVersion } from './startNextVersion.ts';
import { summariseReviews } from './summariseReviews.ts';

/** What carries a command out is given what it was called with, which may be anything. */
type Command = readonly [
  name: string,
  /** For the sentence about a fault of our own. */
  what: string,
  run: (services: Services, ...args: unknown[]) => Promise<void>,
];

/** The commands of several steps. */
const COMMANDS: readonly Command[] = [
  ['frameworkWorkbench.exportExcel', 'Exporting', exportExcel],
  ['frameworkWorkbench.importExcel', 'Importing', importExcel],
  ['frameworkWorkbench.summariseReviews', 'The summary', summariseReviews],
  ['frameworkWorkbench.compare', 'Comparing', compare],
  ['frameworkWorkbench.compareWithLastCommit', 'Comparing', compareWithLastCommit],
  ['frameworkWorkbench.compareWithPrevious', 'Comparing', compareWithPrevious],
  ['frameworkWorkbench.startNextVersion', 'Starting the next version', startNextVersion],
  ['frameworkWorkbench.publishVersion', 'Publishing', publishVersion],
  ['frameworkWorkbench.publishChanges', 'Publishing what changed', publishWhatChanged],
  ['frameworkWorkbench.setUpMerging', 'Setting up merging', setUpMerging],
];

export const registerCommands: Register = (context, services) => {
  for (const [name, what, run] of COMMANDS)
    context.subscriptions.push(
      vscode.commands.registerCommand(name, (...args: unknown[]) =>
        guarded(services, what, () => run(services, ...args)),
      ),
    );
};

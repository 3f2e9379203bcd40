import * as vscode from 'vscode';
import type { Register, Services } from '../services.ts';
import { guarded } from './failure.ts';

/** Carries a command out, with what it was called with: which may be anything. */
type Run = (services: Services, ...args: unknown[]) => Promise<void>;

/** What goes wrong is told with a word for the command, which is read when it is first called. */
type Command = readonly [what: string, load: () => Promise<Run>];

const compare = () => import('./compare.ts');

/** The commands of several steps, by what their names end with. */
const COMMANDS: Readonly<Record<string, Command>> = {
  exportExcel: ['Exporting', async () => (await import('./exportExcel.ts')).exportExcel],
  importExcel: ['Importing', async () => (await import('./importExcel.ts')).importExcel],
  summariseReviews: ['The summary', async () => (await import('./summariseReviews.ts')).summariseReviews],
  compare: ['Comparing', async () => (await compare()).compare],
  compareWithLastCommit: ['Comparing', async () => (await compare()).compareWithLastCommit],
  compareWithPrevious: ['Comparing', async () => (await compare()).compareWithPrevious],
  startNextVersion: [
    'Starting the next version',
    async () => (await import('./startNextVersion.ts')).startNextVersion,
  ],
  publishVersion: ['Publishing', async () => (await import('./publishVersion.ts')).publishVersion],
  publishChanges: [
    'Publishing what changed',
    async () => (await import('./publishChanges.ts')).publishWhatChanged,
  ],
  setUpMerging: ['Setting up merging', async () => (await import('./setUpMerging.ts')).setUpMerging],
};

/** Registers the commands of several steps. None is read before it is called, for a start does not need them. */
export const registerCommands: Register = (context, services) => {
  for (const [name, [what, load]] of Object.entries(COMMANDS))
    context.subscriptions.push(
      vscode.commands.registerCommand(`frameworkWorkbench.${name}`, (...args: unknown[]) =>
        guarded(services, what, async () => (await load())(services, ...args)),
      ),
    );
};

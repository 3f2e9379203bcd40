// What `npm start` shows.
import path from 'node:path';
import process from 'node:process';
import { cache, root } from './install.mjs';

/** The workspace that holds framework/ and samples/, as two folders beside each other. */
export const workspaceFile = path.join(root, '.vscode/framework-workbench.code-workspace');

/** What a stranger sees first. */
export const firstFile = path.join(root, 'framework/iteps-1.2.framework.yaml');

/** Layout and settings of the windows that `npm start` opens, apart from the user's own VS Code. */
export const startData = process.env.FRAMEWORK_WORKBENCH_START_DATA ?? path.join(cache, 'start');

/** @typedef {{ message: string, ended: Promise<unknown>, close: () => Promise<void> }} Started an open VS Code */

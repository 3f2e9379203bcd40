import * as vscode from 'vscode';
import type { Spelling } from '../core/index.ts';
import type { Platform } from './services.ts';

/** The dictionary, which is not there from the start. */
export interface LateSpelling {
  /** Undefined until it has been loaded. */
  current(): Spelling | undefined;
  /** Loads it, the first time that it is asked for; if that fails, spelling is not checked, and people are told. */
  load(): void;
  readonly onDidLoad: vscode.Event<void>;
}

/** @param subscriptions is given what ends with the extension */
export function createSpelling(
  subscriptions: vscode.Disposable[],
  platform: Pick<Platform, 'loadSpelling'>,
  log: (message: string) => void,
): LateSpelling {
  let spelling: Spelling | undefined;
  let isAskedFor = false;
  const loaded = new vscode.EventEmitter<void>();
  subscriptions.push(loaded);

  async function load(): Promise<void> {
    try {
      spelling = (await platform.loadSpelling()).britishSpelling();
      loaded.fire();
    } catch (error) {
      const message = `The dictionary could not be loaded, so spelling is not checked: ${String(error)}`;
      log(message);
      void vscode.window.showWarningMessage(`${message} Install the extension anew if this stays.`);
    }
  }

  return {
    current: () => spelling,
    load() {
      if (isAskedFor) return;
      isAskedFor = true;
      void load();
    },
    onDidLoad: loaded.event,
  };
}

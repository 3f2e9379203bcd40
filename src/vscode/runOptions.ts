import * as vscode from 'vscode';
import type { RunOptions } from '../core/index.ts';
import { createRuleSettings } from './ruleSettings.ts';
import type { LateSpelling } from './spelling.ts';
import { createVersionsBeside } from './versionsBeside.ts';

/**
 * What the rules are told for each framework file: what the settings beside it say, the versions beside it, and the
 * dictionary once it is there.
 */
export interface OptionsByDocument {
  /** The same object until any of it changes. */
  for(document: vscode.TextDocument): RunOptions;
  /** Fires when those of some documents may differ. */
  readonly onDidChange: vscode.Event<void>;
}

/** @param subscriptions is given what ends with the extension */
export function createRunOptions(
  subscriptions: vscode.Disposable[],
  spelling: LateSpelling,
): OptionsByDocument {
  const settings = createRuleSettings(subscriptions);
  const versions = createVersionsBeside(subscriptions);
  const known = new Map<string, { readonly from: RunOptions | undefined; readonly options: RunOptions }>();
  const changed = new vscode.EventEmitter<void>();
  subscriptions.push(
    changed,
    settings.onDidChange(() => changed.fire()),
    versions.onDidChange(() => changed.fire()),
    spelling.onDidLoad(() => changed.fire()),
  );
  return {
    for(document) {
      const key = document.uri.toString();
      const from = settings.for(document);
      const siblings = versions.for(document);
      const before = known.get(key);
      const words = spelling.current();
      if (
        before?.from === from &&
        before?.options.siblings === siblings &&
        before?.options.spelling === words
      )
        return before.options;
      const options = { ...from, siblings, ...(words ? { spelling: words } : {}) };
      known.set(key, { from, options });
      return options;
    },
    onDidChange: changed.event,
  };
}

import type { RunOptions, Sibling } from '../core/index.ts';
import { settingsFor } from './settings.ts';
import { siblingsOf } from './siblings.ts';
import type { Source } from './source.ts';

/**
 * What the rules are told of a file: its settings, the versions beside it and the dictionary, so that they find what
 * the editor finds. The dictionary is a file of its own, which is loaded only here.
 */
export async function ruleOptionsFor(source: Source, siblings?: readonly Sibling[]): Promise<RunOptions> {
  const settings = { ...(await settingsFor(source)), siblings: siblings ?? (await siblingsOf(source)) };
  if (settings.rules?.['british-spelling'] === 'off') return settings;
  const { britishSpelling } = await import('../spelling/index.ts');
  return { ...settings, spelling: britishSpelling() };
}

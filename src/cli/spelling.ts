import type { RunOptions } from '../core/index.ts';

/**
 * What the rules are told, with the dictionary, so that they find what the editor finds. It is a file of its own,
 * which only `framework validate` loads.
 */
export async function withSpelling(settings: RunOptions = {}): Promise<RunOptions> {
  if (settings.rules?.['british-spelling'] === 'off') return settings;
  const { britishSpelling } = await import('../spelling/index.ts');
  return { ...settings, spelling: britishSpelling() };
}

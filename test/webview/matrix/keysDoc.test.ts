import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/install.mjs';
import { KEYED } from '../../../src/webview/matrix/edit/actions/all.ts';

describe('The keys of the matrix', () => {
  const page = readFileSync(path.join(root, 'docs/matrix.md'), 'utf8');
  const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    contributes: { keybindings: { command: string; key: string }[] };
  };

  it.each(KEYED.map(({ keys, title }) => [keys!, title]))('%s is in docs/matrix.md', keys => {
    expect(page).toContain(`\`${keys}\``);
  });

  it.each(contributes.keybindings.filter(({ command }) => command.startsWith('frameworkWorkbench.matrix.')))(
    '$key of VS Code is in docs/matrix.md',
    ({ key }) => {
      const parts = key.split('+').map(part => `${part[0]!.toUpperCase()}${part.slice(1)}`);
      const held = ['Ctrl', 'Alt', 'Shift'].filter(each => parts.includes(each));
      expect(page).toContain(`\`${[...held, parts.at(-1)].join('+')}\``);
    },
  );

  it('are no two actions’', () => {
    const keys = KEYED.map(action => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

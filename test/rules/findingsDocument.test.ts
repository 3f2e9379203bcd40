import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { falseShare, findingsDocument } from '../../scripts/findings/document.ts';
import { root } from '../../scripts/lib/install.mjs';
import { loadFramework, parseYaml } from '../../src/core/index.ts';
import { spelling } from '../spelling/dictionary.ts';

const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const text = read('framework/iteps-1.2.framework.yaml');
const loaded = loadFramework(parseYaml(text));

it('docs/findings-1.2.md says what the rules find in V1.2 (`npm run findings` makes it)', () => {
  expect(read('docs/findings-1.2.md')).toBe(findingsDocument(loaded, spelling));
});

it('fewer than one in ten of the warnings on V1.2 are false alarms', () => {
  expect(falseShare(loaded, spelling)).toBeLessThan(0.1);
});

it('a judgement of a finding that is gone does not pass unseen', () => {
  const mended = loadFramework(parseYaml(text.replace('whole- organisation', 'whole-organisation')));
  expect(() => findingsDocument(mended, spelling)).toThrow(
    'stray-space at “disaster-4 2nd”: judge V1.2 again',
  );
});

// `npm run findings`: makes docs/findings-1.2.md, what the rules find in the published version, judged by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadFramework, parseYaml } from '../src/core/index.ts';
import { spellingOf } from '../src/spelling/spelling.ts';
import { findingsDocument } from './findings/document.ts';
import { britishWords } from './lib/britishWords.mjs';
import { root } from './lib/install.mjs';

const text = readFileSync(path.join(root, 'framework/iteps-1.2.framework.yaml'), 'utf8');
const document = findingsDocument(loadFramework(parseYaml(text)), spellingOf(britishWords()));
writeFileSync(path.join(root, 'docs/findings-1.2.md'), document);

import { test } from 'vitest';
import { nodes } from './framework.ts';
import { runScenarios } from './runScenarios.ts';

// The Nodes at hand other than the one that runs the tests; a file of its own, so that they run beside that.
const others = [...nodes].slice(1);
if (others.length === 0) test.skip('no other Node is on the PATH', () => undefined);
else runScenarios(others);

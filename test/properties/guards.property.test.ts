import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFromMatrix, isToMatrix } from '../../src/protocol/matrixGuards.ts';

describe.each([
  ['from', isFromMatrix],
  ['to', isToMatrix],
] as const)('What is no message %s the page', (_, guard) => {
  it('is stopped, and never throws', () => {
    const hostile = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '') }),
      fc.record({ type: fc.constant('command'), id: fc.nat(), command: fc.anything() }),
      fc.record({
        type: fc.constant('command'),
        id: fc.nat(),
        command: fc.record({ type: fc.constantFrom('__proto__', 'constructor', 'valueOf') }),
      }),
      fc.record({ type: fc.constant('perform'), what: fc.constantFrom('__proto__', 'constructor') }),
    );
    fc.assert(
      fc.property(hostile, value => {
        expect(guard(value)).toBe(false);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { compareVersions, isVersionNumber } from '../../../src/core/model/version.ts';

describe('Versions', () => {
  it('are ordered part by part, as numbers', () => {
    const versions = ['1.10', '1.2', '2', '1.2.1', '1.9'];
    expect(versions.sort(compareVersions)).toEqual(['1.2', '1.2.1', '1.9', '1.10', '2']);
    expect(compareVersions('1.2', '1.2.0')).toBe(0);
  });

  it('are numbers or names', () => {
    expect(['1', '1.10', '0.9.1'].every(isVersionNumber)).toBe(true);
    expect(['', 'spring', '1.', '1.2b', '1..2'].some(isVersionNumber)).toBe(false);
  });
});

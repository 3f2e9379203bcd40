import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, proposeVersion } from '../../../src/core/versions/proposal.ts';

describe('the number proposed for the next version', () => {
  it('is none where nothing changed', () => {
    expect(proposeVersion('1.2', [], false)).toBeUndefined();
  });

  it.each([
    ['1.2', 'raises', '2.0'],
    ['1.2', 'lowers', '1.3'],
    ['1.2', 'clarifies', '1.3'],
    ['1.2', 'editorial', '1.3'],
    ['1.2.3', 'raises', '2.0.0'],
    ['1.2.3', 'clarifies', '1.3.0'],
    ['1.2.3', 'editorial', '1.2.4'],
    ['7', 'editorial', '8'],
    ['1.9', 'lowers', '1.10'],
  ] as const)(
    'has as many parts as the present one: %s and a change that %s gives %s',
    (current, one, wanted) => {
      expect(proposeVersion(current, [one], false)?.version).toBe(wanted);
    },
  );

  it('goes by the change that weighs most', () => {
    expect(proposeVersion('1.2.0', ['editorial', 'raises', 'clarifies'], true)).toEqual({
      bump: 'major',
      version: '2.0.0',
    });
  });

  it('says what it would be if what is undecided raised the bar', () => {
    expect(proposeVersion('1.2', ['undecided'], false)).toEqual({
      bump: 'minor',
      version: '1.3',
      ifRaised: '2.0',
    });
    expect(proposeVersion('1.2', ['undecided', 'raises'], false)).toEqual({ bump: 'major', version: '2.0' });
  });

  it('counts what is no statement', () => {
    expect(proposeVersion('1.2.0', ['editorial'], true)?.version).toBe('1.3.0');
  });

  it('follows the policy of the body', () => {
    const policy = { ...DEFAULT_POLICY, raises: 'minor' } as const;
    expect(proposeVersion('1.2', ['raises'], false, policy)?.version).toBe('1.3');
  });

  it('is none where the present version is no number', () => {
    expect(proposeVersion('spring', ['raises'], false)).toBeUndefined();
  });
});

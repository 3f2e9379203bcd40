import { describe, expect, it } from 'vitest';
import { VersionError } from '../../../src/core/publish/nextVersion.ts';
import { publishedText } from '../../../src/core/publish/publishVersion.ts';
import { findings } from '../../../src/core/rules/runner.ts';
import { fileWith, load } from '../../helpers/loaded.ts';

const draft = fileWith('id: r1 # the first\nstatements:\n  1st: One.');
const errorsIn = (text: string) => findings(load(text)).filter(({ severity }) => severity === 'error');

describe('Publishing a version', () => {
  it('writes its status, day and fingerprint, and nothing else', () => {
    const text = publishedText(load(draft), '2026-01-31');
    const [was, is] = [draft, text].map(each => each.split('\n'));
    expect(is!.filter(line => !was!.includes(line))).toEqual([
      '  status: published',
      '  date: "2026-01-31"',
      expect.stringMatching(/^ {2}fingerprint: sha256:[0-9a-f]{64}$/),
    ]);
    expect(was!.filter(line => !is!.includes(line))).toEqual(['  status: draft']);
  });

  it('guards the words from then on, not the notes', () => {
    const text = publishedText(load(draft), '2026-01-31');
    expect(errorsIn(text)).toEqual([]);
    expect(errorsIn(text.replace('the first', 'a remark'))).toEqual([]);
    expect(errorsIn(text.replace('One.', 'Two.')).map(({ rule }) => rule)).toEqual([
      'changed-after-publication',
    ]);
  });

  it('is refused for a version that is published, and for what is no day', () => {
    const published = publishedText(load(draft), '2026-01-31');
    expect(() => publishedText(load(published), '2026-02-01')).toThrow(VersionError);
    for (const date of ['2026-02-30', '31.1.2026', '2026-1-31', '', 'today'])
      expect(() => publishedText(load(draft), date)).toThrow(VersionError);
  });

  it('seals a version that was published before there were fingerprints', () => {
    const text = publishedText(load(draft.replace('status: draft', 'status: published')), '2026-01-31');
    expect(load(text).framework.details.fingerprint).toMatch(/^sha256:/);
  });
});

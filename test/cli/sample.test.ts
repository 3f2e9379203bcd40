import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { reviewedSample } from '../../scripts/makeSamples.ts';
import { loadFramework, parseYaml, sameMeaning, withPrivateOf } from '../../src/core/index.ts';
import { readReview } from '../../src/core/reviewing.ts';
import { readWorkbook } from '../../src/excel/index.ts';
import { copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

const DRAFT = 'iteps-1.3-draft.framework.yaml';
const REVIEWED = 'iteps-1.3-reviewed.xlsx';
const draft = readFileSync(path.join(root, 'samples', DRAFT), 'utf8');

let place: ReturnType<typeof emptyFolder>;
beforeEach(() => {
  place = emptyFolder();
  copyFromCheckout('samples', place.folder, '.');
});
afterEach(() => place.remove());

const run = (...args: string[]) => framework(args, { cwd: place.folder });
const read = (name: string) => readFileSync(path.join(place.folder, name), 'utf8');

interface Json {
  readonly changes: { kind: string; what: string; id?: string; row?: string; level?: string }[];
  readonly questions: { id: string; answer?: string }[];
  readonly conflicts: unknown[];
  readonly problems: { code: string; place: string; message: string }[];
  readonly written: boolean;
}

function dryRun(...more: string[]): Json & { status: number | null; stdout: string } {
  const ran = run('import', REVIEWED, '--into', DRAFT, '--dry-run', '--format', 'json', ...more);
  expect(ran.stderr).toBe('');
  return { ...JSON.parse(ran.stdout), ...ran };
}

/** The lines that only one of two texts has: `- gone`, `+ new`. Each line of a text counts once. */
function lineChanges(before: string, after: string): string[] {
  const [old, now] = [before, after].map(text => new Set(text.split('\n')));
  return [
    ...[...old!].filter(line => !now!.has(line)).map(line => `- ${line.trim()}`),
    ...[...now!].filter(line => !old!.has(line)).map(line => `+ ${line.trim()}`),
  ];
}

function without(parts: Record<string, Uint8Array>, name: string): Record<string, Uint8Array> {
  const text = strFromU8(parts['_rels/.rels']!).replace(
    new RegExp(`<Relationship [^>]*Target="/?${name}"[^>]*>`),
    '',
  );
  const { [name]: _, ...others } = parts;
  return { ...others, '_rels/.rels': strToU8(text) };
}

describe('the reviewed workbook among the samples', () => {
  test('was made from the draft as it is now; if not, `npm run samples` makes it anew', async () => {
    const bytes = readFileSync(path.join(root, 'samples', REVIEWED));
    const review = readReview(await readWorkbook(bytes));
    const [sent, own] = [review.base!, draft].map(text => loadFramework(parseYaml(text)));
    expect(sent!.whole).toBe(true);
    expect(sameMeaning(withPrivateOf(sent!.framework, own!.framework), own!.framework)).toBe(true);
    expect(review.base).not.toMatch(/note:|#/);
    expect(review.sent?.reviewer).toBe('Sam Sample');
  });

  test('is made with the same bytes each time', async () => {
    expect(Buffer.compare(await reviewedSample(draft), await reviewedSample(draft))).toBe(0);
  });

  test('cannot be made from a draft that no longer has what the reviewer changed', async () => {
    await expect(
      reviewedSample(draft.replace('existing instruction maintain', 'other words')),
    ).rejects.toThrow('Row network-users-3 at 1st does not say "existing instruction maintain" any more.');
  });

  test('holds three rewordings, a new row, a deleted row and a comment, and nothing else', () => {
    const { status, changes, questions, conflicts, problems, written } = dryRun();
    expect(changes.map(({ kind, what, id, row, level }) => [kind, what, id ?? `${row}@${level}`])).toEqual([
      ['added', 'row', expect.stringMatching(/^procurement-functions-[0-9a-f]{6}$/)],
      ['reworded', 'statement', 'network-users-3@1st'],
      ['reworded', 'statement', 'support-knowledge-2@3rd'],
      ['reworded', 'statement', 'procurement-functions-3@1st'],
    ]);
    expect(questions).toMatchObject([
      {
        id: 'delete:behaviours-knowledge-8',
        place: 'Behaviours',
        answer: 'keep',
        options: ['keep', 'delete'],
      },
    ]);
    expect(problems).toEqual([
      {
        code: 'comment',
        place: 'Safety, Budgets & People!I5',
        message: 'Sam Sample comments: Every activity? I would say: every activity with a real risk.',
      },
    ]);
    expect({ status, conflicts, written }).toEqual({ status: 0, conflicts: [], written: false });
    expect(read(DRAFT)).toBe(draft);
  });

  test('changes just those lines of the draft, and a second import changes nothing', () => {
    expect(run('import', REVIEWED, '--into', DRAFT, '--deletes', 'apply')).toMatchObject({ status: 0 });
    const after = read(DRAFT);
    expect(lineChanges(draft, after)).toEqual([
      '- 1st: Use existing instruction maintain settings and permissions of user accounts.',
      expect.stringMatching(/^- 3rd: Aware of the role .* analysis is providing/),
      '- 1st: Can identify outline the key requirements of a required purchase.',
      '+ 1st: Use existing instructions to maintain settings and permissions of user accounts.',
      expect.stringMatching(/^\+ 3rd: Aware of the role .* analysis in providing/),
      expect.stringMatching(/^\+ - id: procurement-functions-[0-9a-f]{6}$/),
      '+ 1st: Can compare what products cost over their life, energy included.',
      '+ 1st: Can outline the key requirements of a required purchase.',
    ]);
    // The two lines of the withdrawal stand elsewhere in the draft as well.
    expect(after.split('\n').length - draft.split('\n').length).toBe(5);
    const again = run('import', REVIEWED, '--into', DRAFT, '--deletes', 'apply');
    expect(again.stdout).toContain(`${DRAFT}: no changes; nothing to write.`);
    expect(read(DRAFT)).toBe(after);
  });

  test('keeps what the reviewer said beside the draft, once, and says so before', () => {
    const notes = 'iteps-1.3-draft.reviews.yaml';
    expect(dryRun('--deletes', 'keep')).toMatchObject({
      notes: [{ row: 'health-safety-2', level: '2nd', author: 'Sam Sample' }],
    });
    expect(run('import', REVIEWED, '--into', DRAFT).stdout).toContain(`, 1 new note for ${notes}; written.`);
    const kept = read(notes);
    expect(kept).toContain('  - id: ');
    expect(kept).toContain('    text: "Every activity? I would say: every activity with a real risk."\n');
    run('import', REVIEWED, '--into', DRAFT);
    expect(read(notes)).toBe(kept);
    put(place.folder, notes, 'format: "1"\nnotes: {}\n');
    const refused = run('import', REVIEWED, '--into', DRAFT);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^iteps-1\.3-draft\.reviews\.yaml:2:8: .*\n$/);
  });

  test('stays unwritten while a deleted row is to be decided, until the filled-in form decides it', () => {
    const form = dryRun('--deletes', 'ask');
    expect(form.status).toBe(1);
    expect(form.questions[0]).not.toHaveProperty('answer');
    const open = run('import', REVIEWED, '--into', DRAFT, '--deletes', 'ask');
    expect(open.status).toBe(1);
    expect(open.stdout).toContain('1 question open, so nothing was written');
    expect(read(DRAFT)).toBe(draft);

    const filled = JSON.parse(form.stdout);
    filled.questions[0].answer = 'delete';
    const answers = JSON.stringify(filled);
    const done = framework(['import', REVIEWED, '--into', DRAFT, '--resolve', '-', '--format', 'json'], {
      cwd: place.folder,
      stdin: answers,
    });
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ written: true });
    expect(JSON.parse(done.stdout).changes).toContainEqual(
      expect.objectContaining({ kind: 'withdrawn', id: 'behaviours-knowledge-8' }),
    );
  });

  test('is asked about at a terminal', () => {
    const ran = framework(['import', REVIEWED, '--into', DRAFT], {
      cwd: place.folder,
      as: 'terminal',
      stdin: 'what?\nd\n',
      env: { NO_COLOR: '1' },
    });
    expect(ran.stderr).toContain('Row behaviours-knowledge-8 did not come back');
    expect(ran.stderr).toContain('Please answer keep or delete.');
    expect(ran.stdout).toContain('Row behaviours-knowledge-8: withdrawn');
    expect(ran.status).toBe(0);
  });

  test('is left as it was at a terminal where the question is not answered', () => {
    const ran = framework(['import', REVIEWED, '--into', DRAFT], {
      cwd: place.folder,
      as: 'terminal',
      stdin: '',
    });
    expect(ran.stderr).toContain('Nothing was written, for not all questions were answered');
    expect(ran.status).toBe(2);
    expect(read(DRAFT)).toBe(draft);
  });

  test('compared with the draft shows the framework as it stands in the workbook', () => {
    const { status, stdout } = run('diff', DRAFT, REVIEWED);
    expect(status).toBe(1);
    expect(stdout).toContain('5 changes (1 added, 3 reworded, 1 withdrawn).');
    expect(stdout).toContain(
      `${REVIEWED}: Safety, Budgets & People!I5: Sam Sample comments: Every activity?`,
    );
  });

  test('is validated by its rows, since nobody sees lines of a workbook', () => {
    const { stdout } = run('validate', REVIEWED);
    expect(stdout).toMatch(/^iteps-1\.3-reviewed\.xlsx: row devices-3, 3rd: info: No full stop ends/m);
  });

  test('is not replaced by an export, for the work in it would be lost', () => {
    const before = readFileSync(path.join(place.folder, REVIEWED));
    const ran = run('export', DRAFT, '--out', REVIEWED);
    expect(ran.stderr).toBe(
      `${REVIEWED}: holds 6 changes and comments of a reviewer, which would be lost: import it first, or choose another name.\n`,
    );
    expect(ran.status).toBe(2);
    expect(readFileSync(path.join(place.folder, REVIEWED)).equals(before)).toBe(true);
  });

  test('is not replaced by an export, even where it has lost what tells its changes', () => {
    const parts = unzipSync(readFileSync(path.join(place.folder, REVIEWED)));
    const workbook = strFromU8(parts['xl/workbook.xml']!);
    const lost = workbook.replace(/<sheet [^>]*veryHidden[^>]*>/, '');
    expect(lost).not.toBe(workbook);
    const bare = {
      ...parts,
      'xl/workbook.xml': strToU8(lost.replace(/<definedNames>.*<\/definedNames>/s, '')),
    };
    for (const each of [
      { ...parts, 'xl/workbook.xml': strToU8(lost) },
      without(bare, 'docProps/custom.xml'),
    ]) {
      const bytes = zipSync(each);
      put(place.folder, 'returned.xlsx', bytes);
      const ran = run('export', DRAFT, '--out', 'returned.xlsx');
      expect(ran.stderr).toBe(
        'returned.xlsx: looks like a workbook that was sent to a reviewer, but it cannot be told any more what was done in it: import it with the version that was sent, or choose another name.\n',
      );
      expect(ran.status).toBe(2);
      expect(readFileSync(path.join(place.folder, 'returned.xlsx')).equals(bytes)).toBe(true);
    }
  });

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    [
      'damaged',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at > 2000 && at < 9000 ? byte ^ 0x55 : byte)),
    ],
    // A workbook with a password is in the container of the old formats.
    ['locked by a password', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
  ])('is not replaced by an export while it is %s, for nobody can look into it', (_, change) => {
    const bytes = change(readFileSync(path.join(place.folder, REVIEWED)));
    put(place.folder, 'returned.xlsx', bytes);
    const ran = run('export', DRAFT, '--out', 'returned.xlsx');
    expect(ran.stderr).toMatch(
      /^returned\.xlsx: cannot be read .*: choose another name, or move it away\.\n$/,
    );
    expect(ran.status).toBe(2);
    expect(readFileSync(path.join(place.folder, 'returned.xlsx')).equals(bytes)).toBe(true);
  });

  test('goes together with a table of another reviewer, in any order', () => {
    const bob = 'bob.csv';
    put(
      place.folder,
      bob,
      'area_id,area,section,topic_id,topic,row_id,level,statement\nprocurement,Procurement,Functions,procurement-functions,,procurement-functions-3,1st,Can buy.\n',
    );
    const both = [
      run('import', bob, REVIEWED, '--into', DRAFT, '--dry-run', '--format', 'json'),
      run('import', REVIEWED, bob, '--into', DRAFT, '--dry-run', '--format', 'json'),
    ];
    for (const ran of both) {
      expect(ran.status).toBe(1);
      expect(JSON.parse(ran.stdout).conflicts).toMatchObject([
        { id: 'statement:procurement-functions-3@1st', options: ['Sam Sample', 'bob.csv'] },
      ]);
    }
    expect(run('import', bob, REVIEWED, '--into', DRAFT, '--as', 'Eve').stderr).toMatch(
      /^--as Eve: is the name of one reviewer/,
    );
    expect(read(DRAFT)).toBe(draft);
  });
});

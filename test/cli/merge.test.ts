import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { taken } from '../helpers/conflictMarkers.ts';
import { emptyFolder, framework, put } from './framework.ts';

const place = emptyFolder();
const FILE = 'it.framework.yaml';
const env = { ...process.env, GIT_CONFIG_GLOBAL: path.join(place.folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false'];

const git = (...args: string[]) =>
  execFileSync('git', [...WHO, ...args], { cwd: place.folder, env, encoding: 'utf8' });
const run = (args: readonly string[]) => framework(args, { cwd: place.folder });
const read = (name = FILE) => readFileSync(path.join(place.folder, name), 'utf8');

const BASE = `format: "1"
framework: { id: it, title: IT, version: "1", status: draft }
levels:
  - { id: "1", title: First }
  - { id: "2", title: Second }
sectionKinds:
  - { id: functions, title: Functions }
areas:
  - id: support
    title: Support
    sections:
      - kind: functions
        topics:
          - id: requests
            title: Requests
            rows:
              # About logging.
              - id: log
                statements:
                  "1": Log requests.
                  "2": Review the log.
              - id: triage
                statements:
                  "1": Triage requests.
                  "2": Set priorities.
              - id: close
                statements:
                  "1": Close requests.
`;

/** Lets two branches edit the file and merges the second one into the first. @returns what git said, and its status */
function merged(ours: (text: string) => string, theirs: (text: string) => string, base = BASE) {
  const commit = (text: string, message: string) => {
    put(place.folder, FILE, text);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  git('checkout', '-q', '--orphan', `start-${++merges}`);
  commit(base, 'Base');
  git('checkout', '-q', '-b', `theirs-${merges}`);
  commit(theirs(base), 'Theirs');
  git('checkout', '-q', `start-${merges}`);
  commit(ours(base), 'Ours');
  const { status, stdout, stderr } = spawnSync('git', [...WHO, 'merge', '--no-edit', `theirs-${merges}`], {
    cwd: place.folder,
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr, text: read() };
}
let merges = 0;

const edit =
  (...pairs: [string, string][]) =>
  (text: string) =>
    pairs.reduce((done, [before, after]) => {
      if (!done.includes(before)) throw new Error(`There is no "${before}".`);
      return done.replace(before, after);
    }, text);

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  const { status, stdout } = run(['merge', '--install']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/\.gitattributes names the files now; commit it/);
});
beforeEach(() => {
  spawnSync('git', ['merge', '--abort'], { cwd: place.folder, env });
});
afterAll(() => place.remove());

describe('git merges with the driver', () => {
  test('edits of neighbouring cells, which git alone would not', () => {
    const { status, text } = merged(
      edit(['Log requests.', 'Log every request.']),
      edit(['Review the log.', 'Review the log weekly.']),
    );
    expect(status).toBe(0);
    expect(text).toBe(
      edit(['Log requests.', 'Log every request.'], ['Review the log.', 'Review the log weekly.'])(BASE),
    );
  });

  test('an edit of a row that was moved meanwhile, and rows that were added at one spot', () => {
    const triage = BASE.slice(
      BASE.indexOf('              - id: triage'),
      BASE.indexOf('              - id: close'),
    );
    const row = (id: string) =>
      `              - id: ${id}\n                statements:\n                  "1": New ${id}.\n`;
    const { status, text } = merged(
      source => `${source.replace(triage, '')}${triage}${row('zeta')}`,
      source => `${edit(['Set priorities.', 'Set and review priorities.'])(source)}${row('alpha')}`,
    );
    expect(status).toBe(0);
    const ids = [...text.matchAll(/- id: (log|triage|close|zeta|alpha)$/gm)].map(([, id]) => id);
    expect(ids).toHaveLength(5);
    expect(ids.indexOf('triage')).toBeGreaterThan(ids.indexOf('close'));
    expect(text).toContain('Set and review priorities.');
    expect(text).toContain('# About logging.');
    expect(run(['validate', FILE]).stdout).not.toContain('error');
  });

  test('different words for one cell into a conflict around its lines, for a person to settle', () => {
    const { status, said, text } = merged(
      edit(['Log requests.', 'Log every request.'], ['Set priorities.', 'Set all priorities.']),
      edit(['Log requests.', 'Log requests at once.'], ['Close requests.', 'Close requests for good.']),
    );
    expect(status).toBe(1);
    expect(said).toContain(`${FILE}: The statement at log, 1 was changed differently by ours and theirs.`);
    expect(text).toBe(
      edit(
        [
          '                  "1": Log requests.\n',
          '<<<<<<< ours\n                  "1": Log every request.\n=======\n                  "1": Log requests at once.\n>>>>>>> theirs\n',
        ],
        ['Set priorities.', 'Set all priorities.'],
        ['Close requests.', 'Close requests for good.'],
      )(BASE),
    );
    // What VS Code asks git, too, before it offers its merge editor.
    expect(git('status', '--porcelain', FILE)).toBe(`UU ${FILE}\n`);
    expect(git('ls-files', '--unmerged').trim().split('\n')).toHaveLength(3);
  });

  test('an edited row that was removed into a conflict around the row', () => {
    const close = BASE.slice(BASE.indexOf('              - id: close'));
    const { status, text } = merged(
      source => source.replace(close, ''),
      edit(['Close requests.', 'Close requests for good.']),
    );
    expect(status).toBe(1);
    expect(text).toContain(
      '<<<<<<< ours\n=======\n              - id: close\n                statements:\n                  "1": Close requests for good.\n>>>>>>> theirs\n',
    );
  });

  test.each(['ours', 'theirs'])(
    'an edit in a topic that %s removed into a conflict around the whole topic',
    by => {
      const topic = BASE.slice(BASE.indexOf('          - id: requests'));
      const second = `          - id: news
            title: News
            rows:
              # Ask the press office.
              - id: write
                statements:
                  "1": Write news. # in English
              - id: read
                statements:
                  "1": Read news.
`;
      const base = BASE.replace(topic, second + topic);
      const edited = second.replace('Read news.', 'Read all news.');
      const remove = (text: string) => text.replace(second, '');
      const reword = (text: string) => text.replace(second, edited);
      const isOurs = by === 'ours';
      const { status, said, text } = isOurs ? merged(remove, reword, base) : merged(reword, remove, base);
      expect(status).toBe(1);
      expect(said).toContain(`Topic news was removed by ${by}, but others still need it.`);
      expect(text).toBe(
        BASE.replace(
          topic,
          `<<<<<<< ours\n${isOurs ? '' : edited}=======\n${isOurs ? edited : ''}>>>>>>> theirs\n${topic}`,
        ),
      );
    },
  );

  test('a row that was moved into a topic that the other side removed into one conflict about both', () => {
    const close = BASE.slice(BASE.indexOf('              - id: close'));
    const triage = BASE.slice(BASE.indexOf('              - id: triage'), BASE.indexOf(close));
    const news = `          - id: news
            title: News
            rows:
              - id: write
                statements:
                  "1": Write news.
`;
    const { status, said, text } = merged(
      source => source.replace(news, ''),
      source => source.replace(triage, '') + triage,
      BASE + news,
    );
    expect(status).toBe(1);
    expect(said).toContain('Topic news was removed by ours, but others still need it.');
    expect(text).toBe(
      BASE.replace(
        triage + close,
        `<<<<<<< ours\n${triage}${close}=======\n${close}${news}${triage}>>>>>>> theirs\n`,
      ),
    );
    for (const side of ['ours', 'theirs'] as const) {
      put(place.folder, `${side}/it.framework.yaml`, taken(text, side));
      expect(run(['validate', `${side}/it.framework.yaml`])).toMatchObject({ status: 0 });
    }
  });

  test('files with a byte order mark and Windows line ends, which stay', () => {
    const windows = `\uFEFF${BASE.replaceAll('\n', '\r\n')}`;
    const { status, text } = merged(
      edit(['Log requests.', 'Log every request.']),
      edit(['Review the log.', 'Review the log weekly.']),
      windows,
    );
    expect(status).toBe(0);
    expect(text).toBe(
      edit(['Log requests.', 'Log every request.'], ['Review the log.', 'Review the log weekly.'])(windows),
    );
    const conflict = merged(edit(['Log requests.', 'One.']), edit(['Log requests.', 'Two.']), windows).text;
    expect(conflict).toContain('\r\n=======\r\n');
    expect(conflict.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('comments of both sides, and names one that cannot be kept', () => {
    const both = merged(
      edit(['"1": Log requests.', '"1": Log requests. # ours']),
      edit(['"1": Close requests.', '"1": Close requests. # theirs']),
    );
    expect(both.text).toContain('# ours');
    expect(both.text).toContain('# theirs');
    const lost = merged(
      edit(['"1": Log requests.', '"1": Log every request.']),
      edit(['"2": Review the log.', '"2": Review the log weekly. # since May']),
    );
    expect(lost.status).toBe(0);
    expect(lost.text).toContain('Review the log weekly.');
    expect(lost.text).not.toContain('# since May');
    const line = BASE.split('\n').findIndex(each => each.includes('Review the log.')) + 1;
    expect(lost.said).toContain(
      `${FILE}: the comment "# since May" in line ${line} of theirs could not be kept`,
    );
  });

  test('a file that cannot be read whole by its lines, and says so', () => {
    const { status, said, text } = merged(
      edit(['title: Support', 'title: Help']),
      edit(['title: Requests', 'title: Requests\n            colour: red']),
    );
    expect(status).toBe(1);
    expect(said).toContain(
      `${FILE}: theirs cannot be read whole, so the file was merged by its lines only. Check it`,
    );
    expect(text).toContain('title: Help');
    expect(text).toContain('colour: red');
  });
});

describe('merge by itself', () => {
  const three = (ours: string, theirs: string, base = BASE) => {
    put(place.folder, 'three/base.yaml', base);
    put(place.folder, 'three/ours.yaml', ours);
    put(place.folder, 'three/theirs.yaml', theirs);
    return ['merge', 'three/base.yaml', 'three/ours.yaml', 'three/theirs.yaml'];
  };

  test('writes to standard output, or to OURS, but to no other file that it reads', () => {
    const args = three(edit(['Log requests.', 'Ours.'])(BASE), edit(['Close requests.', 'Theirs.'])(BASE));
    const wanted = edit(['Log requests.', 'Ours.'], ['Close requests.', 'Theirs.'])(BASE);
    expect(run(args)).toEqual({ status: 0, stdout: wanted, stderr: '' });
    expect(run([...args, '--out', 'three/theirs.yaml']).status).toBe(2);
    expect(run([...args, '--out', 'three/ours.yaml'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(read('three/ours.yaml')).toBe(wanted);
  });

  test('marks conflicts as long as git wants the markers', () => {
    const args = three(edit(['Log requests.', 'Ours.'])(BASE), edit(['Log requests.', 'Theirs.'])(BASE));
    const { status, stdout } = run([...args, '--marker-size', '9', '--name', 'a.yaml']);
    expect(status).toBe(1);
    expect(stdout).toContain('<<<<<<<<< ours\n');
    expect(run([...args, '--marker-size', 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--marker-size x'),
    });
  });

  test('has nothing to go back to in an empty base, and merges by lines', () => {
    const { status, stdout, stderr } = run(three(BASE, edit(['Log requests.', 'Theirs.'])(BASE), ''));
    expect(status).toBe(1);
    expect(stderr).toContain('there is no version that both come from');
    expect(stdout).toContain('Log requests.\n=======\n');
  });

  test('says which files it wants', () => {
    expect(run(['merge', 'a.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Name three files'),
    });
  });

  test('is set up twice as well as once, and only in a repository', () => {
    const before = read('.gitattributes');
    expect(before).toBe('*.framework.yaml merge=framework\n*.framework.yml merge=framework\n');
    expect(run(['merge', '--install']).stdout).toContain('named the files already');
    expect(read('.gitattributes')).toBe(before);
    const elsewhere = emptyFolder();
    const { status, stderr } = framework(['merge', '--install'], { cwd: elsewhere.folder });
    elsewhere.remove();
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('git repository'),
    });
  });
});

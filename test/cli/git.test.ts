import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

const place = emptyFolder();
const DEMO = 'standards/demo.framework.yaml';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: place.folder,
    env: { ...process.env, GIT_CONFIG_GLOBAL: path.join(place.folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' },
  });

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  mkdirSync(path.join(place.folder, 'standards'));
  copyFromCheckout('test/cli/files/demo.framework.yaml', path.join(place.folder, 'standards'));
  framework(['export', DEMO, '--out', 'demo.xlsx'], { cwd: place.folder });
  git('add', '.');
  git('commit', '-q', '-m', 'First');
  git('tag', 'v1.1');
  const text = readFileSync(path.join(place.folder, DEMO), 'utf8');
  put(place.folder, DEMO, text.replace('Use a hammer safely.', 'Use a hammer with care.'));
  git('add', '.');
  put(place.folder, DEMO, text.replace('Use a hammer safely.', 'Use a hammer.'));
});
afterAll(() => place.remove());

const run = (args: readonly string[], folder = '.') =>
  framework(args, { cwd: path.join(place.folder, folder) });

test('a file of a commit, a branch or a tag is compared with the one on disk', () => {
  for (const revision of ['HEAD', 'main', 'v1.1', 'main@{0}']) {
    const { status, stdout } = run(['diff', `git:${revision}:${DEMO}`, DEMO]);
    expect(stdout).toContain('Use a hammer[- safely-].');
    expect(status).toBe(1);
  }
});

test('a path begins at the top of the repository, or here with a dot', () => {
  expect(run(['diff', `git:HEAD:${DEMO}`, 'git:HEAD:./demo.framework.yaml'], 'standards').status).toBe(0);
});

test('no revision means what is staged', () => {
  const { stdout } = run(['diff', `git:HEAD:${DEMO}`, `git::${DEMO}`]);
  expect(stdout).toContain('{+with care+}');
});

test('a file in conflict is said to be so, not to be missing', () => {
  const blob = (text: string) =>
    git('hash-object', '-w', put(place.folder, 'side.txt', text))
      .toString()
      .trim();
  const entries = [1, 2, 3].map(stage => `100644 ${blob(`side ${stage}`)} ${stage}\tclash.framework.yaml\n`);
  execFileSync('git', ['update-index', '--index-info'], { cwd: place.folder, input: entries.join('') });
  const { status, stderr } = run(['validate', 'git::clash.framework.yaml']);
  expect(stderr).toMatch(
    /^git::clash\.framework\.yaml: is in conflict, so that nothing of it is staged: settle/,
  );
  expect(status).toBe(2);
});

describe('what stands beside a file in git is read from the same revision', () => {
  const head = (version: string, more: string) => `format: "1"
framework: { id: kin, title: Kin, version: "${version}", ${more} }
levels: [{ id: "1", title: Level 1 }]
sectionKinds: [{ id: functions, title: Functions }]
areas:
  - id: tools
    title: Tools
    sections:
      - kind: functions
        topics:
          - id: hand-tools
            title: Hand tools
            rows:
`;
  const row = (id: string, text: string) => `              - { id: ${id}, statements: { "1": ${text} } }\n`;
  const PUBLISHED = head('1.0', 'status: published, date: "2025-01-31"');
  const DRAFT = head('1.1', 'status: draft, supersedes: "1.0"');
  const OLD = 'kin/1.0.framework.yaml';
  const NEW = 'kin/1.1.framework.yaml';
  beforeAll(() => {
    put(place.folder, OLD, PUBLISHED + row('hammer', 'Use a hammer.') + row('saw', 'Use a saw.'));
    put(place.folder, NEW, DRAFT + row('hammer', 'Paint the fence the the day.'));
    put(place.folder, 'kin/framework.config.yaml', 'rules:\n  repeated-words: error\n');
    put(
      place.folder,
      'kin/1.1.changes.yaml',
      'format: "1"\nchanges:\n  - { from: "1.0", to: "1.1", row: hammer, level: "1", after: Paint the fence the the day., class: raises, reason: Painting is new. }\n',
    );
    git('add', 'kin');
    git('commit', '-q', '-m', 'Kin', '--', 'kin');
    git('tag', 'kin');
    // Nothing of it is on disk, or staged otherwise, any more.
    rmSync(path.join(place.folder, 'kin'), { recursive: true });
    mkdirSync(path.join(place.folder, 'kin'));
  });
  const rules = (file: string, folder?: string) => {
    const { stdout, stderr } = run(['validate', file, '--format', 'json'], folder);
    expect(stderr).toBe('');
    return JSON.parse(stdout).files[0].findings.map(
      (each: { rule: string; severity: string }) => `${each.rule} ${each.severity}`,
    );
  };

  test.each([
    [`git:kin:${NEW}`, '.'],
    [`git::${NEW}`, '.'],
    ['git:kin:./1.1.framework.yaml', 'kin'],
    ['git::./1.1.framework.yaml', 'kin'],
    ['git:kin:../kin/1.1.framework.yaml', 'kin'],
  ])('the settings and the other versions: %s', (file, folder) => {
    expect(rules(file, folder)).toEqual(
      expect.arrayContaining(['repeated-words error', 'vanished-id error']),
    );
  });

  test('at the top of the repository, too', () => {
    put(place.folder, 'top.framework.yaml', PUBLISHED + row('hammer', 'Use the the hammer.'));
    put(place.folder, 'framework.config.yaml', 'rules:\n  repeated-words: error\n');
    git('add', 'top.framework.yaml', 'framework.config.yaml');
    for (const name of ['top.framework.yaml', 'framework.config.yaml']) rmSync(path.join(place.folder, name));
    expect(rules('git::top.framework.yaml')).toContain('repeated-words error');
    expect(rules('git::./top.framework.yaml')).toContain('repeated-words error');
    git('rm', '-q', '--cached', 'top.framework.yaml', 'framework.config.yaml');
  });

  test('the decisions and the rules of the number', () => {
    const { stdout } = run(['diff', `git:kin:${OLD}`, `git:kin:${NEW}`, '--format', 'json']);
    const reworded = JSON.parse(stdout).changes.find((each: { kind: string }) => each.kind === 'reworded');
    expect(reworded).toMatchObject({ row: 'hammer', class: 'raises' });
  });

  test('what is wrong in them is said with their place in git', () => {
    put(place.folder, 'kin/framework.config.yaml', 'rules:\n  repeated-word: error\n');
    git('add', 'kin/framework.config.yaml');
    expect(run(['validate', `git::${NEW}`])).toMatchObject({
      status: 2,
      stderr:
        'git::kin/framework.config.yaml:2:3: There is no rule `repeated-word`: is `repeated-words` meant?\n',
    });
  });
});

test('a workbook in git stands for a framework as well', () => {
  expect(run(['diff', 'git:HEAD:demo.xlsx', `git:HEAD:${DEMO}`]).status).toBe(0);
});

test('the version that was sent may be given from git', () => {
  put(
    place.folder,
    'table.csv',
    'area_id,area,section,topic_id,topic,row_id,level,statement\ntools,Tools,Functions,hand-tools,Hand tools,hammer,1,Use a hammer safely.\n',
  );
  const { stdout } = run(['import', 'table.csv', '--into', DEMO, '--base', `git:HEAD:${DEMO}`]);
  expect(stdout).toContain('no changes; nothing to write.');
});

test.each([
  [
    `git:nowhere:${DEMO}`,
    /: git knows no revision "nowhere": "git log" and "git tag" list those there are\.$/,
  ],
  ['git:HEAD:nowhere.yaml', /: there is no nowhere\.yaml in HEAD: write the path from the top/],
  ['git::nowhere.yaml', /: there is no nowhere\.yaml among what is staged: write the path/],
  ['git:HEAD:standards', /: is a folder: name a file in it\.$/],
  ['git:HEAD', /: is not of the form git:REV:PATH: write, for example, git:HEAD:a\.framework\.yaml\.$/],
  ['git:--output=pwned:a.yaml', /: git knows no revision "--output=pwned"/],
  ['git:HEAD:a.yaml; touch pwned', /: there is no a\.yaml; touch pwned in HEAD/],
  ['git:$(touch pwned):a.yaml', /: git knows no revision "\$\(touch pwned\)"/],
])('%s is refused in one sentence, and nothing is run', (file, sentence) => {
  const { status, stdout, stderr } = run(['validate', file]);
  expect(stderr.trimEnd()).toMatch(sentence);
  expect(stderr.startsWith(`${file}: `)).toBe(true);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(existsSync(path.join(place.folder, 'pwned'))).toBe(false);
});

test('without git it is said that git is missing', () => {
  const ran = framework(['validate', `git:HEAD:${DEMO}`], {
    cwd: place.folder,
    env: { PATH: path.join(place.folder, 'standards') },
  });
  expect(ran.stderr).toBe(`git:HEAD:${DEMO}: git is not installed, or not on the PATH: install it.\n`);
  expect(ran.status).toBe(2);
});

test('a workbook that has lost the version that was sent finds it in the history of the file', () => {
  const parts = unzipSync(readFileSync(path.join(place.folder, 'demo.xlsx')));
  const workbook = strFromU8(parts['xl/workbook.xml']!);
  const lost = workbook.replace(/<sheet [^>]*veryHidden[^>]*>/, '');
  expect(lost).not.toBe(workbook);
  put(place.folder, 'lost.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8(lost) }));
  const { status, stdout } = run(['import', 'lost.xlsx', '--into', DEMO, '--dry-run']);
  expect(stdout).toContain(`${DEMO}: no changes; nothing to write.`);
  expect(status).toBe(0);
  mkdirSync(path.join(place.folder, 'elsewhere'));
  copyFromCheckout('test/cli/files/demo.framework.yaml', path.join(place.folder, 'elsewhere'));
  const other = readFileSync(path.join(place.folder, 'elsewhere/demo.framework.yaml'), 'utf8');
  put(place.folder, 'elsewhere/new.framework.yaml', other.replace('Use a hammer safely.', 'Use a saw.'));
  const beside = run(['import', 'lost.xlsx', '--into', 'elsewhere/new.framework.yaml', '--dry-run']);
  expect(beside.stdout).toContain('no changes; nothing to write.');
  put(place.folder, 'elsewhere/demo.framework.yaml', '');
  expect(run(['import', 'lost.xlsx', '--into', 'elsewhere/new.framework.yaml', '--dry-run'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('was not found beside the file or in its history: name it with --base.'),
  });
});

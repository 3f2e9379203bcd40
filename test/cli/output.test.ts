import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { CLI, copyFromCheckout, emptyFolder, framework, put } from './framework.ts';

const place = emptyFolder();
const DRAFT = 'iteps-1.3-draft.framework.yaml';
beforeAll(() => copyFromCheckout('samples', place.folder, '.'));
afterAll(() => place.remove());

const run = (...args: string[]) => framework(args, { cwd: place.folder });

test('the JSON Schema in syntaxes/ is the one of the code; if not, `npm run schema` writes it anew', () => {
  const kept = JSON.parse(readFileSync(path.join(root, 'syntaxes/framework.schema.json'), 'utf8'));
  expect(JSON.parse(run('schema').stdout)).toEqual(kept);
});

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(run('--version').stdout).toBe(`${version}\n`);
});

describe('SARIF', () => {
  /** Only what SARIF 2.1.0 demands of what we use; the rest of the shape is checked by the compiler. */
  interface Sarif {
    version: string;
    $schema: string;
    runs: {
      columnKind: string;
      artifacts: { location: { uri: string } }[];
      tool: { driver: { name: string; rules: { id: string; help: { text: string } }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: {
          physicalLocation: { artifactLocation: { uri: string; index: number }; region: Region };
        }[];
      }[];
    }[];
  }
  type Region = { startLine: number; startColumn: number; endLine: number; endColumn: number };
  const sarif = (...files: string[]): Sarif['runs'][number] => {
    const log: Sarif = JSON.parse(run('validate', ...files, '--format', 'sarif').stdout);
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(log.runs).toHaveLength(1);
    return log.runs[0]!;
  };

  test('says the same as JSON, with the rule and the region of each finding', () => {
    const { tool, results, columnKind } = sarif(DRAFT);
    const { files } = JSON.parse(run('validate', DRAFT, '--format', 'json').stdout);
    const lines = readFileSync(path.join(place.folder, DRAFT), 'utf8').split('\n');
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results.length).toBeGreaterThan(5);
    expect(
      results.map(({ ruleId, message, locations: [location] }) => {
        const { startLine, startColumn } = location!.physicalLocation.region;
        return [ruleId, message.text, startLine, startColumn];
      }),
    ).toEqual(
      files[0].findings.map((each: { rule: string; message: string; line: number; column: number }) => [
        each.rule,
        each.message,
        each.line,
        each.column,
      ]),
    );
    for (const { ruleId, ruleIndex, level, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      const { startLine, startColumn, endLine, endColumn } = locations[0]!.physicalLocation.region;
      expect(endLine > startLine || endColumn >= startColumn).toBe(true);
      expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1]?.length ?? 0) + 1);
    }
    for (const rule of tool.driver.rules) expect(rule.help.text.length).toBeGreaterThan(20);
  });

  test('names files relative to the present folder, as addresses', () => {
    const broken = 'format: "1"\n';
    put(place.folder, 'mine & yours/ä #1.yaml', broken);
    const file = put(emptyFolderForNow(), 'outside.yaml', broken);
    const { artifacts, results } = sarif('mine & yours/ä #1.yaml', `./mine & yours/../${DRAFT}`, file);
    expect(artifacts.map(({ location }) => location.uri)).toEqual([
      'mine%20%26%20yours/%C3%A4%20%231.yaml',
      DRAFT,
      expect.stringMatching(/^file:\/\/\/.*outside\.yaml$/),
    ]);
    for (const { locations } of results) {
      const { uri, index } = locations[0]!.physicalLocation.artifactLocation;
      expect(artifacts[index]?.location.uri).toBe(uri);
    }
  });

  const others: (() => void)[] = [];
  afterAll(() => {
    for (const remove of others) remove();
  });
  function emptyFolderForNow(): string {
    const other = emptyFolder();
    others.push(other.remove);
    return other.folder;
  }
});

test('what a file says steers no terminal, whatever the command', () => {
  const text = readFileSync(path.join(root, 'test/cli/files/demo.framework.yaml'), 'utf8');
  put(place.folder, 'steering/demo.framework.yaml', text);
  put(
    place.folder,
    'steering/hostile.yaml',
    text.replace('Use a saw, with help.', '"Use a saw, \\e[31mwith with help."'),
  );
  const diff = run('diff', 'steering/demo.framework.yaml', 'steering/hostile.yaml');
  const found = run('validate', 'steering/hostile.yaml');
  for (const { stdout, stderr } of [diff, found]) expect(stdout + stderr).not.toMatch(/(?![\n\t])\p{Cc}/u);
  expect(diff.stdout).toContain('␛[31mwith');
  expect(found.stdout).toContain('a control character');
});

describe('colours', () => {
  const coloured = (env: Record<string, string | undefined>, as?: 'terminal') =>
    framework(['validate', DRAFT], { cwd: place.folder, env, ...(as && { as }) }).stdout.includes('\u001b[');

  test('are for terminals only', () => {
    expect(coloured({}, 'terminal')).toBe(true);
    expect(coloured({})).toBe(false);
  });

  test('are left out where NO_COLOR is set, or the terminal is dumb', () => {
    expect(coloured({ NO_COLOR: '1' }, 'terminal')).toBe(false);
    expect(coloured({ NO_COLOR: '' }, 'terminal')).toBe(true);
    expect(coloured({ TERM: 'dumb' }, 'terminal')).toBe(false);
  });

  test('never come into a file or into data', () => {
    for (const args of [
      ['validate', DRAFT, '--format', 'json'],
      ['export', DRAFT, '--out', '-', '--format', 'csv'],
    ]) {
      const { stdout } = framework(args, { cwd: place.folder, as: 'terminal' });
      expect(stdout).not.toContain('\u001b[');
    }
    framework(['diff', DRAFT, 'iteps-1.3-reviewed.xlsx', '--out', 'd.txt'], {
      cwd: place.folder,
      as: 'terminal',
    });
    expect(readFileSync(path.join(place.folder, 'd.txt'), 'utf8')).toMatch(/\{\+/);
    expect(readFileSync(path.join(place.folder, 'd.txt'), 'utf8')).not.toContain('\u001b[');
  });
});

describe('progress', () => {
  test('is shown on a terminal, and leaves nothing behind', () => {
    const { stderr } = framework(['diff', DRAFT, DRAFT], { cwd: place.folder, as: 'terminal' });
    expect(stderr).toContain(`Reading ${DRAFT} …`);
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is not shown otherwise', () => {
    expect(run('diff', DRAFT, DRAFT).stderr).toBe('');
  });
});

test('a reader that has had enough is no failure', async () => {
  const child = spawn(process.execPath, [CLI, 'export', DRAFT, '--out', '-', '--format', 'json'], {
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', data => {
    stderr += data;
  });
  child.stdout.destroy();
  const code = await new Promise(resolve => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe.runIf(existsSync('/dev/full'))('where standard output cannot be written', () => {
  const full = (...args: string[]) => {
    const stdout = openSync('/dev/full', 'w');
    const ran = spawnSync(process.execPath, [CLI, ...args], {
      cwd: place.folder,
      stdio: ['ignore', stdout, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(stdout);
    return { status: ran.status, stderr: ran.stderr };
  };

  test('a command that has written its files has done its work, and says so', () => {
    const text = readFileSync(path.join(root, 'test/cli/files/demo.framework.yaml'), 'utf8');
    put(place.folder, 'fix.framework.yaml', text.replace('safely.', 'very  safely.'));
    expect(full('validate', 'fix.framework.yaml', '--fix')).toEqual({
      status: 0,
      stderr:
        'Standard output cannot be written (ENOSPC); what the command was to do is done: fix.framework.yaml was written.\n',
    });
    expect(readFileSync(path.join(place.folder, 'fix.framework.yaml'), 'utf8')).toContain('very safely.');
  });

  test('a command that has written nothing has failed', () => {
    expect(full('validate', 'fix.framework.yaml')).toEqual({
      status: 2,
      stderr: 'Standard output: cannot be written (ENOSPC): check where it goes.\n',
    });
  });
});

test('long output arrives whole through a pipe', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => `{ id: r${at}, statements: { "1": Do ${at}. } }`);
  const text = readFileSync(path.join(root, 'test/cli/files/demo.framework.yaml'), 'utf8');
  const long = text.replace(
    '- id: asking',
    `- ${rows.join('\n              - ')}\n              - id: asking`,
  );
  const { stdout } = framework(['export', '-', '--out', '-', '--format', 'csv'], {
    cwd: place.folder,
    stdin: long,
  });
  expect(stdout.trimEnd().split('\r\n')).toHaveLength(1 + 5 + 5000);
});

test('a workbook goes through a pipe as well', () => {
  const ran = framework(['diff', DRAFT, '-'], {
    cwd: place.folder,
    stdin: readFileSync(path.join(place.folder, 'iteps-1.3-reviewed.xlsx')),
  });
  expect(ran.stdout).toContain('5 changes');
});

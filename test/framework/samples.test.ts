import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/install.mjs';
import { sampleRelease } from '../../scripts/sampleRelease.ts';
import { readReasons } from '../../src/core/index.ts';
import {
  readAsOtherTools,
  readAsText,
  readFrameworkFile,
  readText,
  rowsOf,
  topicsOf,
} from './frameworkFile.ts';

const draftText = readText('samples/iteps-1.3-draft.framework.yaml');
const draft = readFrameworkFile(draftText);
const published = readFrameworkFile(readText('framework/iteps-1.2.framework.yaml'));

const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(node => node.id);
const newRows = rowsOf(draft).filter(row => !idsOf(rowsOf(published)).includes(row.id));
/** Row id → the id of its topic. */
const homes = (file: typeof draft) =>
  new Map(topicsOf(file).flatMap(topic => topic.rows.map(row => [row.id, topic.id])));

describe('the illustrative V1.3 draft', () => {
  it('says in its first lines and in its note that it is made up', () => {
    expect(draftText.split('\n').slice(0, 3).join(' ')).toMatch(/made-up.*NOT the work of the body/);
    expect(draft.framework.note).toMatch(/illustrative/i);
    expect(readText('samples/README.md')).toMatch(/`iteps-1\.3-draft\.framework\.yaml` is a made-up draft/);
  });

  it('is a draft of 1.3 that follows on from the published version', () => {
    expect(draft.framework).toMatchObject({
      id: published.framework.id,
      version: '1.3',
      status: 'draft',
      supersedes: published.framework.version,
    });
    expect(draft.framework).not.toHaveProperty('date');
    expect(draft.framework).not.toHaveProperty('fingerprint');
  });

  it('keeps every area, topic and row that was published, withdrawn rather than vanished', () => {
    expect(idsOf(draft.areas)).toEqual(idsOf(published.areas));
    expect(idsOf(topicsOf(draft))).toEqual(idsOf(topicsOf(published)));
    const ids = new Set(idsOf(rowsOf(draft)));
    expect(idsOf(rowsOf(published)).filter(id => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(rowsOf(draft).length);
  });

  it('withdraws one row with its text in place, a reason and a row that stands for it', () => {
    const withdrawn = rowsOf(draft).filter(row => row.withdrawn);
    expect(withdrawn).toHaveLength(1);
    const before = rowsOf(published).find(row => row.id === withdrawn[0]?.id);
    expect(withdrawn[0]?.statements).toEqual(before?.statements);
    expect(withdrawn[0]?.withdrawn).toMatchObject({ since: '1.3', reason: expect.any(String) });
    for (const id of withdrawn[0]?.withdrawn?.replacedBy ?? ['']) expect(idsOf(rowsOf(draft))).toContain(id);
  });

  it('splits one row, with the new row directly below and no word lost', () => {
    const rows = rowsOf(draft);
    const at = rows.findIndex(row => row.splitFrom);
    expect(rows.filter(row => row.splitFrom)).toHaveLength(1);
    expect(rows[at - 1]?.id).toBe(rows[at]?.splitFrom);
    const before = rowsOf(published).find(row => row.id === rows[at]?.splitFrom);
    expect(`${rows[at - 1]?.statements['1st']} ${rows[at]?.statements['1st']}`).toBe(
      before?.statements['1st'],
    );
  });

  it('moves one row to another topic', () => {
    const before = homes(published);
    const moved = [...homes(draft)].filter(([id, topic]) => before.has(id) && before.get(id) !== topic);
    expect(moved).toEqual([['continuity-knowledge-2', 'use-of-hardware-and-os']]);
  });

  it('gives new rows an id of their topic’s id and a short hash', () => {
    expect(newRows).toHaveLength(5);
    const home = homes(draft);
    for (const { id } of newRows) expect(id).toMatch(new RegExp(`^${home.get(id)}-[0-9a-f]{6}$`));
  });

  it('mends the statements that break off, and titles the untitled area', () => {
    const text = rowsOf(draft).flatMap(row => Object.values(row.statements));
    expect(text.filter(s => /(awareness of|manage their\.|\(e\.g\.|changes and|between\.)$/.test(s))).toEqual(
      [],
    );
    expect(draft.areas.filter(area => !area.title)).toEqual([]);
  });

  it('has notes and blanks only where they belong', () => {
    for (const row of rowsOf(draft)) {
      for (const level of Object.keys(row.notes ?? {})) expect(row.statements).toHaveProperty([level]);
      for (const level of Object.keys(row.blank ?? {})) expect(row.statements).not.toHaveProperty([level]);
    }
  });

  it('is read the same by other YAML tools', () => {
    for (const { name, value } of readAsOtherTools(draftText))
      expect(value, name).toEqual(readAsText(draftText));
  });
});

describe('what is published about the draft', () => {
  it('is what the samples make: "npm run samples" makes it anew', async () => {
    const made = await sampleRelease();
    expect([...made.keys()]).toHaveLength(6);
    for (const [file, data] of made) {
      const there = readFileSync(path.join(root, file));
      expect(Buffer.compare(there, Buffer.from(data)), file).toBe(0);
    }
  });

  it('says in each file that it is made up', async () => {
    for (const [file, data] of await sampleRelease())
      if (typeof data === 'string' && !file.endsWith('.csv'))
        expect(data, file).toContain('(made-up sample)');
  });

  it('leaves nothing undecided, and carries every reason', async () => {
    const page = String((await sampleRelease()).get('samples/iteps-1.2-to-1.3/changes.md'));
    expect(page).not.toContain('**To be decided**');
    for (const { reason } of readReasons(readText('samples/iteps-1.3-draft.changes.yaml'), 'changes'))
      expect(page).toContain(reason.replaceAll('"', '&quot;').slice(0, 40).split('&quot;')[0]!);
  });
});

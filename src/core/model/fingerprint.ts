import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Framework, Row, Topic, Withdrawn } from './types.ts';

/**
 * A checksum over what a framework says to its readers: ids, titles, levels, order, statements, the meaning
 * of blanks, what is withdrawn, the glossary. Notes, former ids, `x-` keys and the layout of the file have no
 * part in it.
 * @returns `sha256:` and 64 hex digits (FIPS 180-4, over the UTF-8 of a JSON text whose form never changes)
 */
export function fingerprint(framework: Framework): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(framework)))))}`;
}

/** The form is part of the file format: to change it would break the seal of every published file. */
function canonical(framework: Framework) {
  const { details } = framework;
  const levels = framework.levels.map(level => level.id);
  return [
    ['framework-1', details.id, details.title, details.version],
    framework.levels.map(({ id, title, description }) => [id, title, description ?? '']),
    framework.sectionKinds.map(({ id, title, description }) => [id, title, description ?? '']),
    [...framework.glossary].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    framework.areas.map(area => [
      area.id,
      area.title ?? '',
      withdrawal(area.withdrawn),
      area.sections.map(section => [section.kind, section.topics.map(topic => topicOf(topic, levels))]),
    ]),
  ];
}

function topicOf(topic: Topic, levels: readonly string[]) {
  return [
    topic.id,
    topic.title ?? '',
    withdrawal(topic.withdrawn),
    topic.rows.map(row => rowOf(row, levels)),
  ];
}

function rowOf(row: Row, levels: readonly string[]) {
  const cells = levels.map(level => [row.statements.get(level) ?? '', row.blank.get(level) ?? '']);
  return [row.id, cells, withdrawal(row.withdrawn)];
}

function withdrawal(withdrawn: Withdrawn | undefined) {
  return withdrawn ? [withdrawn.since, withdrawn.replacedBy ?? [], withdrawn.reason ?? ''] : [];
}

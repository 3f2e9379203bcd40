import { readFileSync } from 'node:fs';
import { bigFramework } from '../test/helpers/bigFramework.ts';

/** The text of a framework with that many rows; of 74 it is the published one. */
export function frameworkText(rows: number): string {
  if (rows !== 74) return bigFramework(rows);
  return readFileSync(new URL('../framework/iteps-1.2.framework.yaml', import.meta.url), 'utf8');
}

/** The same as a draft, which can be edited. */
export function draftText(rows: number): string {
  return frameworkText(rows)
    .replace('status: published', 'status: draft')
    .replace(/^ *fingerprint: .*\n/m, '');
}

const STATEMENT = '\n                  1st: ';

/** Offset within the first word of a statement in the middle of a text. */
export function middleOf(text: string): number {
  return text.indexOf(STATEMENT, text.length >> 1) + STATEMENT.length + 3;
}

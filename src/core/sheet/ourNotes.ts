import { normaliseStatement } from '../model/statement.ts';
import { OUR_AUTHOR } from './names.ts';
import type { RawSheet } from './raw.ts';
import { lengthOfMark } from './since.ts';

/** What of a comment is a reviewer's: all of it, what was added to a note of ours, or nothing. */
export type TheirPart = <T extends { readonly text: string; readonly author?: string }>(comment: T) => T[];

/**
 * Tells what reviewers say from the notes that were sent with a workbook. Of a note to which somebody has added
 * something, what was added is the reviewer's; one that was changed otherwise is theirs as it stands.
 * @param ours the texts of the notes that were sent, as far as they are known
 * @param areAll whether no others were sent; if not, the marks of changes are known by their form
 */
export function theirPart(ours: readonly string[], areAll: boolean): TheirPart {
  const known = new Set(ours.map(normaliseStatement));
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  return <T extends { readonly text: string; readonly author?: string }>(comment: T): T[] => {
    const text = normaliseStatement(comment.text);
    if (known.has(text)) return [];
    const begin = longestFirst.find(note => note !== '' && text.startsWith(`${note}\n`));
    const { author, ...said } = comment;
    // A program keeps our name on a note of ours that somebody else has changed.
    const theirs = (author === OUR_AUTHOR ? said : comment) as T;
    const own = begin?.length ?? (areAll ? 0 : lengthOfMark(text, author));
    if (own === text.length) return [];
    return [own === 0 ? theirs : { ...theirs, text: text.slice(own + 1) }];
  };
}

/** A sheet without the notes that were sent with it. */
export function withoutOurNotes(sheet: RawSheet, ours: readonly string[]): RawSheet {
  if (ours.length === 0) return sheet;
  const theirs = theirPart(ours, true);
  return {
    ...sheet,
    rows: sheet.rows.map(row =>
      row.cells.every(({ comments }) => comments === undefined)
        ? row
        : {
            ...row,
            cells: row.cells.map(({ comments, ...cell }) => {
              const left = comments?.flatMap(theirs) ?? [];
              return left.length > 0 ? { ...cell, comments: left } : cell;
            }),
          },
    ),
  };
}

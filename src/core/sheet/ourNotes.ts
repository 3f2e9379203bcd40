import { normaliseStatement } from '../model/statement.ts';
import type { RawComment, RawSheet } from './raw.ts';

/**
 * A sheet without the notes that were sent with it. Of a note to which a reviewer has added something, what was
 * added is the reviewer's; one that was changed otherwise is theirs as it stands.
 * @param ours the texts of the notes that were sent
 */
export function withoutOurNotes(sheet: RawSheet, ours: readonly string[]): RawSheet {
  if (ours.length === 0) return sheet;
  const known = new Set(ours.map(normaliseStatement));
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  const theirs = (comment: RawComment): RawComment[] => {
    const text = normaliseStatement(comment.text);
    if (known.has(text)) return [];
    const begin = longestFirst.find(note => note !== '' && text.startsWith(`${note}\n`));
    return [begin === undefined ? comment : { ...comment, text: text.slice(begin.length + 1) }];
  };
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

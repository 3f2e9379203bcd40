import type { CheckingRule } from '../rule.ts';
import { ofPiece, type Piece } from '../text/pieces.ts';

export const repeatedWords: CheckingRule<'statement'> = {
  meta: {
    id: 'repeated-words',
    title: 'A word that stands twice in a row',
    severity: 'warning',
    why: 'It is most often a slip of typing or of joining two texts, and spelling checks overlook it.',
    whatToDo: 'Remove one of the two.',
    scope: 'statement',
    fixable: 'unsafe',
  },
  check({ text, pieces, report }) {
    if (!mayRepeat(pieces)) return;
    for (const match of text.matchAll(REPEATED)) {
      const once = match[1]!;
      if (RIGHTLY_TWICE.has(once.toLowerCase())) continue;
      report({
        message: `“${once}” stands here twice in a row. Remove one of the two.`,
        span: [match.index, match.index + match[0].length],
        data: { once },
      });
    }
  },
  fix: ({ start, end, covered, data }) =>
    // Where a line break or an escape stands between the two, a person had better look.
    data.once !== undefined && covered.startsWith(data.once) && !/[\r\n\\]/.test(covered)
      ? [
          {
            title: 'Remove the second',
            safe: false,
            edits: [{ start: start + data.once.length, end, text: '' }],
          },
        ]
      : [],
};

/** One to four words, and the same again; not across a line, nor as part of a longer word. */
const REPEATED =
  /(?<![\p{L}\p{N}’'-])(\p{L}[\p{L}’']*(?:[^\S\n]+\p{L}[\p{L}’']*){0,3})[^\S\n]+\1(?![\p{L}\p{N}’'-])/giu;

/** The words that pieces begin and end with, as repeated ones must. */
const firstWord = ofPiece(piece => /^\p{L}[\p{L}’']*/u.exec(piece)?.[0].toLowerCase() ?? '');
const lastWord = ofPiece(
  piece => /(?<![\p{L}\p{N}’'-])\p{L}[\p{L}’']*$/u.exec(piece)?.[0].toLowerCase() ?? '',
);

/** Whether it is worth a closer look: one to four words, and the same again. */
function mayRepeat(pieces: readonly Piece[]): boolean {
  for (let at = 0; at < pieces.length; at++) {
    const word = lastWord(pieces[at]!);
    for (let many = 1; word !== '' && many <= 4 && at + many < pieces.length; many++) {
      if (firstWord(pieces[at + many]!) !== word) continue;
      let same = 1;
      while (same < many && isSame(pieces[at + same], pieces[at + many + same])) same++;
      if (same === many) return true;
    }
  }
  return false;
}

function isSame(a: Piece | undefined, b: Piece | undefined): boolean {
  return a !== undefined && b !== undefined && firstWord(a) === firstWord(b);
}

/** `He had had`, `nous nous lavons`. */
const RIGHTLY_TWICE = new Set(['had', 'that', 'nous', 'vous']);

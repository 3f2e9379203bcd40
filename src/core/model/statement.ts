/**
 * Statement text as it is meant: line endings are `\n`, a run of newlines (with or without blanks between
 * them) is one paragraph break, and there are none at the ends. Spaces within a line stay the author's.
 * @param text any text, `\r\n` and `\r` included
 * @returns the text, or `''` when there is nothing but white space
 */
export function normaliseStatement(text: string): string {
  if (!/[\r\n]/.test(text)) return /\S/.test(text) ? text : '';
  const paragraphs = text.split(/\r\n?|\n/).filter(line => /\S/.test(line));
  return paragraphs.join('\n');
}

/**
 * Text that stands on one line (a title, a reason): runs of white space that hold a newline become one space.
 * @param text any text
 */
export function normaliseLine(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines.length === 1
    ? text.trim()
    : lines
        .map(line => line.trim())
        .filter(Boolean)
        .join(' ');
}

/** The paragraphs of a statement, in order. */
export function paragraphs(statement: string): string[] {
  return statement.split('\n');
}

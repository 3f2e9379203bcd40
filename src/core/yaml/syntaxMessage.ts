/** Says in plain words what a YAML error means and what to do. */

const MESSAGES: Record<string, string> = {
  ALIAS_PROPS: 'An alias (*name) cannot have properties. Write the text out instead.',
  BAD_DIRECTIVE: 'Lines that begin with % are YAML directives and are not used here. Remove the line.',
  BAD_DQ_ESCAPE:
    'In double quotes a backslash begins an escape. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit the lines around it. Line it up with its neighbours, by spaces.',
  BAD_PROP_ORDER: 'Anchors and tags are not used here. Remove them.',
  BAD_SCALAR_START: 'Text cannot begin with this character in YAML. Put it in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'The text holds a colon followed by a space, which YAML reads as another key. Put the text in quotes.',
  BLOCK_IN_FLOW:
    'A list or a set of keys by indentation cannot stand inside brackets. Close the bracket first.',
  COMMENT_SPACE:
    'A comment needs a space before its #. If the # is part of the text, put the text in quotes.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters. Is a quote or a line break missing?',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or the colon after a key.',
  MULTILINE_IMPLICIT_KEY: 'A key and its colon must stand on one line. Is the colon after this missing?',
  MULTIPLE_ANCHORS: 'Anchors (&name) are not used here. Remove them.',
  MULTIPLE_DOCS: 'A file holds one framework: remove the line `---` and what follows it.',
  MULTIPLE_TAGS: 'Tags (!name) are not used here. Remove them.',
  TAB_AS_INDENT: 'Lines are indented by spaces in YAML, not by tabs. Replace the tab by spaces.',
  TAG_RESOLVE_FAILED: 'Tags (!name) are not used here. If the text begins with !, put it in quotes.',
  UNEXPECTED_TOKEN:
    'This cannot stand here. If it is text, put it in quotes; else check the indentation and the lines above.',
};

/** What YAML takes a sign for, at the beginning of a text. */
const SIGNS: Record<string, string> = {
  '*': 'This begins with *, which YAML reads as an alias. Put the text in quotes.',
  '&': 'This begins with &, which YAML reads as an anchor. Put the text in quotes.',
  '?': 'This begins with ?, which YAML reads as a key. Put the text in quotes.',
  '|': 'After | the text begins on a line of its own, indented. If the | is part of the text, put it in quotes.',
  '>': 'After > the text begins on a line of its own, indented. If the > is part of the text, put it in quotes.',
};

/** A line that is left out, as those around it have no place beside it; by how it is indented. */
export const ASTRAY = {
  less: astray('is indented less than what it stands among'),
  more: astray('is indented more than what follows it'),
  text: 'This is the text of the line above, which ends with | or >, and must be indented further than that. Indent it, by spaces.',
} as const;

function astray(how: string): string {
  return `This line ${how}, so it is left out. Line it up with its neighbours, by spaces, or remove it.`;
}

/** A space in the indentation, or behind a colon or dash, that is none to YAML. */
export const NO_BREAK_SPACE =
  'This is a no-break space, which YAML does not take for a space. Replace it by ordinary spaces.';

/** A key that is indented further than the line above, which has a text of its own. */
export const GOES_ON =
  'This is indented further than the line above, so YAML takes it for more of that text, which cannot hold a colon followed by a space. Line it up with its neighbours; if it is part of the text, put the whole text in quotes.';

/** @param name a key that stands without its colon, as it is written */
export function colonMissing(name: string): string {
  return `A colon is missing after this key. Write \`${name}:\`.`;
}

/**
 * @param code the parser's code of the error
 * @param line the line that it stands on, without its end
 * @param opened the quote or bracket that is opened on it and not closed, if one is
 */
export function syntaxMessage(code: string, line: string, opened?: string): string {
  if (/^ *\t/.test(line)) return MESSAGES.TAB_AS_INDENT!;
  if (/^ *(?:<{7}|\|{7}|={7}|>{7})(?: |$)/.test(line))
    return 'This is a conflict marker of a merge. Choose one of the versions and remove the markers.';
  if (opened === '"') return 'A double quote is opened here and not closed. Add the closing quote.';
  if (opened === "'") return 'A single quote is opened here and not closed. Add the closing quote.';
  if (opened === '[' || opened === '{')
    return 'A bracket is opened here and not closed. Add the closing bracket.';
  if (code === 'MISSING_CHAR' && !/:(?:\s|$)/.test(line))
    return 'A colon is missing after this key, or the text belongs to the line above.';
  const sign = /^[ -]*[^\s:]*:\s+([*&?|>])/.exec(line)?.[1] ?? /^[ -]*([*&])/.exec(line)?.[1];
  return (
    (sign && SIGN_ERRORS.has(code) ? SIGNS[sign] : undefined) ??
    MESSAGES[code] ??
    'This is not valid YAML. Check the quotes, colons and indentation here and on the line above.'
  );
}

/** What the parser says of a text that begins with such a sign. */
const SIGN_ERRORS = new Set(['BAD_ALIAS', 'BLOCK_AS_IMPLICIT_KEY', 'UNEXPECTED_TOKEN']);

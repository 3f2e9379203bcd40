/**
 * Text as Markdown shows it unchanged.
 * @param text any text; its line breaks stay line breaks
 */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#&$]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)](?=\s))/gm, '$1\\$2')
    .replace(/\n/g, '  \n');
}

/** Text as code, whatever it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(match => match[0].length));
  if (longest === 0) return `\`${text}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

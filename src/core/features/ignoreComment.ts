import { RULES, ruleOf } from '../rules/allRules.ts';
import { ruleCard } from './cards.ts';
import type { Completion } from './completion.ts';
import type { Hover } from './hover.ts';

// Help within the comments that silence a rule: `# framework-ignore RULE: reason`.

const WORD = 'framework-ignore';
const FORM = /^([ \t]*#[ \t]*framework-ignore[ \t]+)([a-z][a-z0-9-]*)/;

/** The rule that a comment silences, where the offset is in its id. */
export function ignoreHover(text: string, offset: number): Hover | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [, before, id] = FORM.exec(lineFrom(text, start)) ?? [];
  const meta = id === undefined ? undefined : ruleOf(id)?.meta;
  if (before === undefined || !meta) return undefined;
  const from = start + before.length;
  const to = from + meta.id.length;
  return from <= offset && offset <= to ? { start: from, end: to, blocks: ruleCard(meta) } : undefined;
}

/** What goes on in a comment of its own line: the word itself, and then the rules that can be silenced. */
export function ignoreCompletions(text: string, offset: number): Completion[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, typed] = /^[ \t]*#[ \t]*([a-z-]*)$/.exec(line) ?? [];
  const [, rule] = /^[ \t]*#[ \t]*framework-ignore[ \t]+([a-z0-9-]*)$/.exec(line) ?? [];
  const offer = (label: string, snippet: string, detail: string, documentation: string, length: number) => ({
    label,
    kind: 'reference' as const,
    snippet,
    start: offset - length,
    end: offset,
    detail,
    documentation,
    more: label === WORD,
  });
  if (rule !== undefined)
    return RULES.filter(({ meta: { scope } }) => scope !== 'reading' && scope !== 'findings').map(
      ({ meta }) =>
        offer(
          meta.id,
          `${meta.id}: \${1:reason}`,
          `${meta.title} (${meta.severity})`,
          ruleCard(meta).join('\n\n'),
          rule.length,
        ),
    );
  if (typed === undefined || !WORD.startsWith(typed)) return [];
  const what = 'Silences one rule for what stands below, for a reason that is given.';
  return [offer(WORD, `${WORD} `, 'a rule, and why', what, typed.length)];
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

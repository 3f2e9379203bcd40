import { eachRow, type RowAt } from '../model/index.ts';
import { normaliseStatement } from '../model/statement.ts';
import type { Framework } from '../model/types.ts';
import { earlierPublished } from '../rules/earlier.ts';
import type { Sibling } from '../rules/rule.ts';
import type { ChangeReason } from '../versions/reasons.ts';
import { addressText } from './cards.ts';
import { plain } from './markdown.ts';

/** What is known of the versions that came before a framework. */
export interface Past {
  /** The frameworks beside it. */
  readonly siblings: readonly Sibling[];
  /** What the maintainers said of the changes between them. */
  readonly reasons: readonly ChangeReason[];
}

/**
 * The life of a row, or of its statement at a level, as Markdown: since when it is there, in which versions it was
 * reworded or moved, and why. Nothing where no earlier version is known.
 */
export function lifeOf(framework: Framework, row: string, level: string | undefined, past: Past): string[] {
  const versions = [
    ...earlierPublished(framework, past.siblings).map(sibling => sibling.framework),
  ].reverse();
  if (versions.length === 0) return [];
  const now = findRow(framework, [row]);
  if (!now) return [];
  const names = [row, ...(now.row.formerIds ?? [])];
  const events: string[] = [];
  let before: { readonly at: RowAt; readonly in: Framework } | undefined;
  for (const version of [...versions, framework]) {
    const at = version === framework ? now : findRow(version, names);
    const number = plain(version.details.version);
    if (!at) continue;
    if (before) events.push(...eventsBetween(before.at, before.in, at, framework, level, number));
    else if (level === undefined || textAt(at, level) !== '') events.push(`since ${number}`);
    before = { at, in: version };
  }
  return [`History: ${events.join(' · ')}`, ...whys(past.reasons, names, level, framework)];
}

function eventsBetween(
  before: RowAt,
  older: Framework,
  after: RowAt,
  framework: Framework,
  level: string | undefined,
  number: string,
): string[] {
  const reworded = framework.levels.filter(
    ({ id }) =>
      (level === undefined || id === level) &&
      textAt(before, id) !== '' &&
      textAt(after, id) !== '' &&
      textAt(before, id) !== textAt(after, id),
  );
  const where = level === undefined ? ` (${reworded.map(({ title }) => plain(title)).join(', ')})` : '';
  const came = level !== undefined && textAt(before, level) === '' && textAt(after, level) !== '';
  const moved =
    before.topic.id !== after.topic.id && !(after.topic.formerIds ?? []).includes(before.topic.id);
  const withdrawn = after.row.withdrawn !== undefined && before.row.withdrawn === undefined;
  return [
    ...(came ? [`since ${number}`] : []),
    ...(reworded.length > 0 ? [`reworded in ${number}${where}`] : []),
    ...(moved ? [`moved in ${number} from ${plain(addressText(older, before))}`] : []),
    ...(withdrawn ? [`withdrawn in ${number}`] : []),
  ];
}

function whys(
  reasons: readonly ChangeReason[],
  names: readonly string[],
  level: string | undefined,
  { levels }: Framework,
): string[] {
  const last = new Map<string, ChangeReason>();
  for (const reason of reasons)
    if (names.includes(reason.row) && (level === undefined || reason.level === level))
      last.set(JSON.stringify([reason.from, reason.to, reason.level]), reason);
  return [...last.values()].map(({ to, level: of, reason }) => {
    const title = levels.find(({ id }) => id === of)?.title ?? of;
    return `Why, in ${plain(to)}${level === undefined ? `, ${plain(title)}` : ''}: ${plain(reason)}`;
  });
}

function findRow(framework: Framework, names: readonly string[]): RowAt | undefined {
  for (const at of eachRow(framework)) if (names.includes(at.row.id)) return at;
  return undefined;
}

function textAt({ row }: RowAt, level: string): string {
  return normaliseStatement(row.statements.get(level) ?? '');
}

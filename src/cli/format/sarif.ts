import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { INTERNAL, RULES, type RuleMeta } from '../../core/index.ts';
import type { Source } from '../source.ts';
import { VERSION } from '../version.ts';
import type { PlacedFinding, Report } from './report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const METAS: readonly RuleMeta[] = [...RULES.map(rule => rule.meta), INTERNAL];

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0. */
export function sarif(reports: readonly Report[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Framework Workbench', version: VERSION, rules: METAS.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(({ source }) => ({ location: { uri: uriOf(source) } })),
        results: reports.flatMap(({ source, findings }, index) =>
          findings.map(finding => resultOf(source, index, finding)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, title, severity, why, whatToDo }: RuleMeta): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why} ${whatToDo}`, markdown: `${why}\n\n**What to do:** ${whatToDo}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(source: Source, index: number, finding: PlacedFinding): Result {
  const { rule, severity, message, row, level, related } = finding;
  const logical = [row, level].filter(part => part !== undefined).join('/');
  return {
    ruleId: rule,
    ruleIndex: METAS.findIndex(meta => meta.id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        ...locationOf(source, index, finding),
        ...(logical !== '' && { logicalLocations: [{ fullyQualifiedName: logical, kind: 'element' }] }),
      },
    ],
    ...(related && {
      relatedLocations: related.map((each, id) => ({
        id,
        ...locationOf(source, index, each),
        message: { text: each.message },
      })),
    }),
  };
}

function locationOf(
  source: Source,
  index: number,
  place: Pick<PlacedFinding, 'line' | 'column' | 'endLine' | 'endColumn'>,
): Location {
  const { line, column, endLine, endColumn } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source), index },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** Relative to the present folder, so that a service finds the file in its own copy of the repository. */
function uriOf({ name, kind }: Source): string {
  if (kind === 'stdin') return 'stdin';
  if (kind === 'git') return name.split('/').map(encodeURIComponent).join('/');
  const relative = path.relative(process.cwd(), path.resolve(name));
  if (relative.startsWith('..') || path.isAbsolute(relative)) return pathToFileURL(name).href;
  return relative.split(path.sep).map(encodeURIComponent).join('/');
}

import type { Command } from 'commander';
import {
  changesView,
  compare,
  comparisonJson,
  doubts,
  type Framework,
  toldChanges,
  withPrivateOf,
} from '../../core/index.ts';
import { choice, type Done, FILE_HELP } from '../arguments.ts';
import { refuseFramework, refuseInput, writeFiles } from '../files.ts';
import { changesJson } from '../format/changesJson.ts';
import { changesMarkdown } from '../format/changesMarkdown.ts';
import { changesText, countsText, decisionsText } from '../format/changesText.ts';
import { readComparable, type Source } from '../source.ts';
import { isColoured, palette, progress, remark } from '../terminal.ts';

interface Options {
  readonly format: 'text' | 'json' | 'markdown';
  readonly out: string;
}

/** `framework diff` */
export function addDiff(program: Command, done: Done): void {
  program
    .command('diff')
    .summary('show what changed between two versions')
    .description(
      'Shows what changed between two versions, by meaning: layout and comments of the files do not matter.\nA workbook stands for the framework as it is in the workbook.',
    )
    .argument('<old>', FILE_HELP)
    .argument('<new>', FILE_HELP)
    .addOption(choice('--format <form>', 'how to print it', ['text', 'json', 'markdown'], 'text'))
    .option('--out <out>', 'where to write it', '-')
    .addHelpText('after', '\nStatus: 0 no differences; 1 differences; 2 it could not be done.')
    .action(async (older: string, newer: string, options: Options) =>
      done(await showDifferences(older, newer, options)),
    );
}

async function showDifferences(older: string, newer: string, { format, out }: Options): Promise<number> {
  await refuseInput(out, [older, newer]);
  refuseFramework(out);
  const [from, to] = [await readComparable(older), await readComparable(newer)];
  const ids = [from, to].map(({ loaded }) => loaded.framework.details.id);
  if (ids[0] !== ids[1])
    remark(
      `${to.name}: holds another framework (${ids[1]}) than ${from.name} (${ids[0]}), so little will agree.`,
    );
  progress('Comparing');
  const text = formatted(from, to, format, out === '-' && isColoured());
  await writeFiles([{ file: out, data: text.text }]);
  return text.differs ? 1 : 0;
}

function formatted(from: Source, to: Source, format: Options['format'], coloured: boolean) {
  const [before, after] = [asFullAs(from, to), asFullAs(to, from)];
  const comparison = compare(before, after);
  const { changes } = comparison;
  const differs = changes.length > 0;
  const problems = [
    ...[from, to].flatMap(source =>
      source.problems.map(problem => ({ ...problem, place: `${source.name}: ${problem.place}` })),
    ),
    ...doubts(comparison, to.name),
  ];
  if (format === 'json')
    return {
      differs,
      text: changesJson({
        changes,
        plain: comparisonJson(comparison),
        conflicts: [],
        questions: [],
        problems,
        written: false,
      }),
    };
  const view = changesView({
    mode: 'comparison',
    title: titleOf(from, to),
    from: { name: from.name, framework: comparison.from },
    to: { name: to.name, framework: comparison.to },
    ...toldChanges(comparison),
  });
  if (format === 'markdown') return { differs, text: changesMarkdown(view, problems) };
  const paint = palette(coloured);
  const end = !differs
    ? 'no differences'
    : view.groups.length === 0
      ? 'no differences but in ids'
      : countsText(view);
  return {
    differs,
    text: `${changesText(view, paint)}${decisionsText([], [], problems, paint)}${view.title}: ${end}.\n`,
  };
}

/** A workbook holds nothing that is for the maintainers only, which is no difference. */
function asFullAs({ kind, loaded }: Source, other: Source): Framework {
  const isBare = kind === 'workbook' && other.kind !== 'workbook';
  return isBare ? withPrivateOf(loaded.framework, other.loaded.framework) : loaded.framework;
}

/** By versions where they tell the two apart, else by names of files. */
function titleOf(from: Source, to: Source): string {
  const [before, after] = [from, to].map(({ loaded }) => loaded.framework.details.version);
  return before === after
    ? `Changes from ${from.name} to ${to.name}`
    : `Changes from version ${before} to version ${after}`;
}

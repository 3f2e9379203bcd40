import type { Command } from 'commander';
import type { Examples } from '../../core/explaining.ts';
import { RULES, type RuleMeta, ruleOf } from '../../core/index.ts';
import { choice, type Done } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { isColoured, palette, print } from '../terminal.ts';

const FIXES: Record<RuleMeta['fixable'], string> = {
  none: '',
  safe: '--fix',
  unsafe: 'by hand',
  partly: '--fix in part',
};

/** `framework rules` */
export function addRules(program: Command, done: Done): void {
  program
    .command('rules')
    .summary('list the rules, or explain one')
    .description('Lists the rules that "framework validate" checks, or explains those that are named.')
    .argument('[rule...]', 'the id of a rule, as it stands in brackets after a finding')
    .addOption(choice('--format <form>', 'how to print it', ['text', 'json'], 'text'))
    .addHelpText('after', '\nStatus: 0 done; 2 it could not be done.')
    .action(async (ids: string[], { format }: { format: 'text' | 'json' }) => {
      const metas = ids.length > 0 ? ids.map(metaOf) : RULES.map(rule => rule.meta);
      if (format === 'json' || ids.length > 0) {
        const { examplesOf } = await import('../../core/explaining.ts');
        const rules = metas.map(meta => ({ ...meta, examples: examplesOf(meta.id) }));
        if (format === 'json') await print(`${JSON.stringify({ rules }, null, 2)}\n`);
        else await print(rules.map(explained).join('\n'));
      } else await print(table(metas));
      done(0);
    });
}

function metaOf(id: string): RuleMeta {
  const rule = ruleOf(id);
  if (!rule) throw new Failure(id, 'there is no such rule: "framework rules" lists them.');
  return rule.meta;
}

function table(metas: readonly RuleMeta[]): string {
  const width = Math.max(...metas.map(meta => meta.id.length));
  const paint = palette(isColoured());
  return metas
    .map(({ id, severity, fixable, title }) => {
      const cells = [id.padEnd(width), paint[severity](severity.padEnd(7)), FIXES[fixable].padEnd(13), title];
      return `${cells.join('  ')}\n`;
    })
    .join('');
}

interface Explained extends RuleMeta {
  readonly examples: Examples | undefined;
}

const LANGUAGES = { en: ', in English only', 'en-GB': ', in British English only' };

function explained({ id, title, severity, fixable, language, why, whatToDo, examples }: Explained): string {
  const fix = {
    none: '',
    safe: ', mended by --fix',
    unsafe: ', can be mended in the editor',
    partly: ', mended in part by --fix',
  }[fixable];
  const shown = (label: string, text: string) => `\n${label}\n${text.replace(/^(?=.)/gm, '  ')}\n`;
  return [
    `${id} (${severity}${fix}${language ? LANGUAGES[language] : ''})\n${title}\n\n${why}\n\nWhat to do: ${whatToDo}\n`,
    ...(examples ? [shown('Bad:', examples.bad), shown('Good:', examples.good)] : []),
  ].join('');
}

import type { Command } from 'commander';
import { frameworkJsonSchema } from '../../core/index.ts';
import type { Done } from '../arguments.ts';
import { writeFiles } from '../files.ts';
import { refuseOutput } from '../overwrite.ts';

/** `framework schema` */
export function addSchema(program: Command, done: Done): void {
  program
    .command('schema')
    .summary('print the file format as a JSON Schema')
    .description(
      'Prints the format of framework files as a JSON Schema (2020-12), for other editors and tools.',
    )
    .option('--out <out>', 'where to write it', '-')
    .addHelpText('after', '\nStatus: 0 done; 2 it could not be done.')
    .action(async ({ out }: { out: string }) => {
      await refuseOutput(out, []);
      await writeFiles([{ file: out, data: `${JSON.stringify(frameworkJsonSchema(), null, 2)}\n` }]);
      done(0);
    });
}

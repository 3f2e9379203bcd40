import type { Command } from 'commander';
import { frameworkJsonSchema } from '../../core/index.ts';
import type { Done } from '../arguments.ts';
import { refuseFramework, writeFiles } from '../files.ts';

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
      refuseFramework(out);
      await writeFiles([{ file: out, data: `${JSON.stringify(frameworkJsonSchema(), null, 2)}\n` }]);
      done(0);
    });
}

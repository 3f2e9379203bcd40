// The command line `framework`; docs/cli.md is its contract.
import process from 'node:process';
import { sentenceOf } from './failure.ts';
import { visible } from './format/visible.ts';
import { runProgram } from './program.ts';
import { clearProgress } from './terminal.ts';

// Who reads us may have had enough (`| head`); what else goes wrong, whoever writes is told.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

void run();

async function run(): Promise<void> {
  try {
    process.exitCode = await runProgram(process.argv.slice(2));
  } catch (error) {
    clearProgress();
    process.stderr.write(`${visible(sentenceOf(error))}\n`);
    process.exitCode = 2;
  }
}

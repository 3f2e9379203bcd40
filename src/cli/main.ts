// The command line `framework`; docs/cli.md is its contract.
import process from 'node:process';
import { Failure } from './failure.ts';
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
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 2;
  }
}

/** What is not a failure is a fault of ours, and whoever mends it needs to know where it was. */
function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a fault of the program, so please report it:\n${trace}`;
}

import { Command, CommanderError } from 'commander';
import type { Done } from './arguments.ts';
import { addDiff } from './commands/diff.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addMerge } from './commands/merge.ts';
import { addNext } from './commands/next.ts';
import { addPublish } from './commands/publish.ts';
import { addRules } from './commands/rules.ts';
import { addSchema } from './commands/schema.ts';
import { addValidate } from './commands/validate.ts';
import { Failure } from './failure.ts';
import { print } from './terminal.ts';
import { forgottenValue, usageSentence } from './usage.ts';
import { VERSION } from './version.ts';

/** To add a command: a file in commands/, and its function here. */
const COMMANDS = [
  addValidate,
  addExport,
  addImport,
  addDiff,
  addMerge,
  addNext,
  addPublish,
  addRules,
  addSchema,
];

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code: 0 done, 1 something to attend to
 * @throws Failure where it could not be done
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = programOf(exitCode => {
    code = exitCode;
  });
  const shown: string[] = [];
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeOut: text => shown.push(text), writeErr: () => undefined });
  if (args.length === 0)
    throw new Failure(undefined, 'Say what to do: "framework --help" lists the commands.');
  const command = program.commands.find(each => each.name() === args[0]);
  const forgotten = command && forgottenValue(command, args.slice(1));
  if (forgotten !== undefined) throw new Failure(undefined, forgotten);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0)
      throw new Failure(
        undefined,
        usageSentence(error, command ? `framework ${command.name()}` : 'framework'),
      );
  }
  if (shown.length > 0) await print(shown.join(''));
  return code;
}

function programOf(done: Done): Command {
  const program = new Command('framework')
    .description('Checks, exports, imports and compares competency frameworks (*.framework.yaml).')
    .version(VERSION, '-V, --version', 'show the version of this program')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    // Without "[options]", which every command has, so that the summaries have room.
    .configureHelp({ subcommandTerm: command => [command.name(), ...argumentsOf(command)].join(' ') })
    // `next` has a --version of its own.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      '\nFILE is a framework file, a workbook, git:REV:PATH, or - for standard input.\nStatus: 0 done, nothing to attend to; 1 something to attend to; 2 it could not be done.',
    );
  for (const add of COMMANDS) add(program, done);
  for (const command of program.commands) command.helpOption('-h, --help', 'show this help');
  return program;
}

/** As they stand in a list of commands: `<file...>`. */
function argumentsOf(command: Command): string[] {
  return command.registeredArguments.map(each => {
    const name = `${each.name()}${each.variadic ? '...' : ''}`;
    return each.required ? `<${name}>` : `[${name}]`;
  });
}

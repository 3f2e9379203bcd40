import type { Command, CommanderError } from 'commander';

/**
 * What is wrong with a command line, in one sentence with what to do.
 * @param command the command that was meant, as far as it is known: `framework diff`
 */
export function usageSentence({ code, message }: CommanderError, command: string): string {
  const help = `"${command} --help" shows how it is used`;
  const text = message.replace(/^error: /, '');
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(text)?.[1];
  const [, quoted = ''] = /'([^']*)'/.exec(text) ?? [];
  const remedy =
    suggestion === undefined ? help : `did you mean ${suggestion.replace(/, (?=[^,]*$)/, ' or ')}?`;
  const ending = remedy.endsWith('?') ? '' : '.';
  switch (code) {
    case 'commander.unknownCommand':
      return `There is no command ${quoted}: ${remedy}${ending}`;
    case 'commander.unknownOption':
      return `There is no option ${quoted}: ${remedy}${ending}`;
    case 'commander.missingArgument':
      return `The ${quoted.toUpperCase()} is missing: ${help}.`;
    case 'commander.optionMissingArgument':
      return `${quoted} needs a value: ${help}.`;
    case 'commander.excessArguments':
      return `There are more names on the command line than "${command}" takes: ${help}.`;
    case 'commander.invalidArgument':
      return invalid(text);
    case 'commander.help':
      return `There is no such command: ${help}.`;
    default:
      return `${text.split('\n')[0]}: ${help}.`;
  }
}

/**
 * An option whose value was forgotten, so that the next option, or nothing, would be taken for it.
 * @param args those behind the command's name
 * @returns what is wrong in one sentence, or undefined
 */
export function forgottenValue(command: Command, args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const named = end < 0 ? args : args.slice(0, end);
  const isOption = (text: string) => command.options.some(({ long }) => long === text.split('=')[0]);
  for (const option of command.options) {
    if (!option.required) continue;
    const at = named.indexOf(option.long ?? '');
    const value = at < 0 ? named.find(each => each.startsWith(`${option.long}=`)) : named[at + 1];
    if (value === undefined) continue;
    // A name may be empty on purpose, but no file can be.
    const isEmpty = option.flags.endsWith('<out>') && (value === '' || value === `${option.long}=`);
    if (isEmpty || (at >= 0 && isOption(value)))
      return `${option.flags} needs a value: "framework ${command.name()} --help" shows how it is used.`;
  }
  return undefined;
}

/** `option '--format <form>' argument 'xml' is invalid. Allowed choices are text, json.` */
function invalid(text: string): string {
  const [, flags = '', value = '', rest = ''] =
    /'([^']*)' argument '(.*)' is invalid\. (.*)$/s.exec(text) ?? [];
  const option = flags.split(' ')[0];
  const choices = /^Allowed choices are (.*)\.$/.exec(rest)?.[1];
  if (choices !== undefined) return `${option} ${value}: choose one of ${choices}.`;
  return `${option} ${value}: ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}

import { Option } from 'commander';

/** Takes the exit code of a command that came to its end. */
export type Done = (code: number) => void;

export const FILE_HELP = 'a framework file, a workbook, git:REV:PATH, or - for standard input';

/** An option with a few fixed values. */
export function choice(
  flags: string,
  description: string,
  values: string[],
  usual: string | undefined,
): Option {
  const option = new Option(flags, description).choices(values);
  return usual === undefined ? option : option.default(usual);
}

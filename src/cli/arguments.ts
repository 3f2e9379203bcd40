import { Option } from 'commander';
import { Failure } from './failure.ts';

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

/**
 * Refuses a name whose ending says another form than `--format` does.
 * @param said what the ending says; undefined where it says nothing
 * @throws Failure if the two contradict each other
 */
export function refuseOtherForm(out: string, said: string | undefined, form: string): void {
  if (said !== undefined && said !== form)
    throw new Failure(
      out,
      `the ending says ${said} and --format says ${form}: leave --format out, or choose another name for --out.`,
    );
}

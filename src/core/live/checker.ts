import type { Loaded } from '../model/load.ts';
import type { Finding } from '../rules/finding.ts';
import { type Run, startRun } from '../rules/runner.ts';
import type { RunOptions } from '../rules/runOptions.ts';

/** VS Code itself lists no more of them a file. */
const MOST = 1_000;
/** After the last keystroke, before the rules that look wider run again. */
const PAUSE_MS = 120;
/** How long the wider rules work before they let others have a turn. */
const SLICE_MS = 8;

/** What has been found in a file. */
export interface Checked {
  /** The worst, at most a thousand; in text order where they are all. */
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether nothing is left to be found. */
  readonly isAll: boolean;
}

/** What a checker asks of where it runs. */
export interface CheckerHost {
  /** Is told what has been found so far. */
  readonly show: (checked: Checked) => void;
  /** Does something after some time, or at the next turn; gives what calls it off. */
  readonly later: (milliseconds: number, what: () => void) => () => void;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

/** Checks one file as it is edited: the edited rows at once, what is wider in slices after it. */
export class Checker {
  readonly #host: CheckerHost;
  #run: Run | undefined;
  #callOff: () => void = () => undefined;

  constructor(host: CheckerHost) {
    this.#host = host;
  }

  /**
   * Begins to check a state of the file; what was being done for the state before is called off.
   * @param edited from and to of what was edited, in the text as it is now: findings in the rows there are shown
   *   before this returns
   */
  check(loaded: Loaded, options: RunOptions | undefined, edited?: readonly [number, number]): void {
    this.stop();
    this.#run = startRun(loaded, options, this.#run);
    if (edited) {
      this.#run.checkRows(...edited);
      this.#show(this.#run, false);
    }
    this.#goOn(this.#run, edited ? PAUSE_MS : 0);
  }

  /** Lets what is left be. */
  stop(): void {
    this.#callOff();
  }

  #goOn(run: Run, wait: number): void {
    this.#callOff = this.#host.later(wait, () => {
      const until = this.#host.now() + SLICE_MS;
      if (run.proceed(() => this.#host.now() >= until)) this.#show(run, true);
      else this.#goOn(run, 0);
    });
  }

  #show(run: Run, isAll: boolean): void {
    this.#host.show({ ...run.worst(MOST), isAll });
  }
}

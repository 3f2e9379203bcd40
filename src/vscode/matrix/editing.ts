import {
  applyToText,
  type Finding,
  findings,
  fixesOf,
  type Loaded,
  type MatrixTarget,
  type PublishedIds,
  type RunOptions,
  resolveCommand,
  type TextEdit,
  targetAt,
} from '../../core/index.ts';
import type {
  CommandRefusal,
  FixMessage,
  MatrixCommand,
  MatrixLock,
  OutcomeMessage,
} from '../../protocol/matrix.ts';

export type MatrixOutcome = Omit<OutcomeMessage, 'type' | 'id'>;

/** What editing needs of the document. */
export interface EditingPorts {
  /** What the document holds as it is now. */
  loaded(): Loaded;
  /** Why nothing can be edited as it is now. */
  lock(): MatrixLock | null;
  settings(): RunOptions | undefined;
  /** What published versions beside the file hold. */
  published(): Promise<PublishedIds | undefined>;
  /**
   * Writes edits of the text as it is now, as one step to undo.
   * @returns whether it was written; if not, the text may have changed meanwhile
   */
  write(edits: readonly TextEdit[]): Promise<boolean>;
  /** Something that is never given twice. */
  salt(): string;
  /** Reports a fault of our own. */
  fault(error: unknown): void;
}

/** The edits of one document, from all its pages: one after the other, each on the text as it then is. */
export interface MatrixEditing {
  run(command: MatrixCommand): Promise<MatrixOutcome>;
  fix(wanted: Omit<FixMessage, 'type' | 'id'>): Promise<MatrixOutcome>;
  /** Runs something once all that was asked before is done. */
  after(then: () => Promise<void>): Promise<void>;
}

/** What one edit amounts to in one state of the text. */
interface Work {
  readonly edits: readonly TextEdit[];
  readonly told: string;
  readonly select: readonly MatrixTarget[];
  readonly refusals: readonly CommandRefusal[];
}

/** How often an edit is worked out anew where the text changed under it. */
const ATTEMPTS = 3;

const NOT_WRITTEN =
  'The text could not be changed. The file may be read-only, or something else is changing it: try again.';

export function createMatrixEditing(ports: EditingPorts): MatrixEditing {
  let queue: Promise<unknown> = Promise.resolve();

  /** @param work must not wait between looking at the text and giving the edits */
  const write = async (work: () => Promise<() => Work>): Promise<MatrixOutcome> => {
    let refusals: readonly CommandRefusal[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const ready = await work();
      const lock = ports.lock();
      if (lock) return { ...nothing(lock.message), lock };
      const { edits, told, select, refusals: found } = ready();
      refusals = found;
      if (edits.length === 0) return nothing(told, refusals);
      if (await ports.write(edits)) return { done: true, told, select, refusals };
    }
    return nothing(NOT_WRITTEN, refusals);
  };

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = queue.then(task);
    queue = done.catch(() => undefined);
    return done;
  };

  const safely = (work: () => Promise<() => Work>) =>
    inTurn(() =>
      write(work).catch(error => {
        ports.fault(error);
        const detail = error instanceof Error ? error.message : String(error);
        return nothing(`This did not work, and nothing was changed: ${detail}`);
      }),
    );

  return {
    run: command =>
      safely(async () => {
        const published = mayRemove(command) ? await ports.published() : undefined;
        return () => workOf(ports.loaded(), command, { published, salt: ports.salt() });
      }),
    fix: wanted => safely(async () => () => fixOf(ports.loaded(), ports.settings(), wanted)),
    after: then => inTurn(then),
  };
}

/** Whether a command must know what was ever published. */
function mayRemove({ type }: MatrixCommand): boolean {
  return type === 'delete' || type === 'insertLevel';
}

function workOf(
  loaded: Loaded,
  command: MatrixCommand,
  context: { readonly published: PublishedIds | undefined; readonly salt: string },
): Work {
  const { changes, refusals, select, told } = resolveCommand(loaded.framework, command, context);
  const { edits, refused } = applyToText(loaded, changes);
  if (refused[0]) throw new Error(`${refused[0].reason}.`);
  return { edits, told, select, refusals };
}

function fixOf(
  loaded: Loaded,
  settings: RunOptions | undefined,
  { target, rule, message, title }: Omit<FixMessage, 'type' | 'id'>,
): Work {
  const isWanted = (finding: Finding) =>
    finding.rule === rule &&
    finding.message === message &&
    sameTarget(targetAt(loaded.framework, finding.start), target);
  const finding = findings(loaded, settings).find(isWanted);
  const fix = finding && fixesOf(loaded, finding).find(fix => fix.title === title);
  if (fix) return { edits: fix.edits, told: `Done: ${title}.`, select: [target], refusals: [] };
  const reason = 'This is no longer found here, or no longer mended in this way. Look at the findings again.';
  return { edits: [], told: reason, select: [], refusals: [{ reason, target }] };
}

export function sameTarget(a: MatrixTarget | undefined, b: MatrixTarget): boolean {
  return a?.what === b.what && a.id === b.id && a.level === b.level;
}

function nothing(told: string, refusals: readonly CommandRefusal[] = []): MatrixOutcome {
  return { done: false, told, select: [], refusals };
}

import type {
  FindingsMessage,
  FindQuery,
  FoundMessage,
  FromMatrix,
  MatrixCommand,
  MatrixTarget,
  OutcomeMessage,
  ToMatrix,
  WordsAgainst,
  WordsMessage,
} from '../../../protocol/matrix.ts';

type Answer = OutcomeMessage | FoundMessage | WordsMessage | FindingsMessage;

/** What the page asks of the extension, each with the answer to it. */
export interface Conversation {
  /** Takes a message; answers go to who asked. */
  receive(message: ToMatrix): void;
  command(command: MatrixCommand): Promise<OutcomeMessage>;
  fix(target: MatrixTarget, rule: string, message: string, title: string): Promise<OutcomeMessage>;
  find(query: FindQuery): Promise<FoundMessage>;
  words(against: WordsAgainst, rows: readonly string[]): Promise<WordsMessage>;
  findings(target: MatrixTarget): Promise<FindingsMessage>;
  /** How many commands and fixes have not been answered yet. */
  readonly open: number;
}

/** How long something that was asked to be done may take, in milliseconds, before the person is told. */
export const PATIENCE = 10_000;

/**
 * @param post sends a message to the extension
 * @param late is told when nothing that was asked to be done has been answered for long, and when that is over
 */
export function createConversation(
  post: (message: FromMatrix) => void,
  late: (isLate: boolean) => void,
): Conversation {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const waiting = new Map<number, { type: Answer['type']; answer: (answer: Answer) => void }>();
  const ask = <T extends Answer>(type: T['type'], message: (id: number) => FromMatrix) =>
    new Promise<T>(resolve => {
      const id = ++last;
      waiting.set(id, { type, answer: answer => resolve(answer as T) });
      post(message(id));
      if (type === 'outcome') watch();
    });
  const open = () => [...waiting.values()].filter(({ type }) => type === 'outcome').length;
  const say = (next: boolean) => {
    if (next !== isLate) late(next);
    isLate = next;
  };
  const watch = () => {
    clearTimeout(timer);
    timer = open() > 0 ? setTimeout(() => say(true), PATIENCE) : undefined;
  };

  return {
    receive(message) {
      if (!('id' in message)) return;
      const asked = waiting.get(message.id);
      if (asked?.type !== message.type) return;
      waiting.delete(message.id);
      if (message.type === 'outcome') {
        say(false);
        watch();
      }
      asked.answer(message);
    },
    command: command => ask('outcome', id => ({ type: 'command', id, command })),
    fix: (target, rule, message, title) =>
      ask('outcome', id => ({ type: 'fix', id, target, rule, message, title })),
    find: query => ask('found', id => ({ type: 'find', id, query })),
    words: (against, rows) => ask('words', id => ({ type: 'words', id, against, rows })),
    findings: target => ask('findings', id => ({ type: 'findings', id, target })),
    get open() {
      return open();
    },
  };
}

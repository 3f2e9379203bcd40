/** What only a person can decide about what came back. Plain data: its JSON is the form to fill in. */
export interface Question {
  /** The same for the same question each time: `delete:devices-3`. */
  readonly id: string;
  readonly kind:
    | 'deleted-row'
    | 'emptied-row'
    | 'order'
    | 'copied-row'
    | 'unmatched-row'
    | 'unplaced-row'
    | 'repeated-row'
    | 'topic-title';
  /** `Technical Skills!D14`, or a sheet's name. */
  readonly place: string;
  readonly row?: string;
  readonly reviewer: string;
  /** What is asked, in a sentence or two. */
  readonly message: string;
  /** The words that it is about, whole, where the message cuts them short. */
  readonly texts?: readonly string[];
  readonly options: readonly string[];
  /** What people call each of the options, where these are names of things. */
  readonly labels?: readonly string[];
  /** What holds if nobody answers; a question without it is open. */
  readonly default?: string;
  /** What was chosen: one of the options. */
  readonly answer?: string;
}

/** Question or conflict id → what was chosen: an option, or for a conflict the name of a side. */
export type Answers = ReadonlyMap<string, string>;

/** What holds for a question: its answer, else its default; undefined while it is open. */
export function answerTo(
  question: Pick<Question, 'id' | 'options' | 'default'>,
  answers: Answers,
): string | undefined {
  const answer = answers.get(question.id);
  return answer !== undefined && question.options.includes(answer) ? answer : question.default;
}

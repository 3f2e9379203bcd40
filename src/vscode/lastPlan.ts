/** Question or conflict id → what was chosen. */
type Answers = ReadonlyMap<string, string>;

/**
 * Keeps the plan that was made last: it is made anew only for another text or other answers.
 * @param make plans in slices; what it gives must follow from the text and the answers alone
 * @returns the same, sparing what is made already
 */
export function keepingLast<Text extends object, Plan>(
  make: (text: Text, answers: Answers) => Generator<void, Plan>,
): (text: Text, answers: Answers) => Generator<void, Plan> {
  let last: { readonly text: Text; readonly answers: Answers; readonly plan: Plan } | undefined;
  return function* (text, answers) {
    if (last?.text === text && sameAnswers(last.answers, answers)) return last.plan;
    const plan = yield* make(text, answers);
    last = { text, answers, plan };
    return plan;
  };
}

function sameAnswers(a: Answers, b: Answers): boolean {
  return a.size === b.size && [...a].every(([id, answer]) => b.get(id) === answer);
}

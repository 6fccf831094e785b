/**
 * What a lower module asks and higher ones answer in their `module.ts`: the only way down-stairs code reaches up-stairs
 * knowledge without importing it.
 */
export type Question<Answer> = { readonly name: string; readonly answer?: Answer };

export type Answered = { question: string; answer: unknown };

export function defineQuestion<Answer>(name: string): Question<Answer> {
  return { name };
}

export function answer<Answer>(question: Question<Answer>, given: Answer): Answered {
  return { question: question.name, answer: given };
}

/** All answers given to a question, in the order of the modules. */
export type Answers = <Answer>(question: Question<Answer>) => readonly Answer[];

export function collectAnswers(given: readonly Answered[]): Answers {
  return <Answer>(question: Question<Answer>) =>
    // `answer()` ties the type of the answer to its question; this is where the tie is picked up again.
    given.filter((one) => one.question === question.name).map((one) => one.answer as Answer);
}

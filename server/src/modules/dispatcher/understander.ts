import { type UnderstandInput, Understanding, understand } from "#understanding";

/** What reads customers' texts: rules, or a model. The policy does not care which. */
export type Understander = (input: UnderstandInput) => Promise<Understanding> | Understanding;

/** The rules, which need nothing. */
export const byRules: Understander = understand;

/** Whatever reads the text, what it says is checked before anything is decided by it. @throws when it is no understanding. */
export async function read(understander: Understander, input: UnderstandInput): Promise<Understanding> {
  return Understanding.parse(await understander(input));
}

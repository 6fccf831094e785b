import type { Ask, Turn } from "./dialogue.ts";

/** What a scripted customer says next, given what the last message of the business asked for. */
export type ScriptReader = { next(asked: readonly Ask[]): string | null };

type Conditional = Exclude<Turn, string>;

/**
 * The customer's side of a dialogue. After each message of the business: the objects up to the next literal are in the
 * pool; if the message asks for something that has an unused object, its earliest is said (several questions: all of
 * them in one text); else the next literal; else an object already said is said again once; else the script ends.
 */
export function readScript(turns: readonly Turn[]): ScriptReader {
  let position = 0;
  const pool: Conditional[] = [];
  const said: Conditional[] = [];
  const repeated = new Set<Conditional>();

  const fillPool = () => {
    for (let turn = turns[position]; turn !== undefined && typeof turn !== "string"; turn = turns[position]) {
      pool.push(turn);
      position += 1;
    }
  };
  const sayObject = (asked: Ask): string | null => {
    const index = pool.findIndex((turn) => turn.if_asked === asked);
    const [turn] = index < 0 ? [] : pool.splice(index, 1);
    if (turn !== undefined) said.push(turn);
    return turn?.say ?? null;
  };
  const sayLiteral = (): string | null => {
    const turn = turns[position];
    if (typeof turn !== "string") return null;
    position += 1;
    return turn;
  };
  const repeat = (asked: readonly Ask[]): string | null => {
    const turn = said.findLast((one) => asked.includes(one.if_asked) && !repeated.has(one));
    if (turn === undefined) return null;
    repeated.add(turn);
    return turn.say;
  };

  return {
    next(asked) {
      fillPool();
      const answers = asked.flatMap((one) => sayObject(one) ?? []);
      return answers.length > 0 ? answers.join(" ") : (sayLiteral() ?? repeat(asked));
    },
  };
}

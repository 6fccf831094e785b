import { fork } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program that runs in a process of its own and answers questions, one at a time. */
export type Companion<Question, Answer> = {
  /** @throws with what the companion said went wrong. */
  ask(question: Question): Promise<Answer>;
  /** Lets go of it; resolves when the process is gone. */
  end(): Promise<void>;
  /** Ends it on the spot; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Resolves when the process is gone, however it went. */
  gone: Promise<unknown>;
};

type Reply<Answer> = { answer: Answer } | { problem: string };

/** A program that is started often need not be compiled each time (Node.js: "Module compile cache"). */
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), "nmc-compiled") };

/** @param program absolute path of a file that calls `answerQuestions`. */
export function startCompanion<Question extends object, Answer>(program: string): Companion<Question, Answer> {
  const child = fork(program, { serialization: "advanced", env: { ...process.env, ...COMPILED } });
  const gone = once(child, "exit");
  return {
    gone,
    async ask(question) {
      child.send(question);
      const died = gone.then(() => Promise.reject(new Error(`${program} ended without an answer.`)));
      const [reply] = await Promise.race([once(child, "message"), died]);
      // Both ends of the channel are ours.
      const answered = reply as Reply<Answer>;
      if ("problem" in answered) throw new Error(answered.problem);
      return answered.answer;
    },
    async end() {
      if (child.connected) child.disconnect();
      await gone;
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** The companion's side. It ends, after `leave`, when whoever started it lets go of it or dies. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  leave: () => Promise<void> = async () => undefined,
): void {
  const reply = (message: Reply<Answer>) => process.send?.(message);
  process.on("message", (question: Question) => {
    answer(question).then(
      (given) => reply({ answer: given }),
      (error: unknown) => reply({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once("disconnect", () => void leave().finally(() => process.exit()));
}

import createClient from "openapi-fetch";
import { Problem, readProblem } from "./problem.ts";
import type { paths } from "./schema.generated.ts";

/** Asks the page's own origin. @throws Problem when the answer is no success, or when there is none. */
export async function ask(request: Request | string, options?: RequestInit): Promise<Response> {
  const answer = await fetch(request, options).catch(() => {
    throw new Problem(0, "offline", "");
  });
  if (!answer.ok) throw await readProblem(answer);
  return answer;
}

export const api = createClient<paths>({ fetch: ask });

/** The body of an answer; every answer that is no success was thrown before. */
export async function body<Body>(asked: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await asked;
  if (data === undefined) throw new Problem(0, "empty_answer", "");
  return data;
}

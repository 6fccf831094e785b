import type { FastifyInstance } from "fastify";
import { ZodError, type ZodType, type z } from "zod";

/** Ends the request with a problem; `status` is the HTTP status of the answer. */
export function refuse(status: number, title: string, detail: string): never {
  throw Object.assign(new Error(detail), { statusCode: status, title });
}

/** What came in, checked; ends the request with 422 when it is not what the schema says. */
export const check = <Schema extends ZodType>(schema: Schema, input: unknown): z.output<Schema> =>
  schema.parse(input ?? {});

/** Answers every failure as problem+json. Source: RFC 9457. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<Failure>((error, _request, reply) => {
    const problem = error instanceof ZodError ? invalid(error) : failed(error);
    return reply
      .code(problem.status)
      .type("application/problem+json")
      .send({ type: "about:blank", ...problem });
  });
}

type Failure = Error & { statusCode?: number; title?: string };

function invalid(error: ZodError) {
  const errors = error.issues.map(({ path, message }) => ({ pointer: `/${path.join("/")}`, message }));
  const detail = errors.map(({ pointer, message }) => `${pointer}: ${message}`).join("; ");
  return { status: 422, title: "The request is not valid", detail, errors };
}

function failed({ statusCode: status = 500, title, message }: Failure) {
  const usual = status < 500 ? "The request is not valid" : "The simulator failed";
  return { status, title: title ?? usual, detail: message };
}

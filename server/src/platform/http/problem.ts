import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from "fastify-type-provider-zod";
import { z } from "zod";

/** RFC 9457 problem details, with a stable code for programs. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string(), code: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** A refusal that a module declares in its `errors.ts`. */
export type Refusal = { code: string; status: number; title: string };

/** Thrown to refuse a request; `detail` says what to do about it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail?: string) {
    super(detail ?? refusal.title);
    this.refusal = refusal;
  }
}

export function defineRefusal(code: string, status: number, title: string): Refusal {
  return { code, status, title };
}

export const UNAUTHENTICATED = defineRefusal("unauthenticated", 401, "Sign in first.");
export const FORBIDDEN = defineRefusal("forbidden", 403, "You do not have the right to do this.");
export const NOT_FOUND = defineRefusal("not_found", 404, "There is no such thing here.");
const INVALID = defineRefusal("invalid_request", 422, "Some fields are not right.");
const UNREADABLE = defineRefusal("unreadable_request", 400, "The request could not be read.");
const TOO_LARGE = defineRefusal("too_large", 413, "The request is too large.");
const TOO_MANY = defineRefusal("too_many_requests", 429, "Too many requests. Wait a little and try again.");
export const BUSY = defineRefusal(
  "busy",
  503,
  "So many calls come in that everything else has to wait. Try again in a moment.",
);
const FAULT = defineRefusal("internal_error", 500, "Something went wrong on our side. Nothing was changed.");

/** Whatever is refused for now is over in moments, or waits for a person. */
const AGAIN_AFTER_SECONDS = "1";

/** Answers any error as a problem; never with a stack trace. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const [refusal, detail, errors] = classify(error);
  if (refusal.status >= 500 && !(error instanceof Refused))
    request.log.error({ err: error, request: request.id }, "request failed");
  const body: Problem = {
    type: `/docs/errors#${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    ...(detail === undefined ? {} : { detail }),
    instance: request.id,
    code: refusal.code,
    ...(errors === undefined ? {} : { errors }),
  };
  if (refusal.status === 503) reply.header("retry-after", AGAIN_AFTER_SECONDS);
  return reply.code(refusal.status).type("application/problem+json").serializer(JSON.stringify).send(body);
}

/** PostgreSQL: character_not_in_repertoire and untranslatable_character, its answers to U+0000 in a text or in JSON. */
const UNKEEPABLE_TEXT = new Set(["22021", "22P05"]);

function classify(error: FastifyError): [Refusal, string?, Problem["errors"]?] {
  if (error instanceof Refused)
    return [error.refusal, error.message === error.refusal.title ? undefined : error.message];
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      pointer: issue.instancePath === "" ? "/" : issue.instancePath,
      message: issue.message ?? "is not right",
      code: issue.keyword,
    }));
    return [INVALID, errors.map((one) => `${one.pointer}: ${one.message}`).join("; "), errors];
  }
  if (isResponseSerializationError(error)) return [FAULT];
  if (UNKEEPABLE_TEXT.has(error.code)) return [INVALID, "A text holds the character U+0000, which cannot be kept."];
  if (error.statusCode === 413) return [TOO_LARGE];
  if (error.statusCode === 429) return [TOO_MANY];
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return [UNREADABLE, error.message];
  return [FAULT];
}

import { z } from "zod";
import { instant } from "#platform/http/fields.ts";
import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";

export const lineResponse = z.object({
  status: z.enum(["up", "unknown"]),
  sentence: z.string(),
  last_call_at: instant.nullable(),
  last_webhook_at: instant.nullable(),
  simulator: z.boolean(),
});

/** Asked of the modules that see calls and webhooks: when something last came in. */
export const lastHeard = defineQuestion<{
  what: "call" | "webhook";
  at(scope: Scope): Promise<Temporal.Instant | null>;
}>("tenants.last_heard");

/** The state of the business's line: up once the carrier has reached us. */
export async function lineState(scope: Scope, simulator: boolean): Promise<z.output<typeof lineResponse>> {
  const heard: Record<"call" | "webhook", Temporal.Instant | null> = { call: null, webhook: null };
  for (const { what, at } of scope.answers(lastHeard)) heard[what] = await at(scope);
  const status = heard.webhook === null ? "unknown" : "up";
  const sentence = status === "up" ? "Line is up." : "No call has come in yet. Call your number to try it.";
  return { status, sentence, last_call_at: heard.call, last_webhook_at: heard.webhook, simulator };
}

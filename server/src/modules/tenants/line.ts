import { z } from "zod";
import { instant } from "#platform/http/fields.ts";
import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";

export const lineResponse = z.object({
  status: z.enum(["up", "down", "unknown"]),
  sentence: z.string(),
  last_call_at: instant.nullable(),
  last_webhook_at: instant.nullable(),
  simulator: z.boolean(),
});

/** Asked of the modules that hear the line: when the last call or webhook came in; null when none did yet. */
export const lastHeard = defineQuestion<{
  what: "call" | "webhook";
  at(scope: Scope): Promise<Temporal.Instant | null>;
}>("tenants.last_heard");

/** Asked of whoever knows why calls cannot reach us: one sentence that says what to do; null when nothing is in the way. */
export const lineTrouble = defineQuestion<(scope: Scope) => Promise<string | null>>("tenants.line_trouble");

/** The state of the business's line: down while something is in the way of calls, up once the carrier has reached us. */
export async function lineState(scope: Scope): Promise<Omit<z.output<typeof lineResponse>, "simulator">> {
  const heard: Record<"call" | "webhook", Temporal.Instant | null> = { call: null, webhook: null };
  for (const { what, at } of scope.answers(lastHeard)) heard[what] = await at(scope);
  return { ...(await verdict(scope, heard.webhook)), last_call_at: heard.call, last_webhook_at: heard.webhook };
}

async function verdict(scope: Scope, lastWebhook: Temporal.Instant | null) {
  for (const trouble of scope.answers(lineTrouble)) {
    const sentence = await trouble(scope);
    if (sentence !== null) return { status: "down" as const, sentence };
  }
  return lastWebhook === null
    ? { status: "unknown" as const, sentence: "No call has come in yet. Call your number to try it." }
    : { status: "up" as const, sentence: "Line is up." };
}

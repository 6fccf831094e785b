import type { Scope } from "#platform/scope.ts";
import { formatNational } from "#platform/values/phone.ts";
import { listNumbers } from "./numbers.ts";

/** What keeps calls from reaching us, as a sentence for the owner; null when nothing is known to. */
export async function lineTrouble(scope: Scope): Promise<string | null> {
  const active = (await listNumbers(scope)).filter(({ status }) => status === "active");
  if (active.length === 0) return "This business has no active number. Add one in the settings.";
  const lost = active.find(({ webhooks_configured }) => !webhooks_configured);
  if (lost === undefined) return null;
  const reason = lost.status_reason ?? "The carrier was not told yet where to send its calls.";
  return `Calls to ${formatNational(lost.phone_number)} do not arrive here. ${reason}`;
}

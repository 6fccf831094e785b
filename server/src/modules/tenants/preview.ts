import type { z } from "zod";
import type { Scope } from "#platform/scope.ts";
import { getBusiness, getSettings } from "./business.ts";
import type { previewRequest, previewResponse } from "./schema.ts";
import { fillTemplate } from "./template.ts";

/** Stands in for the name of a day when the business has no holiday yet. */
const SOME_HOLIDAY = "Thanksgiving";

/** What a customer would be texted in each case, with the business's own words; nothing is saved. */
export async function previewGreetings(
  scope: Scope,
  unsaved: z.output<typeof previewRequest>,
): Promise<z.output<typeof previewResponse>> {
  const business = await getBusiness(scope);
  const saved = await getSettings(scope);
  const text = (name: keyof typeof unsaved, holiday?: string) =>
    fillTemplate(unsaved[name] ?? saved[name], business, holiday);
  return {
    during_hours: text("greeting_template"),
    after_hours: text("after_hours_template"),
    holiday: text("holiday_template", saved.holidays[0]?.name ?? SOME_HOLIDAY),
  };
}

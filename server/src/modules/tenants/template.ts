import { defineRefusal, Refused } from "#platform/http/problem.ts";
import type { Business, Settings } from "./schema.ts";

export const UNKNOWN_PLACEHOLDER = defineRefusal(
  "unknown_placeholder",
  422,
  "A template uses a placeholder that does not exist.",
);

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** What each greeting may mention. */
export const PLACEHOLDERS = {
  greeting_template: ["business_name", "phone"],
  after_hours_template: ["business_name", "phone"],
  holiday_template: ["business_name", "phone", "holiday"],
} as const satisfies Partial<Record<keyof Settings, readonly string[]>>;

export type TemplateName = keyof typeof PLACEHOLDERS;

/** @throws Refused unknown_placeholder, naming it and what there is. */
export function checkTemplate(name: TemplateName, template: string): void {
  const known: readonly string[] = PLACEHOLDERS[name];
  const unknown = [...template.matchAll(PLACEHOLDER)]
    .map(([, word = ""]) => word)
    .find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new Refused(
      UNKNOWN_PLACEHOLDER,
      `{{${unknown}}} is not known here. Use ${known.map((word) => `{{${word}}}`).join(", ")}.`,
    );
}

/** The template with the business's own words in it. */
export function fillTemplate(
  template: string,
  business: Pick<Business, "business_name" | "business_phone">,
  holiday = "",
): string {
  const words: Record<string, string> = {
    business_name: business.business_name,
    phone: business.business_phone ?? "",
    holiday,
  };
  return template.replaceAll(PLACEHOLDER, (_whole, word: string) => words[word] ?? "");
}

import type { TemplateName } from "../../api/types.ts";

/** Which of the previewed texts a template becomes. */
export const occasionOf = {
  greeting_template: "during_hours",
  after_hours_template: "after_hours",
  holiday_template: "holiday",
} as const satisfies Record<TemplateName, string>;

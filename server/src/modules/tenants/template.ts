/** What each greeting may mention. */
const PLACEHOLDERS = {
  greeting_template: ["business_name"],
  after_hours_template: ["business_name"],
  holiday_template: ["business_name", "holiday"],
} as const;

export type TemplateName = keyof typeof PLACEHOLDERS;

/** Words between double braces, and braces that stand alone. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}|\{\{|\}\}/g;

/** What is wrong with the placeholders of a template, as the end of a sentence about it; null when all is well. */
export function placeholderProblem(name: TemplateName, template: string): string | null {
  const known: readonly string[] = PLACEHOLDERS[name];
  const inBraces = known.map((word) => `{{${word}}}`).join(" and ");
  for (const [whole, word] of template.matchAll(PLACEHOLDER)) {
    if (word === undefined) return `has a ${whole} without its other half`;
    if (!known.includes(word)) return `uses ${whole}, which does not exist: there is ${inBraces}`;
  }
  return template.includes("{{business_name}}") ? null : "must contain {{business_name}}";
}

/**
 * The template with the business's own words in it.
 * @throws when a word is missing: better no text than one with a hole.
 */
export function fillTemplate(template: string, business: { business_name: string }, holiday = ""): string {
  const words: Record<string, string> = { business_name: business.business_name, holiday };
  return template.replaceAll(PLACEHOLDER, (whole, word: string | undefined) => {
    const filled = word === undefined ? "" : words[word];
    if (!filled) throw new Error(`Nothing is known to put in the place of ${whole}.`);
    return filled;
  });
}

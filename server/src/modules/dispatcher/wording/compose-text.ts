import { english } from "./en.ts";
import { spanish } from "./es.ts";
import type { Phrase } from "./phrases.ts";

const WORDINGS = { en: english, es: spanish } as const;

/** Puts phrases into one text of the language. */
export function composeText(phrases: readonly Phrase[], language: keyof typeof WORDINGS): string {
  return phrases.map(({ say, with: given }) => fill(WORDINGS[language][say], given)).join(" ");
}

function fill(template: string, given: Record<string, string>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => given[name] ?? "");
}

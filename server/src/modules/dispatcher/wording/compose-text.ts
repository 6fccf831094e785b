import { endSentence } from "#platform/values/sentence.ts";
import type { Language } from "#understanding";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import type { Phrase, Wording } from "./phrases.ts";

export const WORDINGS: Record<Language, Wording> = { en: english, es: spanish };

/** Puts phrases into one text of the language. */
export function composeText(phrases: readonly Phrase[], language: Language): string {
  return phrases.map(({ say, with: given }) => fill(WORDINGS[language][say], given)).join(" ");
}

/** What a customer wrote may look like a placeholder: it is put in and never filled itself. */
function fill(template: string, given: Record<string, string>): string {
  return template.replaceAll(/\{\{(\w+)\}\}(\.?)/g, (_whole, name: string, stop: string) => {
    const words = given[name] ?? "";
    return stop === "" ? words : endSentence(words);
  });
}

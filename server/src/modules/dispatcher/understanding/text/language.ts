import type { Language } from "../contract.ts";
import { functionWords } from "../lexicon/function-words.ts";
import type { Token } from "./tokens.ts";

const english = new Set(functionWords.en);
const spanish = new Set(functionWords.es);

/** The language a message is in, and every language that it speaks at least some words of. */
export type Spoken = { language: Language; languages: readonly Language[] };

/** Counts the words that only one language has; `hint` decides when the words do not. */
export function languageOf(clean: string, tokens: readonly Token[], hint: Language | undefined): Spoken {
  const en = count(tokens, english);
  const es = count(tokens, spanish) + (/[ñ¿¡]/i.test(clean) ? 2 : 0) + (/[áéíóú]/i.test(clean) ? 0.5 : 0);
  const language = en === es ? (hint ?? "en") : en > es ? "en" : "es";
  const other: Language = language === "en" ? "es" : "en";
  return { language, languages: Math.min(en, es) > 0 ? [language, other] : [language] };
}

function count(tokens: readonly Token[], words: ReadonlySet<string>): number {
  return tokens.filter((token) => words.has(token.text)).length;
}

import type { Language } from "../contract.ts";
import { functionWords } from "../lexicon/function-words.ts";
import { vocabularies } from "../lexicon/vocabulary.ts";
import type { Token } from "./tokens.ts";

const english = new Set(functionWords.en);
const spanish = new Set(functionWords.es);

/** The language a message is in, and every language that it speaks at least some words of. */
export type Spoken = { language: Language; languages: readonly Language[] };

/**
 * Counts the words that only one language has; `hint` decides when the words do not. A frequent word counts in full, a
 * word that merely stands in one language's lexicon counts half.
 */
export function languageOf(clean: string, tokens: readonly Token[], hint: Language | undefined): Spoken {
  const en = count(tokens, english, vocabularies.en, vocabularies.es);
  const accents = (/[ñ¿¡]/i.test(clean) ? 2 : 0) + (/[áéíóú]/i.test(clean) ? 0.5 : 0);
  const es = count(tokens, spanish, vocabularies.es, vocabularies.en) + accents;
  const language = en === es ? (hint ?? "en") : en > es ? "en" : "es";
  const other: Language = language === "en" ? "es" : "en";
  return { language, languages: Math.min(en, es) > 0 ? [language, other] : [language] };
}

function count(
  tokens: readonly Token[],
  frequent: ReadonlySet<string>,
  own: ReadonlySet<string>,
  foreign: ReadonlySet<string>,
): number {
  const weight = ({ text }: Token) => (frequent.has(text) ? 1 : own.has(text) && !foreign.has(text) ? 0.5 : 0);
  return tokens.reduce((sum, token) => sum + weight(token), 0);
}

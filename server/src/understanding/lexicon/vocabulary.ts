import type { Language } from "../contract.ts";
import { prefixesOf, vocabularyOf } from "../text/patterns.ts";
import * as englishDangers from "./en/dangers.ts";
import * as englishPeople from "./en/dangers-people.ts";
import * as englishProperty from "./en/dangers-property.ts";
import * as englishIntents from "./en/intents.ts";
import * as englishMoney from "./en/money.ts";
import * as englishOptOut from "./en/opt-out.ts";
import * as englishSurroundings from "./en/surroundings.ts";
import * as englishTrades from "./en/trades.ts";
import * as englishWords from "./en/words.ts";
import * as spanishDangers from "./es/dangers.ts";
import * as spanishPeople from "./es/dangers-people.ts";
import * as spanishProperty from "./es/dangers-property.ts";
import * as spanishIntents from "./es/intents.ts";
import * as spanishMoney from "./es/money.ts";
import * as spanishOptOut from "./es/opt-out.ts";
import * as spanishSurroundings from "./es/surroundings.ts";
import * as spanishTrades from "./es/trades.ts";
import * as spanishWords from "./es/words.ts";
import { functionWords } from "./function-words.ts";

const english = [
  englishDangers,
  englishPeople,
  englishProperty,
  englishIntents,
  englishMoney,
  englishOptOut,
  englishSurroundings,
  englishTrades,
  englishWords,
].flatMap(textsIn);
const spanish = [
  spanishDangers,
  spanishPeople,
  spanishProperty,
  spanishIntents,
  spanishMoney,
  spanishOptOut,
  spanishSurroundings,
  spanishTrades,
  spanishWords,
].flatMap(textsIn);

/** Every word that some pattern of a language's lexicon writes out: words known to be spelt right. */
export const vocabularies: Record<Language, ReadonlySet<string>> = {
  en: new Set([...vocabularyOf(english), ...functionWords.en]),
  es: new Set([...vocabularyOf(spanish), ...functionWords.es]),
};

/** The beginnings of words that some pattern accepts with any ending, four letters or more. */
export const prefixes: ReadonlySet<string> = new Set(
  prefixesOf([...english, ...spanish]).filter((prefix) => prefix.length >= 4),
);

/** Every text inside a table, however deep. */
function textsIn(table: unknown): string[] {
  if (typeof table === "string") return [table];
  return typeof table === "object" && table !== null ? Object.values(table).flatMap(textsIn) : [];
}

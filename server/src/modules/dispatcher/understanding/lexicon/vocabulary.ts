import { vocabularyOf } from "../text/patterns.ts";
import { lifeDangers as englishLife } from "./en/dangers.ts";
import { peopleDangers as englishPeople } from "./en/dangers-people.ts";
import { urgentDangers as englishUrgent } from "./en/dangers-property.ts";
import { surroundings as englishSurroundings } from "./en/surroundings.ts";
import { words as englishWords } from "./en/words.ts";
import { lifeDangers as spanishLife } from "./es/dangers.ts";
import { peopleDangers as spanishPeople } from "./es/dangers-people.ts";
import { urgentDangers as spanishUrgent } from "./es/dangers-property.ts";
import { surroundings as spanishSurroundings } from "./es/surroundings.ts";
import { words as spanishWords } from "./es/words.ts";
import { functionWords } from "./function-words.ts";

const dangers = [englishLife, englishPeople, englishUrgent, spanishLife, spanishPeople, spanishUrgent].flat();
const tables = [englishSurroundings, englishWords, spanishSurroundings, spanishWords];

const patterns = [
  ...dangers.flatMap((danger) => danger.patterns),
  ...tables.flatMap((table) => Object.values(table).flat()),
];

/** Every word that some pattern of the lexicon writes out: words known to be spelt right. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...vocabularyOf(patterns),
  ...functionWords.en,
  ...functionWords.es,
]);

import type { Hazard, Language, Trade } from "../contract.ts";
import { trades as english } from "../lexicon/en/trades.ts";
import { words as englishWords } from "../lexicon/en/words.ts";
import { trades as spanish } from "../lexicon/es/trades.ts";
import { words as spanishWords } from "../lexicon/es/words.ts";
import { find, hide, type Message } from "../text/message.ts";
import { compile } from "../text/patterns.ts";

type Row = { trade: Trade; weight: number; pattern: RegExp };

const rows: Record<Language, readonly Row[]> = {
  en: english.map(({ trade, weight, patterns }) => ({ trade, weight, pattern: compile(patterns, englishWords) })),
  es: spanish.map(({ trade, weight, patterns }) => ({ trade, weight, pattern: compile(patterns, spanishWords) })),
};

/** The trade that a danger calls for when no other word names one. */
const tradeOfHazard: Partial<Record<Hazard, Trade>> = {
  flood: "plumbing",
  sewage: "plumbing",
  no_water: "plumbing",
  no_heat: "hvac",
  no_cooling: "hvac",
  electrical: "electrical",
  lockout: "locksmith",
};

/** The trade whose words weigh most; the business's own trade decides between equals. Null when no word names one. */
export function detectTrade(message: Message, hazard: Hazard | null, own: Trade | undefined): Trade | null {
  const scores = new Map<Trade, number>();
  for (const language of message.languages) {
    let rest = message;
    for (const { trade, weight, pattern } of rows[language]) {
      const spans = find(rest, pattern);
      scores.set(trade, (scores.get(trade) ?? 0) + weight * spans.length);
      rest = hide(rest, spans);
    }
  }
  if (own !== undefined && (scores.get(own) ?? 0) > 0) scores.set(own, (scores.get(own) ?? 0) + 2);
  const [best, score] = [...scores].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ["plumbing", 0]);
  return score > 0 ? (best as Trade) : ((hazard && tradeOfHazard[hazard]) ?? null);
}

import type { Features } from "../classifier/features.ts";
import { type SpokenReply, spokenReplies } from "../classifier/labels.ts";
import { weigh } from "../classifier/weigh.ts";
import type { Context, Language, OptOut, Reply } from "../contract.ts";
import { money as english } from "../lexicon/en/money.ts";
import { money as spanish } from "../lexicon/es/money.ts";
import type { MoneyWords } from "../lexicon/money.ts";
import { firstNames } from "../lexicon/names/names.ts";
import { find, has, hide, type Message, type Span } from "../text/message.ts";
import { compile } from "../text/patterns.ts";

type Patterns = { [part in keyof MoneyWords]: RegExp };

const patterns: Record<Language, Patterns> = { en: compileMoney(english), es: compileMoney(spanish) };

/** What outweighs what when one answer does several things. */
const order = [
  "wrong_person",
  "dispute",
  "cannot_pay",
  "paid",
  "promise",
  "call_me",
  "hostile",
  "question",
  "ack",
] as const satisfies readonly Reply[];

/** What a customer answers to a message about money; null when money was not the subject. */
export function detectReply(message: Message, features: Features, context: Context, optOut: OptOut): Reply | null {
  if (context !== "payment") return null;
  if (optOut === "stop") return "stop";
  const byRules = replyByRules(message);
  const weight = (reply: SpokenReply) => weigh(`reply-${reply}`, features) + (reply === byRules ? RULES_WEIGH : 0);
  return spokenReplies.reduce((best, reply) => (weight(reply) > weight(best) ? reply : best));
}

/** What the rules' reading weighs beside the classifiers', in log-odds. */
const RULES_WEIGH = 1.5;

function replyByRules(message: Message): Reply {
  return (
    order.find((reply) => message.languages.some((language) => says(message, patterns[language], reply))) ?? "other"
  );
}

/** What is covered before an answer is looked for, because it only resembles it. */
const covers: Partial<Record<Reply, keyof MoneyWords>> = { paid: "wages", promise: "asking", dispute: "cannot_pay" };

function says(message: Message, language: Patterns, reply: (typeof order)[number]): boolean {
  const cover = covers[reply];
  return has(cover ? hide(message, find(message, language[cover])) : message, language[reply]);
}

const money =
  /(?<= )(?:\$ (?<signed>\d+(?:\.\d{1,2})?) (?<signedThousand>k )?|(?<named>\d+(?:\.\d{1,2})?) (?<thousand>k |grand )?(?:dollars|dollar|bucks|usd|dolares|dolar|pesos|\$) )/g;
const spoken =
  /(?<= )(?:a |one |un )?(?<words>hundred|thousand|fifty|twenty|cien|mil|cincuenta|veinte|two hundred|three hundred|five hundred|doscientos|trescientos|quinientos) (?:dollars|bucks|dolares|pesos) /g;
const spokenAmounts: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  fifty: 50,
  twenty: 20,
  cien: 100,
  mil: 1000,
  cincuenta: 50,
  veinte: 20,
  "two hundred": 200,
  "three hundred": 300,
  "five hundred": 500,
  doscientos: 200,
  trescientos: 300,
  quinientos: 500,
};
const payVerbs =
  "pay|paying|sending|giving|send|give|do|paid|mail|venmo|zelle|afford|another|only have|have|put|make|of|sent|put down|be|for|only|least|pagar|pago|pague|mando|doy|dar|abono|abonar|mande|deposite|deposito|tengo|de|transfer|owe|debo|about|around|como|wire|was|were|quoted|quote|said|is|not|charged|billed|bill|era|eran|mandar";
const fillers =
  "you |it |him |ya |u |les |like |at least |about |around |me |the |solo |un |unos |up |another |for |of |at |le ";
const bare = new RegExp(
  `(?<= (?:${payVerbs}) (?:${fillers}){0,2})(?<bare>\\d{2,6}(?:\\.\\d{2})?) (?!am |pm |minutes|hours?|days?|weeks?|: |/ |th |degrees|dias|horas|semanas|%|percent|por ciento|ave|st |street|- )`,
  "g",
);

/** The first sum of money stated, and where. A lone number counts only in an answer about money. */
export function findAmount(message: Message, context: Context): { amount: number | null; spans: Span[] } {
  for (const pattern of context === "payment" ? [money, spoken, bare] : [money, spoken]) {
    const [match] = message.plain.matchAll(pattern);
    if (match) return { amount: amountOf(match.groups ?? {}), spans: find(message, pattern) };
  }
  return { amount: null, spans: [] };
}

function amountOf(groups: Record<string, string | undefined>): number {
  if (groups.words) return spokenAmounts[groups.words] ?? 0;
  const thousands = (groups.thousand ?? groups.signedThousand) ? 1000 : 1;
  return Number(groups.signed ?? groups.named ?? groups.bare) * thousands;
}

function compileMoney(words: MoneyWords): Patterns {
  const parts = Object.entries(words).map(([part, list]) => [part, compile(list, { name: [...firstNames] })]);
  return Object.fromEntries(parts) as Patterns;
}

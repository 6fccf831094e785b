/**
 * Texts that end, resume or ask about the messages by themselves, in any case, with any punctuation and emoji around them.
 * They are certain: no sense of a sentence is weighed here.
 * Sources: 47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel, unsubscribe; Twilio, "Support for opt-out
 * keywords": stopall, optout, start, unstop, help, info; CTIA Messaging Principles 5.1.3 for the same in Spanish.
 */
const KEYWORDS = {
  stop: [
    "stop",
    "stopall",
    "stop all",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "opt out",
    "alto",
    "parar",
    "pare",
    "baja",
    "cancelar",
    "desuscribir",
    "no mas mensajes",
  ],
  start: ["start", "unstop", "opt in", "optin", "resubscribe", "empezar", "suscribir"],
  help: ["help", "info", "ayuda"],
} as const;

export type Keyword = keyof typeof KEYWORDS;

const BY_WORD = new Map<string, Keyword>(
  Object.entries(KEYWORDS).flatMap(([keyword, words]) => words.map((word) => [word, keyword as Keyword])),
);

/** What a text says by a keyword alone; null when it is no keyword, or more than one. */
export function readKeyword(text: string): Keyword | null {
  return BY_WORD.get(bareWords(text)) ?? null;
}

/** Lower case, without accents and invisible characters, and with everything that is no letter or digit taken as a gap. */
function bareWords(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What Twilio's own handling of a long code answers by itself: the word alone, in any case. */
const CARRIER_WORDS = new Set([
  ...["stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"],
  ...["start", "unstop", "yes"],
  ...["help", "info"],
]);

/** Whether the carrier has already acted on a text and confirmed it: then nothing of ours may follow. */
export function isAnsweredByCarrier(text: string): boolean {
  return CARRIER_WORDS.has(text.trim().toLowerCase());
}

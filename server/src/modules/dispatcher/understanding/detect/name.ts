import type { Context } from "../contract.ts";
import { firstNames, notNames } from "../lexicon/names.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";

const word = "(?:[\\p{L}]{1,3}\\.|[\\p{L}][\\p{L}'-]*)";
const several = `(${word}(?: ${word}){0,3})`;

/** What says that a name follows, or stands before; surest first. `sure` names need no further sign. */
const openings: readonly { pattern: RegExp; sure: boolean }[] = [
  {
    pattern: said(
      `(?:my|the|his|her|our)? ?(?:full |first |last )?name(?:'s| is| s|:| would be| for the appointment is)+ ?(?:actually )?${several}`,
    ),
    sure: true,
  },
  {
    pattern: said(`(?:husband|wife|mom|dad|mother|father|son|daughter|boss)(?:'s|s)? name(?:,| is)? ${several}`),
    sure: true,
  },
  { pattern: said(`(?:under|by) (?:the )?name(?: of)? ${several}`), sure: true },
  { pattern: said(`name ?[:=-] ?${several}`), sure: true },
  { pattern: said(`(?:it's|its|this is|it is) me,? ${several}`), sure: false },
  { pattern: said(`(?:put|book|schedule) (?:it|this|me|that) (?:down )?(?:under|as|for) ${several}`), sure: false },
  { pattern: said(`(?:i go by|call me|they call me|i am called|people call me|goes by) ${several}`), sure: false },
  {
    pattern: said(
      `(?:me llamo|mi nombre(?: completo)? es|nombre ?:|mi nombre ?:|a nombre de|el nombre es|se llama) ${several}`,
    ),
    sure: true,
  },
  {
    pattern: said(
      `(?:soy|habla|le habla|les habla|le escribe|les escribe|de parte de|te habla|con) (?:la |el )?(?:senora |senor |sra\\.? |sr\\.? )?${several}`,
    ),
    sure: false,
  },
  {
    pattern: said(
      `(?:this is|it's|its|it is|i'm|im|i am|this's|dis is|here is|hi it's) (?:dr\\.? |mr\\.? |mrs\\.? |ms\\.? )?${several}`,
    ),
    sure: false,
  },
  {
    pattern: said(`(?:for|ask for|it's for|appointment for|under|es|para) ${several}(?= please|,|\\.|$)`),
    sure: false,
  },
  {
    pattern: new RegExp(`^ ?(?:hi|hey|hello|hola)?,? ?${several} (?:here|speaking|aqui)(?![\\p{L}])`, "iu"),
    sure: false,
  },
  {
    pattern: new RegExp(
      `(?:thanks|thank you|thx|regards|sincerely|gracias|best|saludos|cheers)[,.!]* ?[-~]? ?${several}\\W*$`,
      "iu",
    ),
    sure: false,
  },
  { pattern: new RegExp(`(?:^|[.!?\\n] *|\\s)[-~\u2014] ?${several}\\W*$`, "iu"), sure: false },
];

function said(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}'])${pattern}`, "iu");
}

/** The name that somebody gives, as it is written on an envelope; null when none is given. */
export function detectName(message: Message, context: Context, covered: readonly string[]): string | null {
  const text = covered.reduce((rest, part) => rest.replace(part, ", "), message.text).replace(/[ \t]+/g, " ");
  for (const { pattern, sure } of openings) {
    const name = nameIn(pattern.exec(text)?.[1] ?? "", sure || context === "name");
    if (name) return name;
  }
  return context === "name" ? bareName(text) : null;
}

/** The answer to "what is your name?": the whole message, courtesy aside. */
function bareName(text: string): string | null {
  const [first = ""] = text
    .replace(
      /^\W*(?:(?:yes|yeah|sure|ok|okay|sorry|hi|hello|hey|si|claro|hola|oh|its|it's|it is|that's|es|soy|im|i'm|of course|yep|thanks|con gusto|buenas|please|mr|mrs|ms|miss|mister|dr|sr|sra|señor|señora)[,.!]* )*/iu,
      "",
    )
    .split(/[,.;!?\n]| (?:and|y|my|mi|at|the|here|please|por favor|thanks|gracias|phone|number|pero|but|is|es) /iu);
  return nameIn(first.trim(), true);
}

/** As many of the words as make a name. An unsure one must be a known first name or be written with capitals. */
function nameIn(words: string, sure: boolean): string | null {
  const kept: string[] = [];
  for (const each of words.split(" ").filter(Boolean)) {
    const plain = fold(each).replace(/[.']+$/g, "");
    const particle = kept.length > 0 && /^(?:de|la|del|los|van|von|o|mc|st|san|y)$/.test(plain);
    if (!particle && (notNames.has(plain) || /^(?:here|speaking|aqui|again|from|and|y)$/.test(plain))) break;
    kept.push(each.replace(/\.$/, (dot) => (each.length <= 3 ? dot : "")));
  }
  while (/^(?:de|la|del|los|van|von|y)$/i.test(kept.at(-1) ?? "")) kept.pop();
  const [first = ""] = kept;
  if (first === "" || first.length < 2 || kept.length > 4) return null;
  return sure || isName(kept) ? kept.map(capital).join(" ") : null;
}

function isName(words: readonly string[]): boolean {
  if (firstNames.has(fold(words[0] ?? ""))) return words.length <= 3;
  return words.every((each) => /^\p{Lu}\p{Ll}/u.test(each)) && words.length <= 3;
}

function capital(word: string): string {
  const shouted = word.length > 2 && word === word.toUpperCase();
  if (/^\p{Lu}/u.test(word) && !shouted) return word;
  if (/^(?:de|la|del|los|van|von|y)$/i.test(word)) return word.toLowerCase();
  return word.toLowerCase().replace(/(^|['-])\p{L}/gu, (start) => start.toUpperCase());
}

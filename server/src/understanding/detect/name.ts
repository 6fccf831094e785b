import type { Context } from "../contract.ts";
import { isFamilyName, isGivenName, nameLikeWords, notNames } from "../lexicon/names/names.ts";
import { vocabularies } from "../lexicon/vocabulary.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";
import { introductions, notTheirOwn } from "./name-openings.ts";

/** The name that somebody gives, as it is written on an envelope; null when none is given. */
export function detectName(message: Message, context: Context, covered: readonly string[]): string | null {
  const uncovered = covered.reduce((rest, part) => rest.replace(part, ", "), message.text).replace(phone, ", ");
  const text = unspelt(uncovered).replace(/[ \t]+/g, " ");
  const asked = context === "name";
  const own = asked ? text : text.replace(notTheirOwn, ", ");
  const family = familyNameIn(own);
  const first = family === null ? own : own.replace(family.clause, ", ");
  const said = inParts(own) ?? introduced(first, asked) ?? (asked ? bareName(first) : null) ?? standingAlone(first);
  const name = said === null ? null : inFull(said, own);
  return family === null || name?.includes(" ") ? name : `${name ?? ""} ${capital(family.word)}`.trim();
}

/** A clause that gives one part of a name; `named` when it says that it does. */
type NamePart = { clause: string; word: string; named: boolean };

/** "Siobhan, last name Walsh". */
function familyNameIn(text: string): NamePart | null {
  const family = partIn(text, lastName);
  return family === null || !family.named || isOrdinary(fold(family.word)) ? null : family;
}

const firstName = /(?<!\p{L})(?:(?<named>first name|(?<!mi )nombre)|first)(?: is| es|:)? (?<word>\p{L}+)/giu;
const lastName = /(?<!\p{L})(?:(?<named>last name|surname|apellidos?)|last)(?: is| es|:)? (?<word>\p{L}+)/giu;

/** The first clause of the kind that gives a name: where it does not say that it does, the word must be no other one. */
function partIn(text: string, part: RegExp): NamePart | null {
  for (const { 0: clause, groups } of text.matchAll(part)) {
    const { word = "", named } = groups ?? {};
    const plain = fold(word);
    const isOther = named === undefined ? isOrdinary(plain) : notNames.has(plain) && !nameLikeWords.has(plain);
    if (!isOther) return { clause, word, named: named !== undefined };
  }
  return null;
}

const phone = /(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?(?:\d{3}[-. ]?)?\d{4}(?!\d)/g;

/** Letters said one by one, joined to the word that they spell; a second saying of it is left out. */
function unspelt(text: string): string {
  return text.replace(/(?<![\p{L}'.])\p{L}(?:[ -]\p{L}){2,}(?![\p{L}'])/gu, (letters, at: number) => {
    const word = letters.replace(/[ -]/g, "");
    return fold(text.slice(0, at)).includes(fold(word)) ? ", " : capital(word.toLowerCase());
  });
}

/** "First name Ana, last name Ruiz" in either order, as on a form. */
function inParts(text: string): string | null {
  const first = partIn(text, firstName);
  const last = partIn(text, lastName);
  return first === null || last === null ? null : `${capital(first.word)} ${capital(last.word)}`;
}

function introduced(text: string, asked: boolean): string | null {
  for (const { pattern, sure } of introductions) {
    for (const [, words = ""] of text.matchAll(pattern)) {
      const name = nameIn(words, sure || asked);
      if (name !== null) return name;
    }
  }
  return null;
}

/** Courtesy before an answer. */
const courtesy =
  /^[^\p{L}\d]*(?:(?:yes|yeah|sure|ok|okay|sorry|hi|hello|oh|hey|si|sí|claro|hola|its|it's|it is|that's|that would be|es|soy|im|i'm|of course|yep|thanks|con gusto|buenas|please|perdon|perdón|disculpe|just|you can|my name|ponle|ponga|póngale|anote|anóteme como|apúntele|put|use|write down|just put|go ahead and|make it|mr|mrs|ms|miss|mister|dr|prof|professor|rev|reverend|pastor|sr|sra|señor|señora)[,.!:?]* )*/iu;
const nameEnds =
  /(?<=\p{L}{3})\.(?= |$)|[,;:!?\n(]| (?:and|y|my|mi|at|the|here|please|por favor|thanks|gracias|phone|number|cell|cel|tel|telefono|teléfono|spelled|spelt|se escribe|on|for|down|pero|but|is|es|pa|para|bro|w|with|con|de nuevo|again|two|sir|ma'am|a sus)[ :]/iu;

/** The answer to "what is your name?": the whole message, courtesy aside; or one of its sentences. */
function bareName(text: string): string | null {
  const answer = text.replace(courtesy, "");
  const [, last = "", first = ""] = /^(\p{L}+), (\p{L}+)[^\p{L}]*$/u.exec(answer) ?? [];
  if (isGivenName(fold(first)) && !isGivenName(fold(last))) return `${capital(first)} ${capital(last)}`;
  const [candidate = ""] = answer.split(nameEnds);
  if (nameLikeWords.has(fold(candidate.trim()))) return capital(candidate.trim());
  return isSaying(candidate.trim()) ? null : nameIn(candidate.trim(), true);
}

/** Words of which none is known as a name and some is known as something else, and that are not written as a name is. */
function isSaying(words: string): boolean {
  const each = words.split(" ");
  const plain = each.map((word) => fold(word).replace(/[.']+$/, ""));
  if (each.length > 1 && each.every((word) => /^\p{Lu}/u.test(word) && !isContraction(word))) return false;
  return !plain.some(isName) && plain.some(isOrdinary);
}

const isName = (word: string) => isGivenName(word) || isFamilyName(word);
const isContraction = (word: string) => /['’](?:s|re|ve|ll|d|t|m)$/i.test(word);
const isOrdinary = (word: string) =>
  notNames.has(word) || isContraction(word) || vocabularies.en.has(word) || vocabularies.es.has(word);

/** A first or last sentence that is a name and nothing else, as one signs. */
function standingAlone(text: string): string | null {
  const sentences = text
    .split(/[.,;!?\n()]|\s[-~\u2014]+\s|\s[-~\u2014](?=\p{L})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length < 2) return null;
  for (const sentence of [sentences.at(-1) ?? "", sentences[0] ?? ""]) {
    const words = sentence.replace(/^(?:hi|hey|hello|hola|atte|att|cordialmente|gracias|thanks|saludos)\s+/iu, "");
    const plain = fold(words).split(" ");
    const isWhole = plain.length >= 2 && plain.length <= 4 && isGivenName(plain[0] ?? "");
    if (isWhole && plain.slice(1).every((word) => isName(word) || !isOrdinary(word))) return nameIn(words, false);
  }
  return null;
}

/** "Mike, Mike Delgado", "Haddad, Farouk Haddad": who says the name twice says it whole the second time. */
function inFull(name: string, text: string): string {
  if (name.includes(" ")) return name;
  const said = `(?<!\\p{L})${name.replace(/[^\p{L}]/gu, ".")}(?!\\p{L})`;
  const [, whole, other] =
    new RegExp(`${said}[,.]? .*?(${said} (\\p{L}[\\p{L}'-]+))`, "iu").exec(text) ??
    new RegExp(`${said}, ((\\p{L}[\\p{L}'-]+) ${said})`, "iu").exec(text) ??
    [];
  return whole === undefined || isSaying(other ?? "") ? name : (nameIn(whole, true) ?? name);
}

const particle = /^(?:de|la|del|los|van|von|o|mc|st|san|y|el|al|bin|da|di)$/;
const afterName =
  /^(?:here|speaking|aqui|aca|again|from|and|y|pero|but|por|w|with|con|bro|pa|del|desde|otra|de|works?|is|residence|household|family|phone|cell|cel|tel)$/;

/** As many of the words as make a name. An unsure one must be a known first name or be written with capitals. */
function nameIn(words: string, sure: boolean): string | null {
  const kept: string[] = [];
  const all = words.split(" ").filter(Boolean);
  // "Will", "Joy Summers": in an answer, capitals tell a name from a word.
  const capitals = sure && all.every((word) => /^\p{Lu}/u.test(word)) && (all.length > 1 || isGivenName(fold(words)));
  for (const [i, each] of all.entries()) {
    const plain = fold(each).replace(/[.']+$/g, "");
    const joins = (kept.length > 0 || sure) && particle.test(plain) && isSurname(all[i + 1] ?? "");
    if (isContraction(each)) break;
    const capitalAnswer = i === 0 && sure && /^\p{Lu}/u.test(each) && nameLikeWords.has(plain);
    if (!joins && !capitalAnswer && !capitals && (notNames.has(plain) || afterName.test(plain))) break;
    if (capitals && i > 0 && afterName.test(plain)) break;
    if (!joins && kept.length > 1 && !/^\p{Lu}/u.test(each) && isOrdinary(plain) && !isName(plain)) break;
    kept.push(each.replace(/\.$/, (dot) => (each.length <= 3 ? dot : "")));
  }
  const [first = ""] = kept;
  if (first === "" || first.length < 2 || kept.length > 5) return null;
  return sure || isWritten(kept) ? kept.map(capital).join(" ") : null;
}

/** What may follow a particle: "de la Cruz", not "y quiero". */
function isSurname(word: string): boolean {
  const plain = fold(word);
  return /^\p{Lu}/u.test(word) || particle.test(plain) || isFamilyName(plain);
}

function isWritten(words: readonly string[]): boolean {
  if (isGivenName(fold(words[0] ?? ""))) return words.length <= 4;
  return words.every((each) => /^\p{Lu}\p{Ll}/u.test(each)) && words.length <= 3;
}

function capital(word: string): string {
  const shouted = /^\p{Lu}{3,}$/u.test(word) && !/^[IVX]+$/.test(word);
  if (/^\p{Lu}/u.test(word) && !shouted) return word;
  if (/^(?:de|la|del|los|van|von|y)$/i.test(word)) return word.toLowerCase();
  return word.toLowerCase().replace(/(^|['-])\p{L}/gu, (start) => start.toUpperCase());
}

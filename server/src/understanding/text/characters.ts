import { emojiWords } from "../lexicon/emoji.ts";

const lookalikes: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u02bc": "'",
  "\u00b4": "'",
  "`": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2013": "-",
  "\u2014": "-",
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
};

const lookalike = new RegExp(`[${Object.keys(lookalikes).join("")}]`, "g");
const emoji = /\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\uFE0F]|\u200D\p{Extended_Pictographic})*/gu;
const invisible = /[\u00ad\u200b-\u200f\u2060\u20e3\ufeff\ufe0f]/g;

/** The text as a person would read it: one form for each character, plain quotes, meaningful emoji as words. */
export function clean(raw: string): string {
  return raw
    .normalize("NFKC")
    .replace(lookalike, (character) => lookalikes[character] ?? character)
    .replace(emoji, (symbol) => ` ${emojiWords[symbol.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, "")] ?? ""} `)
    .replace(invisible, "");
}

/** Lower case without accents, character for character, so that offsets stay those of the input. */
export function fold(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    folded += character < "\u0080" ? character.toLowerCase() : foldOne(character);
  }
  return folded;
}

function foldOne(character: string): string {
  return character.normalize("NFD").charAt(0).toLowerCase().charAt(0);
}

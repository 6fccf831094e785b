import { fold } from "./characters.ts";
import { wordsWithDigits } from "./expand.ts";

/** A word or sign of the message, folded, and where it stands in the clean text (`end` exclusive). */
export type Token = { text: string; start: number; end: number };

const forms = [
  `(?<mixed>(?<![\\w$])(?:${wordsWithDigits.join("|")})(?!\\w))`,
  String.raw`(?<phone>(?<![\d$])(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]\d{4}(?!\d)|(?<!\d)\d{10}(?!\d))`,
  String.raw`(?<link>https?:\/\/\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|ly|io|co|biz|info)\b(?:\/\S*)?)`,
  String.raw`(?<mail>[\w.+-]+@[\w-]+\.\w+)`,
  String.raw`(?<censored>\b[a-z][*@#$!]{2,}[a-z]*)`,
  String.raw`(?<meridiem>(?<=[\d ])[ap]\s?\.\s?m\b\.?|(?<=\d)[ap]\b(?![.']))`,
  String.raw`(?<short>\b(?:a\/c|c\/o|w\/o|w\/)|&)`,
  String.raw`(?<clock>\d{1,2}:\d{2})`,
  String.raw`(?<amount>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)`,
  String.raw`(?<ordinal>\d+(?:st|nd|rd|th|ro|do|er|ta|to|va|vo)\b)`,
  String.raw`(?<digits>\d+)`,
  String.raw`(?<word>[a-z]+(?:'[a-z]+)*'?)`,
  String.raw`(?<other>[^\s\w])`,
];
const token = new RegExp(forms.join("|"), "g");

const stand: Record<string, string> = {
  "a/c": "ac",
  "c/o": "care of",
  "w/o": "without",
  "w/": "with",
  "&": "&",
};

/** The clean text as tokens, in order. Phone numbers, links and mail addresses are one token each. */
export function tokenize(text: string): Token[] {
  const folded = fold(text);
  return lines(folded).flatMap(({ line, offset }, index) => {
    const found = [...line.matchAll(token)].map((match) => tokenOf(match, offset));
    return index > 0 && found.length > 0 ? [{ text: ".", start: offset, end: offset }, ...found] : found;
  });
}

function lines(text: string): { line: string; offset: number }[] {
  let offset = 0;
  return text.split("\n").map((line) => {
    const here = { line, offset };
    offset += line.length + 1;
    return here;
  });
}

function tokenOf(match: RegExpExecArray, offset: number): Token {
  const start = offset + match.index;
  return { text: spelled(match), start, end: start + match[0].length };
}

function spelled(match: RegExpExecArray): string {
  const kind = match.groups ?? {};
  const text = match[0];
  if (kind.phone) return "phonenumber";
  if (kind.link) return "weblink";
  if (kind.mail) return "mailaddress";
  if (kind.censored) return "fuck";
  if (kind.meridiem) return `${text.charAt(0)}m`;
  if (kind.short) return stand[text] ?? text;
  if (kind.amount) return text.replaceAll(",", "");
  return text;
}

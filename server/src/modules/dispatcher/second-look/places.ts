import { findZip } from "#platform/values/zip.ts";
import type { Address } from "#understanding";
import { asksSomething, wordCount } from "../policy/signs.ts";
import { cityAskedAbout, cityInAnswer, cityStated } from "../tools/city.ts";
import { type Look, without } from "./look.ts";

const NO_ADDRESS: Address = { number: null, street: null, unit: null, city: null, state: null, zip: null };
const UNIT = /(?:\b(?:unit|apt|apartment|suite|ste|depto|departamento|apto)\b\.?\s*#?\s*|#\s*)(\d+[a-z]?|[a-z])\b/i;
const LONGEST_PLACE = 4;

/** A unit that is told without its street. */
export const unitAlone: Look = (read, text) => {
  const unit = UNIT.exec(text)?.[1];
  if (read.address !== null || read.choice !== null || unit === undefined) return read;
  return { ...read, address: { ...NO_ADDRESS, unit }, intents: [...without(read, "other"), "give_address"] };
};

/** A ZIP, wherever it stands. */
export const zipAnywhere: Look = (read, text) => {
  const { address } = read;
  if (address === null || address.zip !== null) return read;
  const zip = text.match(/\b\d{5}\b/g)?.find((digits) => digits !== address.number && findZip(digits) !== null);
  return zip === undefined ? read : { ...read, address: { ...address, zip } };
};

/** A city without a street: in answer to where, in a question about the area, or where somebody says they are. */
export const cityAlone: Look = (read, text, { asked }) => {
  if (read.address !== null) return read;
  const isAnswer = asked === "address" && wordCount(text) <= LONGEST_PLACE && read.intents.includes("other");
  const isQuestion = read.intents.includes("ask_area");
  const named = isAnswer ? cityInAnswer(text) : isQuestion ? cityAskedAbout(text) : cityStated(text);
  if (named === null) return read;
  const intents = [...without(read, "other"), "give_address" as const];
  return { ...read, address: { ...NO_ADDRESS, ...named }, intents, confidence: Math.max(read.confidence, 0.7) };
};

/** A city that stands before its street: "San Jose, 100 W Santa Clara St". */
export const cityBeforeStreet: Look = (read, text) => {
  const { address } = read;
  if (address === null || address.street === null || address.city !== null || address.zip !== null) return read;
  const [first = "", ...rest] = text.split(",");
  const named = rest.length > 0 && !/\d/.test(first) ? cityInAnswer(first) : null;
  return named === null ? read : { ...read, address: { ...address, ...named } };
};

const OUR_WAY = new RegExp(
  [
    "(?<!\\b(?:need|want|like|have|send|for) )\\b(?:you|u|ya|y'?all|they)(?: guys| all)?(?: still| also| even)? (?:services?|serve|cover|come|go|travel|work|drive|deliver)\\b",
    "\\b(?:ustedes|usted)(?: tambi[eé]n)? (?:cubren?|llegan?|vienen?|van?|atienden?|dan?)\\b|\\b(?:cubren|dan servicio)\\b",
  ].join("|"),
  "i",
);

/** Where the house stands, in answer to its address, is no question about the area; how far we come is one. */
export const whereNotWhether: Look = (read, text, { asked }) => {
  if (asked !== "address" || !read.intents.includes("ask_area") || asksSomething(text)) return read;
  if (/^\W*(do|does|is|are|will|can|would)\b/i.test(text) || OUR_WAY.test(text.replaceAll("’", "'"))) return read;
  const left = without(read, "ask_area");
  return { ...read, intents: left.length > 0 ? left : ["other"] };
};

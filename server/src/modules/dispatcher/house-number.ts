/** What the answer to a read-back says of the house's number: another one in its place, and the words without either. */
export type HouseNumberSaid = { corrected: string | null; rest: string };

const NUMBER = /(?<![\w:$/.-]|\d )\d{1,6}(?![\w:/-]|\.\d| \d)/g;
const DENIED_BEFORE = /\b(?:not|isn'?t|no es|no|instead of|rather than|en (?:vez|lugar) de)(?: the| el| la)?\s+$/i;
const RIGHT_AFTER = /^,? *(?:is|es|est[aá])?,? *(?:correct|right|fine|good|ok|bien|correcto)\b/i;
const WRONG_AFTER = /^,? *(?:is|es|est[aá])?,? *(?:wrong|incorrect|mal\b|not (?:right|correct)|equivocad)/i;
const HOUSE = "\\b(?:house|address|casa|direcci[oó]n)(?: (?:number|no\\.?|n[uú]mero))?";
/** A bare "number" is the house's only where a clause begins: "the gate number" is none. */
const BARE =
  "(?:^|[.,;:!?\\n]) *(?:(?:no|wait|sorry|actually|almost|so|but|and|it'?s|the|pero|perd[oó]n|es|el)\\W+)*(?:number|n[uú]mero)";
const IS = "(?: (?:really|actually|should|must|has to|debe|deber[ií]a|que))* (?:is|be|es|ser)";
const ANNOUNCED = new RegExp(`(?:${HOUSE}|${BARE})${IS}(?: (?:really|actually|number|no\\.?|el|la))?\\W*$`, "i");
/** A count goes on with what it counts: "2 techs". */
const ALONE = /^\W*$|^ *[.,;!\n)]|^ *(?:not|no|instead|rather|please|and|but|y|por favor|en vez)\b/i;
const ASKS_FOR_HOUR = /\b(?:at|around|by|before|after|until|do|make it|las)\s+$/i;
const SHORTEST_SURE = 3;

/**
 * Finds the numbers in an answer that are the house's: the one that was read back, and the one that it should be. Another
 * number is the house's where the known one is denied or where the house is spoken of. Null when there are none.
 */
export function houseNumberIn(text: string, known: string): HouseNumberSaid | null {
  const numbers = [...text.matchAll(NUMBER)].map(({ 0: digits, index }) => ({
    digits,
    at: index,
    before: text.slice(0, index),
    after: text.slice(index + digits.length),
  }));
  const isDenied = numbers.some(
    ({ digits, before, after }) =>
      digits === known && (WRONG_AFTER.test(after) || (DENIED_BEFORE.test(before) && !RIGHT_AFTER.test(after))),
  );
  const correct = numbers.find(
    ({ digits, before, after }) =>
      digits !== known && ALONE.test(after) && !ASKS_FOR_HOUR.test(before) && (isDenied || ANNOUNCED.test(before)),
  );
  const houses = numbers.filter(
    ({ digits, at, before }) =>
      at === correct?.at ||
      (digits === known && (isDenied || (known.length >= SHORTEST_SURE && !ASKS_FOR_HOUR.test(before)))),
  );
  if (houses.length === 0) return null;
  const rest = houses.reduceRight((left, { at, digits }) => left.slice(0, at) + left.slice(at + digits.length), text);
  return { corrected: correct?.digits ?? null, rest };
}

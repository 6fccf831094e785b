import { type Address, bearsNoNumber, type UnderstandInput, type Understanding } from "#understanding";
import { houseNumberIn } from "./house-number.ts";
import type { Session } from "./policy/session.ts";
import { saysWrong } from "./policy/signs.ts";
import { read, type Understander } from "./understander.ts";

const NO_ADDRESS: Address = { number: null, street: null, unit: null, city: null, state: null, zip: null };

/** What answers a read-back without a yes may be the address as it should be, or the name that it lacks. */
export async function asCorrection(
  understander: Understander,
  input: UnderstandInput,
  answer: Understanding,
  { name, address }: Session,
): Promise<Understanding> {
  const isWrong = answer.intents.includes("deny") || saysWrong(input.text);
  if (address !== null && answer.address === null) {
    const corrected = isWrong ? await asAddress(understander, input, address) : null;
    const found = corrected ?? (await asHouseNumber(understander, input, answer, address));
    if (found !== null) return found;
  }
  return name === null && !isWrong && answer.intents.includes("other") ? asName(understander, input, answer) : answer;
}

/** "It's Birch Lane, not Beech": the street of the address that was read back, whose number may stay. */
async function asAddress(
  understander: Understander,
  input: UnderstandInput,
  known: Address,
): Promise<Understanding | null> {
  const { address, ...asked } = await read(understander, { ...input, context: "address" });
  if (address === null || address.street === null) return null;
  const number = address.number ?? (bearsNoNumber(address.street) ? null : known.number);
  return { ...asked, name: null, address: { ...address, number } };
}

/** "Almost, it should be 221": another number for the house. Where a number is the house's, it is no hour. */
async function asHouseNumber(
  understander: Understander,
  input: UnderstandInput,
  answer: Understanding,
  known: Address,
): Promise<Understanding | null> {
  const said = known.number === null ? null : houseNumberIn(input.text, known.number);
  if (said === null) return null;
  const rest = answer.time.kind === "none" ? answer : await read(understander, { ...input, text: said.rest });
  if (said.corrected === null || answer.intents.includes("confirm")) return rest;
  const intents = [...rest.intents.filter((intent) => intent !== "other"), "give_address" as const];
  return { ...rest, address: { ...NO_ADDRESS, number: said.corrected, street: known.street }, intents };
}

/** Some sign a read-back with their name before they say yes. */
export async function asName(
  understander: Understander,
  input: UnderstandInput,
  unclear: Understanding,
): Promise<Understanding> {
  const asked = await read(understander, { ...input, context: "name" });
  const looksLikeName = /^\p{Lu}|\s/u.test(input.text.trim());
  return looksLikeName && asked.name !== null && asked.intents.every((intent) => intent === "give_name")
    ? asked
    : unclear;
}

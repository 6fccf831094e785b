import { type AddressFound, findAddress } from "../address/index.ts";
import type { Address, Context } from "../contract.ts";
import { strongTypes } from "../lexicon/address.ts";
import { fold } from "../text/characters.ts";
import type { Message } from "../text/message.ts";
import { detectTime } from "../time/index.ts";

const none: AddressFound = { address: null, spans: [] };

/**
 * The place in a message, unless a time was asked for and is what its words are: "a las 8 el 15" names no street El, and
 * "the 12th at half past two" is no corner.
 */
export function detectPlace(message: Message, context: Context): AddressFound {
  const found = findAddress(message, context);
  const askedTime = context === "time" || context === "slot_choice";
  const isTime = () => detectTime(message, null, context).wanted.kind !== "none";
  return askedTime && isLoose(found.address) && isTime() ? none : found;
}

/** Neither a street with a type nor anything around it. */
function isLoose(address: Address | null): boolean {
  if (address === null || address.city !== null || address.zip !== null) return false;
  return !fold(address.street ?? "")
    .split(" ")
    .some((word) => strongTypes.has(word));
}

import { type AreaCode, areaCodes } from "./area-codes.ts";
import type { Directory } from "./directory.ts";

/** A number that can be bought. */
export interface ForSale {
  phoneNumber: string;
  area: AreaCode | undefined;
}

const tollFreeCodes = ["800", "833", "844", "855", "866", "877", "888"];

/** The fictional numbers of an area code: 555-0100 to 555-0199. Source: ATIS-0300115. */
const fictional = (areaCode: string): string[] =>
  Array.from({ length: 100 }, (_, index) => `+1${areaCode}55501${String(index).padStart(2, "0")}`);

/** Numbers of the carrier that nobody has: neither an account nor (`isTaken`) a simulated person. */
export function* numbersForSale(
  directory: Directory,
  kind: "local" | "toll-free",
  isTaken: (phoneNumber: string) => boolean,
): Generator<ForSale> {
  const codes = kind === "local" ? Object.keys(areaCodes) : tollFreeCodes;
  for (const code of codes) {
    for (const phoneNumber of fictional(code)) {
      if (!directory.owned(phoneNumber) && !isTaken(phoneNumber)) yield { phoneNumber, area: areaCodes[code] };
    }
  }
}

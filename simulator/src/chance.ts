import { hash } from "node:crypto";

/** Reproducible randomness: every draw is a function of the seed and a name, so that the order of draws is without effect. */
export interface Chance {
  /** A number in [0, 1) that belongs to these words. */
  roll(...name: (string | number)[]): number;
  /** Whether something of this probability (0 to 1) happens under this name. */
  happens(probability: number, ...name: (string | number)[]): boolean;
  /** `length` hexadecimal digits (at most 64) that belong to these words. */
  hex(length: number, ...name: (string | number)[]): string;
  /** A new identifier in Twilio's form: the prefix and 32 hexadecimal digits. */
  sid(prefix: string): string;
  /** The UUID (version 4 in form) that belongs to these words. */
  uuid(...name: (string | number)[]): string;
}

export function createChance(seed: number | string): Chance {
  const drawn = new Map<string, number>();

  const hex: Chance["hex"] = (length, ...name) => hash("sha256", `${seed}/${name.join("/")}`, "hex").slice(0, length);

  const roll: Chance["roll"] = (...name) => Number.parseInt(hex(12, ...name), 16) / 2 ** 48;

  return {
    hex,
    roll,
    happens: (probability, ...name) => probability > 0 && roll(...name) < probability,
    sid(prefix) {
      const count = drawn.get(prefix) ?? 0;
      drawn.set(prefix, count + 1);
      return prefix + hex(32, prefix, count);
    },
    uuid(...name) {
      const digits = hex(32, "uuid", ...name);
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
    },
  };
}

import { sameAddress } from "./same-address.ts";
import type { Expectation } from "./sets.ts";

type Fields = Record<string, unknown>;

/** Every expectation must hold; a field that the expectation does not name may be anything. */
export function fulfils(expected: Expectation, understood: Fields): boolean {
  return Object.entries(expected).every(([field, value]) => holds(field, value, understood));
}

function holds(field: string, expected: unknown, understood: Fields): boolean {
  switch (field) {
    case "intents":
      return sameMembers(list(expected), list(understood.intents));
    case "intents_include":
      return list(expected).every((intent) => list(understood.intents).includes(intent));
    case "intents_exclude":
      return !list(expected).some((intent) => list(understood.intents).includes(intent));
    case "level_in":
      return list(expected).includes(understood.level);
    case "name":
      return foldName(expected) === foldName(understood.name);
    case "name_in":
      return list(expected).some((name) => foldName(name) === foldName(understood.name));
    case "time":
      return sameTime(fields(expected), fields(understood.time));
    case "address":
      return sameAddress(expected, understood.address);
    default:
      return (understood[field] ?? null) === expected;
  }
}

function sameTime(expected: Fields, understood: Fields): boolean {
  return Object.entries(expected).every(([part, value]) =>
    part === "excluded" ? sameMembers(list(value), list(understood.excluded)) : (understood[part] ?? null) === value,
  );
}

function sameMembers(one: unknown[], other: unknown[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((member) => other.includes(member));
}

/** Names are compared without case, full stops and doubled spaces, because people type them in every way. */
function foldName(name: unknown): string | null {
  return typeof name === "string" ? name.toLowerCase().replaceAll(".", "").replace(/\s+/g, " ").trim() : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

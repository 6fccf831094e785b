/** USPS Publication 28, appendices B and C1: abbreviations that mean the same street. */
const WRITTEN_OUT: Record<string, string> = {
  n: "north",
  s: "south",
  e: "east",
  w: "west",
  ne: "northeast",
  nw: "northwest",
  se: "southeast",
  sw: "southwest",
  av: "avenue",
  ave: "avenue",
  blvd: "boulevard",
  cir: "circle",
  ct: "court",
  cv: "cove",
  dr: "drive",
  fm: "farm to market",
  hwy: "highway",
  ln: "lane",
  pkwy: "parkway",
  pl: "place",
  pt: "point",
  rd: "road",
  sq: "square",
  st: "street",
  ter: "terrace",
};

/**
 * Whether an understood address has every part that is expected: null means that none may be found,
 * a part that is null that it may not be there. Case, punctuation, accents and USPS abbreviations do not count;
 * a ZIP is its first five digits.
 */
export function sameAddress(expected: unknown, understood: unknown): boolean {
  if (expected === null) return (understood ?? null) === null;
  if (!isRecord(expected) || !isRecord(understood)) return false;
  return Object.entries(expected).every(([part, value]) => foldPart(part, value) === foldPart(part, understood[part]));
}

function foldPart(part: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const folded = foldText(String(value));
  if (part === "zip") return folded.slice(0, 5);
  return part === "street" ? folded.split(" ").map(writeOut).join(" ") : folded;
}

function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[.,#]/g, "").replace(/\s+/g, " ").trim();
}

function writeOut(word: string): string {
  return WRITTEN_OUT[word] ?? word;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

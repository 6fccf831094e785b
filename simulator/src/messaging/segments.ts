const gsmBasic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const gsmExtended = new Set("^{}\\[~]|€\f");

/**
 * How many SMS segments a body takes: 160 GSM-7 characters (153 each when several) or 70 UTF-16 units (67 each).
 * A character is never cut in two by the end of a segment. Source: 3GPP TS 23.038, TS 23.040.
 */
export function countSegments(body: string): number {
  const characters = [...body];
  const isGsm = characters.every((character) => gsmBasic.has(character) || gsmExtended.has(character));
  const lengths = characters.map((character) => {
    if (!isGsm) return character.length;
    return gsmExtended.has(character) ? 2 : 1;
  });
  const [single, multiple] = isGsm ? [160, 153] : [70, 67];
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return total <= single ? 1 : fill(lengths, multiple);
}

function fill(lengths: number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const length of lengths) {
    if (used + length > room) {
      segments += 1;
      used = 0;
    }
    used += length;
  }
  return segments;
}

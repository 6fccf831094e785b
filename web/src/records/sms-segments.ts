const gsmBasic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const gsmExtended = new Set("^{}\\[~]|€\f");

export interface SmsSize {
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** Units still free in the last segment. */
  left: number;
  /** The first character that no GSM-7 alphabet has; it more than halves the room. */
  costly: string | null;
}

/**
 * What a text takes on the wire: 160 GSM-7 characters (153 each when several) or 70 UTF-16 units (67 each). The end of a
 * segment never cuts a character in two. Source: 3GPP TS 23.038, TS 23.040.
 */
export function measureSms(body: string): SmsSize {
  const characters = [...body];
  const costly = characters.find((one) => !gsmBasic.has(one) && !gsmExtended.has(one)) ?? null;
  const sizes = characters.map((one) => (costly === null ? (gsmExtended.has(one) ? 2 : 1) : one.length));
  const [alone, chained] = costly === null ? [160, 153] : [70, 67];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const encoding = costly === null ? "GSM-7" : "UCS-2";
  if (total <= alone) return { encoding, segments: 1, left: alone - total, costly };
  return { encoding, ...fill(sizes, chained), costly };
}

function fill(sizes: readonly number[], room: number): { segments: number; left: number } {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { segments, left: room - used };
}

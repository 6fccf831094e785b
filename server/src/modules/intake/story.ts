import { createHash } from "node:crypto";

/** Our namespace of story ids (RFC 9562 section 6.6). */
const STORIES = Buffer.from("6f1f6f4e0c6d4b7a9a3a5f2f1d0c7e55", "hex");

/**
 * The correlation id of everything that follows from one subject's webhooks: a name-based UUID (RFC 9562 section 5.5), so
 * that every process and every repetition finds the same.
 */
export function storyId(tenantId: string, subject: string): string {
  const digest = createHash("sha1").update(STORIES).update(`${tenantId}/${subject}`).digest();
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x50;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals small secrets for the database. `place` (table, column, row) is authenticated: a sealed value moved elsewhere does not open. */
export type Sealer = {
  seal(plain: string, place: string): Buffer;
  /** @throws when the value was tampered with, moved, or sealed under another key. */
  open(sealed: Buffer, place: string): string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key derived from the installation's secret (HKDF-SHA-256, RFC 5869). */
export function createSealer(secret: Buffer): Sealer {
  const key = Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), "nevermisscall sealing v1", 32));
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}

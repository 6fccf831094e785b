import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Makes ids and secrets; a seeded world brings its own so that a failing run replays. */
export type Ids = {
  /** A new RFC 9562 version 7 UUID of the clock's time. */
  id(): string;
  /** An unguessable URL-safe token of `bytes` random bytes. */
  token(bytes: number): string;
};

/**
 * Ids from the operating system's randomness and the given clock. Those of one millisecond count upwards (RFC 9562
 * section 6.2), so that what happened in one order is also listed in it.
 */
export function systemIds(clock: Clock): Ids {
  const freshRandom = createRandomness();
  let latest: { milliseconds: number; random: Buffer } = { milliseconds: -1, random: randomBytes(RANDOM_BYTES) };
  return {
    id() {
      const milliseconds = clock.now().epochMilliseconds;
      const random = milliseconds === latest.milliseconds ? successor(latest.random) : freshRandom();
      latest = { milliseconds, random };
      return versionSeven(milliseconds, random);
    },
    token: (bytes) => randomBytes(bytes).toString("base64url"),
  };
}

const RANDOM_BYTES = 10;
const COUNTED_BYTES = 6;

/** To ask for one id's is as dear as for that many. */
const IDS_AT_ONCE = 256;

function createRandomness(): () => Buffer {
  let stock = Buffer.alloc(0);
  return () => {
    if (stock.length === 0) stock = randomBytes(RANDOM_BYTES * IDS_AT_ONCE);
    const random = stock.subarray(0, RANDOM_BYTES);
    stock = stock.subarray(RANDOM_BYTES);
    // The counted part's highest bit stays free, so that it never runs over.
    random.writeUInt8(random.readUInt8(RANDOM_BYTES - COUNTED_BYTES) & 0x7f, RANDOM_BYTES - COUNTED_BYTES);
    return random;
  };
}

function successor(random: Buffer): Buffer {
  const next = Buffer.from(random);
  next.writeUIntBE(
    next.readUIntBE(RANDOM_BYTES - COUNTED_BYTES, COUNTED_BYTES) + 1,
    RANDOM_BYTES - COUNTED_BYTES,
    COUNTED_BYTES,
  );
  return next;
}

/** RFC 9562 section 5.7: 48 bits of Unix milliseconds, version, 12 and 62 random bits. */
export function versionSeven(epochMilliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(epochMilliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The moment in which a version 7 UUID was made, in whole milliseconds. */
export function momentOfId(id: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}

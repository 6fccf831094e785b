import { createHash } from "node:crypto";
import type { Ports } from "#platform/ports.ts";

/** Tells a browser that signed in before from a stranger's (OWASP: device cookies). It opens no door by itself. */
export const DEVICE_COOKIE = "nmc_device";
export const DEVICE_COOKIE_SECONDS = 365 * 24 * 3600;

const PLACE = "identity:device_cookie";
const DEVICE_ID_BYTES = 16;

/** The browser's id, if it signed in with this e-mail before. */
export function knownDevice(ports: Ports, cookie: string | undefined, email: string): string | null {
  if (cookie === undefined || cookie.length > 400) return null;
  const [owner, device] = opened(ports, cookie)?.split(":") ?? [];
  return owner === fingerprint(email) && device !== undefined ? device : null;
}

/** A cookie that makes this browser known under this e-mail. */
export function deviceCookie(ports: Ports, email: string, device: string | null): string {
  const id = device ?? ports.ids.token(DEVICE_ID_BYTES);
  return ports.sealer.seal(`${fingerprint(email)}:${id}`, PLACE).toString("base64url");
}

function opened(ports: Ports, cookie: string): string | null {
  try {
    return ports.sealer.open(Buffer.from(cookie, "base64url"), PLACE);
  } catch {
    return null;
  }
}

const fingerprint = (email: string) => createHash("sha256").update(email.toLowerCase()).digest("base64url");

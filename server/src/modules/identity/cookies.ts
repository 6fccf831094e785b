import type { FastifyReply } from "fastify";
import { SESSION_COOKIE } from "#platform/http/server.ts";
import type { Ports } from "#platform/ports.ts";
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS } from "./device.ts";
import { COOKIE_SECONDS } from "./sessions.ts";

const SIGN_IN = "/api/v1/session";

/** Gives a browser its session, out of reach of scripts and of other sites' forms, and makes it known at the next sign-in. */
export function setCookies(ports: Ports, reply: FastifyReply, { token, device }: { token: string; device: string }) {
  const secure = ports.config.publicUrl?.startsWith("https:") === true;
  const guarded = { httpOnly: true, sameSite: "lax", secure } as const;
  reply.setCookie(SESSION_COOKIE, token, { ...guarded, path: "/", maxAge: COOKIE_SECONDS });
  reply.setCookie(DEVICE_COOKIE, device, { ...guarded, path: SIGN_IN, maxAge: DEVICE_COOKIE_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply) {
  reply.clearCookie(SESSION_COOKIE, { path: "/" });
}

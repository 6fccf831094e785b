import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { NOT_FOUND, Refused, UNAUTHENTICATED } from "#platform/http/problem.ts";
import { definePortsRoute, defineRoute, type Session, signedIn } from "#platform/http/route.ts";
import { SESSION_COOKIE } from "#platform/http/server.ts";
import type { Ports } from "#platform/ports.ts";
import { clearSessionCookie, setCookies } from "./cookies.ts";
import { demoPeople } from "./demo-people.ts";
import { DEVICE_COOKIE, deviceCookie } from "./device.ts";
import { listPeople } from "./people.ts";
import {
  credentials,
  demoResponse,
  peopleResponse,
  sessionResponse,
  sessionsResponse,
  visitorResponse,
} from "./schema.ts";
import { authenticate, closeSession, listSessions, openSession } from "./sessions.ts";
import { checkCredentials } from "./sign-in.ts";

export const routes = [
  definePortsRoute({
    method: "GET",
    path: "/demo",
    summary: "Whether this is a demo, and its people",
    permission: "public",
    response: demoResponse,
    handle: async (ports) => ({
      demo: ports.config.demo,
      people: ports.config.demo ? [...ports.answers(demoPeople).flat()] : [],
    }),
  }),
  definePortsRoute({
    method: "POST",
    path: "/session",
    summary: "Sign in",
    permission: "public",
    body: credentials,
    response: sessionResponse,
    handle: async (ports, { body }, { request, reply }) => {
      const { cookies, ip } = request;
      const { device, ...who } = await checkCredentials(ports, body, cookies[DEVICE_COOKIE]);
      await closeCurrent(ports, request);
      const token = await openSession(ports, { ...who, ip, userAgent: request.headers["user-agent"] ?? "" });
      const session = await authenticate(ports, { [SESSION_COOKIE]: token });
      if (session === null) throw new Refused(UNAUTHENTICATED);
      setCookies(ports, reply, { token, device: deviceCookie(ports, body.email, device) });
      return shown(ports, session);
    },
  }),
  definePortsRoute({
    method: "GET",
    path: "/session",
    summary: "Who is signed in, and what they may do",
    permission: "session",
    response: sessionResponse,
    handle: async (ports, _asked, context) => shown(ports, signedIn(context)),
  }),
  definePortsRoute({
    method: "GET",
    path: "/visitor",
    summary: "Who is signed in, if anybody is",
    permission: "public",
    response: visitorResponse,
    handle: async (ports, _asked, { request }) => {
      const session = await authenticate(ports, request.cookies);
      return { session: session === null ? null : shown(ports, session) };
    },
  }),
  definePortsRoute({
    method: "DELETE",
    path: "/session",
    summary: "Sign out",
    permission: "session",
    response: z.object({}),
    handle: async (ports, _asked, context) => {
      const session = signedIn(context);
      await closeSession(ports, session, session.id);
      clearSessionCookie(context.reply);
      return {};
    },
  }),
  definePortsRoute({
    method: "GET",
    path: "/sessions",
    summary: "Where the person is signed in, the last used first",
    permission: "session",
    response: sessionsResponse,
    handle: async (ports, _asked, context) => ({ data: await listSessions(ports, signedIn(context)) }),
  }),
  definePortsRoute({
    method: "DELETE",
    path: "/sessions/:id",
    summary: "Sign out somewhere else",
    permission: "session",
    params: z.object({ id }),
    response: z.object({}),
    handle: async (ports, { params }, context) => {
      if (!(await closeSession(ports, signedIn(context), params.id))) throw new Refused(NOT_FOUND);
      return {};
    },
  }),
  defineRoute({
    method: "GET",
    path: "/people",
    summary: "The people of this business",
    permission: "session",
    response: peopleResponse,
    handle: async (scope) => ({ data: await listPeople(scope) }),
  }),
];

/** A new sign-in ends what the browser was signed in to: no session outlives the change of who uses it. */
async function closeCurrent(ports: Ports, { cookies }: FastifyRequest): Promise<void> {
  const session = await authenticate(ports, cookies);
  if (session !== null) await closeSession(ports, session, session.id);
}

function shown(ports: Ports, session: Session) {
  const simulator = ports.config.carrier.kind === "simulator";
  return { ...session, permissions: [...session.permissions], simulator };
}

import { z } from "zod";
import { Refused, UNAUTHENTICATED } from "#platform/http/problem.ts";
import { definePortsRoute, defineRoute } from "#platform/http/route.ts";
import { SESSION_COOKIE } from "#platform/http/server.ts";
import { demoPeople } from "./demo-people.ts";
import { listPeople } from "./people.ts";
import { credentials, demoResponse, peopleResponse, sessionResponse } from "./schema.ts";
import { authenticate, COOKIE_SECONDS, closeSession, openSession } from "./sessions.ts";
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
      const who = await checkCredentials(ports, body);
      const token = await openSession(ports, {
        ...who,
        ip: request.ip,
        userAgent: request.headers["user-agent"] ?? "",
      });
      const secure = ports.config.publicUrl?.startsWith("https:") === true;
      reply.setCookie(SESSION_COOKIE, token, {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure,
        maxAge: COOKIE_SECONDS,
      });
      const session = await authenticate(ports, { [SESSION_COOKIE]: token });
      if (session === null) throw new Refused(UNAUTHENTICATED);
      return {
        ...session,
        permissions: [...session.permissions],
        simulator: ports.config.carrier.kind === "simulator",
      };
    },
  }),
  definePortsRoute({
    method: "GET",
    path: "/session",
    summary: "Who is signed in, and what they may do",
    permission: "session",
    response: sessionResponse,
    handle: async (ports, _asked, { session }) => {
      if (session === null) throw new Refused(UNAUTHENTICATED);
      return {
        ...session,
        permissions: [...session.permissions],
        simulator: ports.config.carrier.kind === "simulator",
      };
    },
  }),
  definePortsRoute({
    method: "DELETE",
    path: "/session",
    summary: "Sign out",
    permission: "session",
    response: z.object({}),
    handle: async (ports, _asked, { session, reply }) => {
      if (session !== null) await closeSession(ports, session.id);
      reply.clearCookie(SESSION_COOKIE, { path: "/" });
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

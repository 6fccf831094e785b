import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Role } from "../module.ts";
import type { Ports } from "../ports.ts";
import type { Scope } from "../scope.ts";

/** Who is signed in, in which business, with which rights. */
export type Session = {
  id: string;
  user: { id: string; email: string; first_name: string; last_name: string };
  tenant: { id: string; business_name: string; timezone: string; trade_type: string };
  role: Role;
  permissions: readonly string[];
  /** When it ends unless it is used before. */
  ends_at: Temporal.Instant;
};

type Shape = z.ZodType | undefined;
type Read<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

type Declared<Params extends Shape, Query extends Shape, Body extends Shape, Response extends z.ZodType> = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below /api/v1. */
  path: string;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  /** 200 by default. */
  status?: number;
};

export type Asked<Params extends Shape, Query extends Shape, Body extends Shape> = {
  params: Read<Params>;
  query: Read<Query>;
  body: Read<Body>;
};

/** What an HTTP server needs to know of a route, whichever kind it is. */
export type Route = Declared<Shape, Shape, Shape, z.ZodType> & {
  /** A permission, "session" (any signed-in person) or "public". */
  permission: string;
  answer(context: RouteContext): Promise<unknown>;
};

export type RouteContext = { ports: Ports; session: Session | null; request: FastifyRequest; reply: FastifyReply };

/** A route for a signed-in person; it runs in one transaction of the person's business. */
export function defineRoute<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  Response extends z.ZodType = z.ZodType,
>(
  route: Declared<Params, Query, Body, Response> & {
    permission: string;
    handle(scope: Scope, asked: Asked<Params, Query, Body>, session: Session): Promise<z.output<Response>>;
  },
): Route {
  return {
    ...route,
    answer: async (context) => {
      const session = signedIn(context);
      return context.ports.scope(session.tenant.id, { type: "user", id: session.user.id }, (scope) =>
        route.handle(scope, asked(context.request), session),
      );
    },
  };
}

/** A route that opens its own scopes, or none: sign-in, the outside world, work before a session exists. */
export function definePortsRoute<
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
  Response extends z.ZodType = z.ZodType,
>(
  route: Declared<Params, Query, Body, Response> & {
    permission: string;
    handle(ports: Ports, asked: Asked<Params, Query, Body>, context: RouteContext): Promise<z.output<Response>>;
  },
): Route {
  return { ...route, answer: (context) => route.handle(context.ports, asked(context.request), context) };
}

/** Fastify has validated the request against the declared shapes before a route runs. */
function asked<Params extends Shape, Query extends Shape, Body extends Shape>(
  request: FastifyRequest,
): Asked<Params, Query, Body> {
  return {
    params: request.params as Read<Params>,
    query: request.query as Read<Query>,
    body: request.body as Read<Body>,
  };
}

/** The session of a route that is not public. */
export function signedIn({ session }: RouteContext): Session {
  if (session === null) throw new Error("A public route asked for its session.");
  return session;
}

/** Mounts HTTP that is not JSON for people. */
export type Mount = (app: FastifyInstance, ports: Ports, authenticate: Authenticate) => void | Promise<void>;

/** Finds the session of a request's cookie, or null. */
export type Authenticate = (cookies: Record<string, string | undefined>) => Promise<Session | null>;

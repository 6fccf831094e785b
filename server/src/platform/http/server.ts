import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Module } from "../module.ts";
import type { Ports } from "../ports.ts";
import { mountHealth } from "./health.ts";
import { finishInHand } from "./in-hand.ts";
import { BUSY, FORBIDDEN, NOT_FOUND, problem, Refused, sendProblem, UNAUTHENTICATED } from "./problem.ts";
import type { Authenticate, Mount, Route, Session } from "./route.ts";

export const SESSION_COOKIE = "nmc_session";
const API = "/api/v1";
const BODY_LIMIT_BYTES = 1_048_576;
/** Nobody needs longer to send so little; who does holds a connection that others could use. */
const LONGEST_REQUEST_MS = 10_000;
/** Node.js bounds a slow body only when the bounds were given with its server: those that Fastify sets later do not do it. */
const RECEIVING = {
  requestTimeout: LONGEST_REQUEST_MS,
  headersTimeout: LONGEST_REQUEST_MS,
  connectionsCheckingInterval: 1_000,
};

/** Builds the HTTP server out of what the modules declare. It does not listen yet. */
export async function createHttpServer(
  ports: Ports,
  modules: readonly Module[],
  authenticate: Authenticate,
  mounts: readonly Mount[] = [],
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: ports.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    http: RECEIVING,
    genReqId: () => ports.ids.id(),
    // A logger for each request costs more than most requests; the few that log name themselves.
    childLoggerFactory: (log) => log,
    trustProxy: false,
  });
  finishInHand(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "NeverMissCall", version: "1" } },
    transform: jsonSchemaTransform,
  });
  await app.register(async (forMachines) => {
    for (const module of modules) await module.mountForMachines?.(forMachines, ports, authenticate);
  });
  await app.register(async (forPeople) => {
    await addForBrowsers(forPeople, ports);
    mountHealth(forPeople, ports);
    for (const module of modules) {
      for (const route of module.routes ?? []) addRoute(forPeople, ports, module.name, route, authenticate);
    }
    for (const module of modules) await module.mount?.(forPeople, ports, authenticate);
    for (const mount of mounts) await mount(forPeople, ports, authenticate);
    forPeople.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}

/** Cookies, headers that restrict what a page may do, and the refusal of other sites. */
async function addForBrowsers(app: FastifyInstance, ports: Ports): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: ports.config.production,
  });
  app.addHook("onRequest", refuseForeignOrigin);
  app.addHook("onRequest", async (request) => {
    if (ports.pressure.isHigh() && isApi(request)) throw new Refused(BUSY);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(Object.assign(new Refused(NOT_FOUND), { code: "not_found" }), request, reply),
  );
}

/** Scripts, styles and connections come from our own origin only; inline styles are what charts and popovers position with. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:", "blob:"],
  connectSrc: ["'self'", "ws:", "wss:"],
  fontSrc: ["'self'", "data:"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

function addRoute(app: FastifyInstance, ports: Ports, module: string, route: Route, authenticate: Authenticate): void {
  app.route({
    method: route.method,
    url: `${API}${route.path}`,
    schema: {
      summary: route.summary,
      tags: [module],
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      response: { [route.status ?? 200]: route.response, "4xx": problem },
    },
    handler: async (request, reply) => {
      const session = route.permission === "public" ? null : await admitted(request, route.permission, authenticate);
      const answer = await route.answer({ ports, session, request, reply });
      return reply.code(route.status ?? 200).send(answer);
    },
  });
}

async function admitted(request: FastifyRequest, permission: string, authenticate: Authenticate): Promise<Session> {
  const session = await authenticate(request.cookies);
  if (session === null) throw new Refused(UNAUTHENTICATED);
  if (permission !== "session" && !session.permissions.includes(permission)) throw new Refused(FORBIDDEN);
  return session;
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

const isApi = ({ routeOptions }: FastifyRequest) => routeOptions.url?.startsWith(API) === true;

/**
 * Cross-site request forgery: a browser that changes something must come from our own origin. The matched route is asked,
 * because the address as it was sent may be spelled in other ways: `/%61pi/v1/session`.
 */
async function refuseForeignOrigin(request: FastifyRequest): Promise<void> {
  const { origin, host } = request.headers;
  if (SAFE_METHODS.has(request.method) || origin === undefined || !isApi(request)) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Refused(FORBIDDEN, "This request came from another site.");
}

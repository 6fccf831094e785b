import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { simulatorControl } from "../control/control.ts";
import type { Account } from "../directory/account.ts";
import type { World } from "../world.ts";
import { accountRoutes, subaccountRoutes } from "./accounts/routes.ts";
import { mayActFor, signIn } from "./authentication.ts";
import { callRoutes } from "./calls/routes.ts";
import { restFaults } from "./faults.ts";
import { lookupRoutes } from "./lookups/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { numberRoutes } from "./numbers/routes.ts";
import { searchRoutes } from "./numbers/search.ts";
import { isTwilioError, notFound } from "./problem.ts";
import { recordingRoutes } from "./recordings/routes.ts";
import { refuseWith } from "./request.ts";
import { serviceRoutes } from "./services/routes.ts";

/** Twilio's REST interface, as a Fastify plug-in: each sub-domain under its own prefix, as `twilioUrl` maps them. */
async function twilioInterface(app: FastifyInstance, world: World): Promise<void> {
  const accounts = new WeakMap<object, Account>();
  const signedIn = (request: object): Account => accounts.get(request) as Account;

  await app.register(formbody);
  app.setNotFoundHandler((request, reply) => refuseWith(reply, notFound(request.url)));
  app.addHook("onRequest", async (request, reply) => {
    const account = signIn(world.directory, request.headers.authorization);
    if (isTwilioError(account)) return refuseWith(reply, account);
    accounts.set(request, account);
    return undefined;
  });
  restFaults(app, world);

  await app.register(async (api) => subaccountRoutes(api, world, signedIn), { prefix: "/api/2010-04-01" });
  await app.register(async (api) => accountScope(api, world, signedIn), {
    prefix: "/api/2010-04-01/Accounts/:accountSid",
  });
  await app.register(async (messaging) => serviceRoutes(messaging, world, signedIn), { prefix: "/messaging/v1" });
  await app.register(async (lookups) => lookupRoutes(lookups, world), { prefix: "/lookups/v2" });
}

/** Everything below an account that the caller may act for. */
function accountScope(app: FastifyInstance, world: World, signedIn: (request: FastifyRequest) => Account): void {
  app.addHook<{ Params: { accountSid: string } }>("onRequest", async (request, reply) => {
    if (mayActFor(signedIn(request), request.params.accountSid, world.directory)) return undefined;
    return refuseWith(reply, notFound(request.url));
  });
  accountRoutes(app, world);
  callRoutes(app, world);
  messageRoutes(app, world);
  numberRoutes(app, world);
  searchRoutes(app, world);
  recordingRoutes(app, world);
}

/** The simulator's own HTTP server. */
export function createHttpServer(world: World): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.register(async (scope) => twilioInterface(scope, world));
  app.register(simulatorControl({ world }), { prefix: "/simulator" });
  return app;
}

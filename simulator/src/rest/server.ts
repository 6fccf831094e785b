import formbody from "@fastify/formbody";
import fastify, { type FastifyInstance } from "fastify";
import type { World } from "../world.ts";
import { mayActFor, signIn } from "./authentication.ts";
import { restFaults } from "./faults.ts";
import { messageRoutes } from "./messages/routes.ts";
import { isTwilioError, notFound } from "./problem.ts";
import { refuseWith } from "./request.ts";

/** Serves Twilio's REST interface: each sub-domain under its own prefix, as `twilioUrl` maps them. */
export function createHttpServer(world: World): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  app.register(formbody);
  app.setNotFoundHandler((request, reply) => refuseWith(reply, notFound(request.url)));
  app.register(async (api) => accountScope(api, world), { prefix: "/api/2010-04-01/Accounts/:accountSid" });
  return app;
}

/** Everything below an account: signed in, and for an account that the caller may act for. */
function accountScope(app: FastifyInstance, world: World): void {
  app.addHook<{ Params: { accountSid: string } }>("onRequest", async (request, reply) => {
    const account = signIn(world.directory, request.headers.authorization);
    if (isTwilioError(account)) return refuseWith(reply, account);
    if (mayActFor(account, request.params.accountSid, world.directory)) return undefined;
    return refuseWith(reply, notFound(request.url));
  });
  restFaults(app, world);
  messageRoutes(app, world);
}

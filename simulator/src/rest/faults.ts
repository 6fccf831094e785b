import { setTimeout as realSleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../world.ts";
import { errorBody, refusal } from "./problem.ts";

/** Lets requests to the REST interface fail as the knobs have it, before or after they were carried out. */
export function restFaults(app: FastifyInstance, world: World): void {
  const names = new WeakMap<FastifyRequest, string>();
  let requests = 0;

  const happens = (probability: number, fault: string, request: FastifyRequest): boolean =>
    world.chance.happens(probability, fault, names.get(request) ?? "");

  const cutConnection = (reply: FastifyReply): void => {
    reply.hijack();
    reply.raw.destroy();
  };

  app.addHook("preHandler", async (request, reply) => {
    requests += 1;
    names.set(request, `${request.method} ${request.url} ${requests}`);
    const { tooManyRequests, timedOut, timeoutMs } = world.faults.get().rest;
    if (happens(tooManyRequests, "429", request)) {
      return reply.code(429).send(errorBody(refusal(429, 20429, "Too Many Requests")));
    }
    if (!happens(timedOut, "time-out", request)) return undefined;
    // The client's time-outs are of real time, so this silence is too.
    await realSleep(timeoutMs);
    cutConnection(reply);
    return reply;
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const { responseLost, errorAfterAccepting } = world.faults.get().rest;
    if (request.method === "GET" || reply.statusCode >= 300) return payload;
    if (happens(responseLost, "response lost", request)) cutConnection(reply);
    else if (happens(errorAfterAccepting, "5xx", request)) {
      reply.code(500).header("content-type", "application/json");
      return JSON.stringify(errorBody(refusal(500, 20500, "An internal server error has occurred")));
    }
    return payload;
  });
}

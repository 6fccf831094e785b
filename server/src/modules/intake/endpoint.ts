import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { createRoutes } from "#numbers";
import type { Mount } from "#platform/http/route.ts";
import { acceptWebhook, type FrontDoor } from "./accept.ts";
import { createRefusalCount } from "./refusals.ts";
import { createStore } from "./store.ts";
import { webhookTopics } from "./topics.ts";

const BODY_LIMIT_BYTES = 1_048_576;
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const place = z.object({ token: z.string(), topic: z.string() });

/** `POST /hooks/t/:token/:topic`: the one address of the front door. Bodies are kept as bytes: they are what was signed. */
export const mountHooks: Mount = async (app, ports) => {
  const door: FrontDoor = {
    topics: new Map(ports.answers(webhookTopics).map((topic) => [topic.topic, topic])),
    routes: createRoutes(ports),
    store: createStore(ports),
    refusals: createRefusalCount(ports),
  };
  await app.register(async (hooks) => {
    keepBodies(hooks, door);
    hooks.addHook("onClose", async () => {
      await door.refusals.idle();
    });
    hooks.post("/hooks/t/:token/:topic", { schema: { hide: true } }, async (request, reply) => {
      const twiml = await acceptWebhook(ports, door, {
        ...place.parse(request.params),
        path: request.raw.url ?? "",
        headers: request.headers,
        raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      });
      return reply.type("text/xml; charset=utf-8").send(twiml ?? EMPTY_TWIML);
    });
  });
};

function keepBodies(hooks: FastifyInstance, door: FrontDoor): void {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  hooks.addHook("onError", async (_request, _reply, error) => {
    if (error.statusCode === 413) door.refusals.raise("too_large");
  });
}

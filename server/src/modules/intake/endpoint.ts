import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { createRoutes } from "#numbers";
import type { Mount } from "#platform/http/route.ts";
import type { Ports } from "#platform/ports.ts";
import { acceptWebhook, type FrontDoor } from "./accept.ts";
import { createHold } from "./hold.ts";
import { createRefusalCount } from "./refusals.ts";
import { createStore } from "./store.ts";
import { isListed, type WebhookTopic, webhookTopics } from "./topics.ts";

const BODY_LIMIT_BYTES = 1_048_576;
/** More than two inserts take: the database does not keep up, or is away. */
const MANY_IN_HAND = 400;
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const place = z.object({ token: z.string(), topic: z.string() });

/** `POST /hooks/t/:token/:topic`: the one address of the front door. Bodies are kept as bytes: they are what was signed. */
export const mountHooks: Mount = async (app, ports) => {
  const door: FrontDoor = {
    topics: postableTopics(ports),
    routes: createRoutes(ports),
    store: createStore(ports),
    hold: createHold(),
    refusals: createRefusalCount(ports),
  };
  await app.register(async (hooks) => {
    keepBodies(hooks, door);
    ports.pressure.watch(() => door.hold.inHand() >= MANY_IN_HAND);
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

/** What is read in the carrier's lists cannot be posted. */
function postableTopics(ports: Ports): ReadonlyMap<string, WebhookTopic> {
  const topics = ports.answers(webhookTopics).filter(({ topic }) => !isListed(topic));
  return new Map(topics.map((topic) => [topic.topic, topic]));
}

function keepBodies(hooks: FastifyInstance, door: FrontDoor): void {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  hooks.addHook("onError", async (_request, _reply, error) => {
    if (error.statusCode === 413) door.refusals.raise("too_large");
  });
}

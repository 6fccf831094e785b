import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { createRoutes } from "#numbers";
import { Refused } from "#platform/http/problem.ts";
import type { Mount } from "#platform/http/route.ts";
import type { Ports } from "#platform/ports.ts";
import { acceptWebhook, expectWebhook, type FrontDoor } from "./accept.ts";
import { createHold } from "./hold.ts";
import { type Patiently, patience } from "./patience.ts";
import { createRefusalCount } from "./refusals.ts";
import { createStore } from "./store.ts";
import { isListed, type WebhookTopic, webhookTopics } from "./topics.ts";
import { createTurnedAway } from "./turned-away.ts";

/** Far above the largest body of the carrier, that of its debugger, which quotes what it complains of. */
const BODY_LIMIT_BYTES = 65_536;
/** Verified webhooks that wait to be written down: strangers cannot fill this. In memory they are their size several times. */
const MOST_HELD = { requests: 20_000, bytes: 128 * 1_048_576 };
/**
 * Requests whose number is asked of the database: those under a token that is not remembered, and what seems badly signed.
 * That takes milliseconds, so that more of them gather only when strangers come in crowds, or the database is away.
 */
const MOST_LOOKED_UP = { requests: 5_000, bytes: 64 * 1_048_576 };
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
    hold: createHold(MOST_HELD),
    lookUps: createHold(MOST_LOOKED_UP),
    refusals: createRefusalCount(ports),
  };
  await app.register(async (hooks) => {
    keepBodies(hooks);
    leaveTraces(hooks, ports, door);
    ports.pressure.watch(() => door.hold.inHand() >= MANY_IN_HAND);
    hooks.addHook("onClose", async () => {
      await door.refusals.idle();
    });
    const patienceWith = new WeakMap<FastifyRequest, Patiently>();
    hooks.addHook("onRequest", async (request) => {
      const patiently = patience(ports);
      patienceWith.set(request, patiently);
      await expectWebhook(door, place.parse(request.params), patiently);
    });
    hooks.post("/hooks/t/:token/:topic", { schema: { hide: true } }, async (request, reply) => {
      const posted = {
        ...place.parse(request.params),
        path: request.raw.url ?? "",
        headers: request.headers,
        raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      };
      const twiml = await acceptWebhook(ports, door, posted, patienceWith.get(request) ?? patience(ports));
      return reply.type("text/xml; charset=utf-8").send(twiml ?? EMPTY_TWIML);
    });
  });
};

/** What is read in the carrier's lists cannot be posted. */
function postableTopics(ports: Ports): ReadonlyMap<string, WebhookTopic> {
  const topics = ports.answers(webhookTopics).filter(({ topic }) => !isListed(topic));
  return new Map(topics.map((topic) => [topic.topic, topic]));
}

function keepBodies(hooks: FastifyInstance): void {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );
}

function leaveTraces(hooks: FastifyInstance, ports: Ports, { refusals }: FrontDoor): void {
  const turnedAway = createTurnedAway(ports);
  hooks.addHook("onError", async (_request, _reply, error) => {
    if (error.statusCode === 413) refusals.raise("too_large");
    if (error instanceof Refused && error.refusal.status === 503) turnedAway.note(error.refusal);
  });
}

import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Feed, WorldEvent } from "../truth/feed.ts";
import { check } from "./problems.ts";

const AfterSchema = z.object({ after: z.coerce.number().int().min(0).optional() });

/** Keeps proxies and browsers from giving up on a quiet stream. */
const HEARTBEAT_MS = 15_000;

const toFrame = (event: WorldEvent): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/**
 * `GET /events`: everything that happens, as Server-Sent Events with ids that rise by one. A reader that comes back gives
 * the last id it saw (`Last-Event-ID` or `?after=`) and misses nothing that is still kept; others begin with the present.
 */
export function eventStream(app: FastifyInstance, feed: Feed): void {
  const closers = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const close of closers) close();
  });

  app.get("/events", (request, reply) => {
    const lastSeen = request.headers["last-event-id"];
    const { after } = check(AfterSchema, lastSeen === undefined ? request.query : { after: lastSeen });
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
    raw.write("retry: 1000\n\n");
    if (after !== undefined) for (const event of feed.since(after)) raw.write(toFrame(event));
    const stopListening = feed.on((event) => raw.write(toFrame(event)));
    const heartbeat = setInterval(() => raw.write(":\n\n"), HEARTBEAT_MS);
    const close = (): void => {
      closers.delete(close);
      stopListening();
      clearInterval(heartbeat);
      raw.end();
    };
    closers.add(close);
    raw.on("close", close);
  });
}

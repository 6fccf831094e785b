import type { FastifyInstance } from "fastify";

/** Longer than a webhook is held while the database is away. */
const LONGEST_REST_MS = 14_000;
const LOOK_EVERY_MS = 20;

/**
 * Lets the server end what it has in hand: when it closes it takes no new connection, answers the requests that have come
 * in, and then hangs up; also on whoever is not done in time, and on connections that never said a word.
 */
export function finishInHand(app: FastifyInstance): void {
  let inHand = 0;
  app.server.on("request", (_request, response) => {
    inHand += 1;
    response.once("close", () => {
      inHand -= 1;
    });
  });
  app.addHook("preClose", async () => {
    const closesAt = performance.now() + LONGEST_REST_MS;
    const looking = setInterval(() => {
      if (inHand === 0 || performance.now() > closesAt) app.server.closeAllConnections();
    }, LOOK_EVERY_MS);
    app.server.once("close", () => clearInterval(looking));
  });
}

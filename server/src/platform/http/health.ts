import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { shareLookups } from "../database/shared-lookup.ts";
import type { Ports } from "../ports.ts";

/**
 * `/livez`: the process answers. `/readyz` (alias `/healthz`): the database answers too. Whoever asks at once shares one
 * question, on the connections of what is urgent: a crowd of them takes no more than one.
 */
export function mountHealth(app: FastifyInstance, ports: Ports): void {
  const isReady = shareLookups(async () => {
    await sql`select 1`.execute(ports.database.urgent);
    return new Map<string, never>();
  });
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "alive" }));
  for (const path of ["/readyz", "/healthz"]) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      try {
        await isReady("database");
        return { status: "ready" };
      } catch {
        return reply.code(503).send({ status: "the database does not answer" });
      }
    });
  }
}

import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Ports } from "../ports.ts";

/** `/livez`: the process answers. `/readyz` (alias `/healthz`): the database answers too. */
export function mountHealth(app: FastifyInstance, ports: Ports): void {
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "alive" }));
  for (const path of ["/readyz", "/healthz"]) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      try {
        await sql`select 1`.execute(ports.database.urgent);
        return { status: "ready" };
      } catch {
        return reply.code(503).send({ status: "the database does not answer" });
      }
    });
  }
}

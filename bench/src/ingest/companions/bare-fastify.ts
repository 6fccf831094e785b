import { parse } from "node:querystring";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { Pool } from "pg";
import twilio from "twilio";
import { answerQuestions } from "../../../../rig/src/companion.ts";
import { hookPath, type Line, type Town } from "../../../../rig/src/town.ts";
import { systemClock } from "../../../../server/src/platform/clock.ts";
import { systemIds } from "../../../../server/src/platform/ids.ts";
import { insertOne, peerRow } from "../insert-one.ts";

const POOL_SIZE = 8;

type Form = { Body: Record<string, string> };

const ids = systemIds(systemClock);

// What one would write by hand: the signature by Twilio's own function, one insert a request, its commit awaited.
let app: FastifyInstance | null = null;

answerQuestions<Town, string>(
  async (town) => {
    app = await listen(town);
    return app.listeningOrigin;
  },
  async () => app?.close(),
);

async function listen({ database, publicUrl, lines }: Town): Promise<FastifyInstance> {
  const pool = new Pool({ ...database.platform, max: POOL_SIZE });
  const server = Fastify();
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, parse(body.toString())),
  );
  server.addHook("onClose", () => pool.end());
  const byPath = new Map(lines.map((line) => [hookPath(line, "call-status"), line]));
  server.post<Form>("/hooks/t/:token/:topic", async (request, reply) => {
    const { body: params } = request;
    const line = byPath.get(request.url);
    if (line === undefined || !isSigned(line, publicUrl, request)) return reply.code(403).send();
    const sent = { headers: JSON.stringify(request.headers), body: JSON.stringify(params) };
    await pool.query(insertOne(peerRow(line, params["CallSid"] ?? "", ids.id(), sent)));
    return reply.type("text/xml").send("<Response/>");
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  return server;
}

function isSigned({ authToken }: Line, publicUrl: string, { url, headers, body }: FastifyRequest<Form>): boolean {
  const signature = String(headers["x-twilio-signature"]);
  return twilio.validateRequest(authToken, signature, `${publicUrl}${url}`, body);
}

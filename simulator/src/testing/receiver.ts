import formbody from "@fastify/formbody";
import fastify, { type FastifyReply } from "fastify";
import twilio from "twilio";

interface Received {
  path: string;
  params: Record<string, string>;
  headers: Record<string, unknown>;
}

/** What a path answers: TwiML, or whatever the function makes of the parameters and the reply. */
export type TwimlByPath = Readonly<
  Record<string, string | ((params: Record<string, string>, reply: FastifyReply) => string | Promise<string>)>
>;

/** A customer's server, as small as it can be: checks signatures with the official package and answers TwiML. */
export interface Receiver {
  url: string;
  /** What came with a right signature, by path. */
  all(path: string): Received[];
  last(path: string): Received | undefined;
  /** How many requests had a wrong signature. */
  readonly refused: number;
  close(): Promise<void>;
}

export async function startReceiver(authToken: string, twiml: TwimlByPath): Promise<Receiver> {
  const app = fastify({ forceCloseConnections: true });
  const received: Received[] = [];
  let refused = 0;
  let url = "";
  await app.register(formbody);
  app.all<{ Body: Record<string, string> | undefined }>("/*", async (request, reply) => {
    const params = request.body ?? {};
    const signature = String(request.headers["x-twilio-signature"]);
    if (!twilio.validateRequest(authToken, signature, `${url}${request.url}`, params)) {
      refused += 1;
      return reply.code(403).send();
    }
    const path = request.url.split("?")[0] ?? "";
    received.push({ path, params, headers: request.headers });
    const document = twiml[path] ?? "<Response/>";
    const body = typeof document === "function" ? await document(params, reply) : document;
    return reply.sent ? reply : reply.type("text/xml").send(body);
  });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    url,
    all: (path) => received.filter((one) => one.path === path),
    last: (path) => received.findLast((one) => one.path === path),
    get refused() {
      return refused;
    },
    close: () => app.close(),
  };
}

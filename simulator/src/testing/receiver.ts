import formbody from "@fastify/formbody";
import fastify from "fastify";
import twilio from "twilio";

export interface Received {
  path: string;
  params: Record<string, string>;
  headers: Record<string, unknown>;
}

/** A customer's server, as small as it can be: checks signatures with the official package and answers fixed TwiML. */
export interface Receiver {
  url: string;
  /** What came with a right signature, by path. */
  all(path: string): Received[];
  last(path: string): Received | undefined;
  /** How many requests had a wrong signature. */
  readonly refused: number;
  close(): Promise<void>;
}

/** `twiml` maps a path to the document (or, as a function, to what it makes of the parameters). */
export async function startReceiver(
  authToken: string,
  twiml: Record<string, string | ((params: Record<string, string>) => string)>,
): Promise<Receiver> {
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
    const document = twiml[path];
    return reply.type("text/xml").send(typeof document === "function" ? document(params) : (document ?? "<Response/>"));
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

import { Agent, type ClientRequest, request } from "node:http";

export type Answer = { status: number; body: string };

/** Posts over connections that are kept; an address of its own for each server. */
export type Poster = {
  /** @throws when there is no connection or no whole answer. */
  post(
    origin: string,
    webhook: { path: string; headers: Record<string, string>; body: string | Buffer },
  ): Promise<Answer>;
  close(): void;
};

/** @param patienceMs how long an answer may take. */
export function createPoster(patienceMs: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const post: Poster["post"] = (origin, webhook) =>
    new Promise((resolve, reject) => {
      const { path, headers, body } = webhook;
      const posting = request(origin, { method: "POST", path, headers: withLength(headers, body), agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      });
      posting.setTimeout(patienceMs, () => posting.destroy(new Error(`No answer within ${patienceMs} ms.`)));
      // A server may hang up on a connection at rest just as it is used again: that says nothing of the request.
      posting.on("error", (error) => (wasAtRest(posting, error) ? resolve(post(origin, webhook)) : reject(error)));
      posting.end(body);
    });
  return { post, close: () => agent.destroy() };
}

function wasAtRest({ reusedSocket }: ClientRequest, error: Error): boolean {
  return reusedSocket && "code" in error && error.code === "ECONNRESET";
}

function withLength(headers: Record<string, string>, body: string | Buffer): Record<string, string> {
  return { ...headers, "content-length": String(Buffer.byteLength(body)) };
}

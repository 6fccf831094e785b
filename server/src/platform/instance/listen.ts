import { connect } from "node:net";
import { exitCodes, refusal } from "./refusal.ts";

const usualRange = { first: 3000, last: 3099 };

export type ListenOptions = {
  /** The port that was asked for, or null to take the first free one of the range. */
  port: number | null;
  /** From 3000 on unless given. */
  range?: { first: number; last: number };
  /** Listens on a port; rejects with EADDRINUSE when it is taken, as Node.js and Fastify do. */
  listen: (port: number) => Promise<unknown>;
  /** Told in a sentence when the first of the range was taken and another one is used. */
  say: (sentence: string) => void;
};

/**
 * Listens and resolves to the port. A port that was asked for is that one or a refusal with exit code 4; otherwise the
 * first free one of the range, which is said when it is not the very first.
 */
export async function listenOnFreePort({ port, range = usualRange, listen, say }: ListenOptions): Promise<number> {
  if (port !== null) {
    if (await tryListen(port, listen)) return port;
    throw refusal(`Port ${port} is taken: stop what uses it, or set PORT to another one.`, exitCodes.portTaken);
  }
  for (let candidate = range.first; candidate <= range.last; candidate += 1) {
    if (await isAnswered(candidate)) continue;
    if (!(await tryListen(candidate, listen))) continue;
    if (candidate !== range.first)
      say(`Port ${range.first} is taken, so this is ${candidate}. Set PORT to choose one.`);
    return candidate;
  }
  throw refusal(`Ports ${range.first} to ${range.last} are all taken: set PORT to a free one.`, exitCodes.portTaken);
}

async function tryListen(port: number, listen: ListenOptions["listen"]): Promise<boolean> {
  try {
    await listen(port);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
}

/**
 * Whether "localhost" already leads somewhere on this port. A program that listens on ::1 alone does not get into the
 * way of listening on 127.0.0.1, but a browser would show that program instead of ours.
 */
async function isAnswered(port: number): Promise<boolean> {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => accepts(host, port)));
  return answers.includes(true);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("timeout", () => settle(false));
    socket.once("error", () => settle(false));
  });
}

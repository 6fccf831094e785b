import { connect } from "node:net";
import { exitCodes, refusal } from "./refusal.ts";

const firstPort = 3000;
const lastPort = 3099;

export type ListenOptions = {
  /** The port that was asked for, or null to take the first free one from 3000. */
  port: number | null;
  /** Listens on a port; rejects with EADDRINUSE when it is taken, as Node.js and Fastify do. */
  listen: (port: number) => Promise<unknown>;
  /** Told in a sentence when port 3000 was taken and another one is used. */
  say: (sentence: string) => void;
};

/**
 * Listens and resolves to the port. A port that was asked for is that one or a refusal with exit code 4; otherwise the
 * first free one from 3000, which is said when it is not 3000 itself.
 */
export async function listenOnFreePort({ port, listen, say }: ListenOptions): Promise<number> {
  if (port !== null) {
    if (await tryListen(port, listen)) return port;
    throw refusal(`Port ${port} is taken: stop what uses it, or set PORT to another one.`, exitCodes.portTaken);
  }
  for (let candidate = firstPort; candidate <= lastPort; candidate += 1) {
    if (await isAnswered(candidate)) continue;
    if (!(await tryListen(candidate, listen))) continue;
    if (candidate !== firstPort) say(`Port ${firstPort} is taken, so this is ${candidate}. Set PORT to choose one.`);
    return candidate;
  }
  throw refusal(`Ports ${firstPort} to ${lastPort} are all taken: set PORT to a free one.`, exitCodes.portTaken);
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

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { hookPath } from "../../../../rig/src/town.ts";
import { signWebhook } from "../../../../rig/src/webhooks.ts";
import type { Chance } from "../../../../simulator/src/chance.ts";
import { type Street, statusOf } from "./street.ts";

/** How others fared beside them, and, when the server has hung up on all of them, how long that took. */
export type SlowSenders = { senders: number; slowestOtherMs: number; violations: string[]; ended: Promise<SlowEnds> };
export type SlowEnds = { endedAfterMs: number; violations: string[] };

const BYTE_EVERY_MS = 250;
const PATIENCE_MS = 30_000;
const OTHERS = 100;

/**
 * Senders that never come to an end, half of them with their headers: the server ends them, and serves others meanwhile.
 * Returns when others were served.
 */
export async function sendSlowly(street: Street, chance: Chance, senders: number): Promise<SlowSenders> {
  const port = Number(new URL(await street.origin()).port);
  const path = hookPath(street.lines[0], "call-status");
  const ended = Promise.all(Array.from({ length: senders }, (_none, place) => dribble(port, path, place % 2 === 0)));
  const violations: string[] = [];
  let slowestOtherMs = 0;
  for (let place = 0; place < OTHERS; place += 1) {
    const startedAt = performance.now();
    const { status } = await street.post(ordinary(street, `CA${chance.hex(32, "beside", place)}`));
    slowestOtherMs = Math.max(slowestOtherMs, performance.now() - startedAt);
    if (status !== 200) violations.push(`A webhook beside slow senders was answered ${status}.`);
  }
  return { senders, slowestOtherMs, violations, ended: ended.then(endsOf) };
}

function endsOf(times: readonly (number | null)[]): SlowEnds {
  const endless = times.filter((ms) => ms === null).length;
  const violation = `${endless} slow senders still held their connections after ${PATIENCE_MS / 1000} s.`;
  const endedAfterMs = Math.max(...times.map((ms) => ms ?? PATIENCE_MS));
  return { endedAfterMs, violations: endless > 0 ? [violation] : [] };
}

function ordinary({ lines: [line], town }: Street, callSid: string) {
  return signWebhook(line, town.publicUrl, "call-status", statusOf(line, callSid, "completed"));
}

/** Sends a byte now and then. Returns after how many milliseconds the server hung up, or null when it never does. */
async function dribble(port: number, path: string, inHeaders: boolean): Promise<number | null> {
  const startedAt = performance.now();
  const socket = connect(port, "127.0.0.1");
  // That the server hangs up on a sender is what is waited for.
  socket.on("error", () => undefined);
  socket.resume();
  await once(socket, "connect");
  const closed = new Promise<number>((resolve) => socket.once("close", () => resolve(performance.now() - startedAt)));
  socket.write(`POST ${path} HTTP/1.1\r\nHost: calls.example.test\r\n`);
  if (!inHeaders) socket.write("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n");
  const [ms] = await Promise.all([Promise.race([closed, pause(PATIENCE_MS, null)]), feed(socket, inHeaders)]);
  socket.destroy();
  return ms;
}

async function feed(socket: Socket, inHeaders: boolean): Promise<void> {
  if (inHeaders) socket.write("X-Slow: ");
  for (let waited = 0; !socket.destroyed && waited < PATIENCE_MS; waited += BYTE_EVERY_MS) {
    socket.write("x");
    await pause(BYTE_EVERY_MS);
  }
}

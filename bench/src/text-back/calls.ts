import { setTimeout as pause } from "node:timers/promises";
import type { BusyStreet } from "./busy-street.ts";

/** Long after any text that still comes. */
const GIVES_UP_AFTER_MS = 60_000;

/** Calls one after another, each once the one before has its text. Returns the callers. */
export async function callOneByOne(street: BusyStreet, calls: number): Promise<string[]> {
  const callers: string[] = [];
  for (let call = 0; call < calls; call += 1) callers.push(await callInVain(street));
  return callers;
}

/** Calls that come at an even rate, whatever became of those before. Returns the callers when all have their text. */
export async function callSteadily(street: BusyStreet, aSecond: number, seconds: number): Promise<string[]> {
  const startedAt = performance.now();
  const calls: Promise<string>[] = [];
  for (let call = 0; call < aSecond * seconds; call += 1) {
    await pause(Math.max(0, startedAt + (call * 1000) / aSecond - performance.now()));
    calls.push(callInVain(street));
  }
  return Promise.all(calls);
}

/** @throws when no text comes. */
async function callInVain(street: BusyStreet): Promise<string> {
  const caller = street.nextCaller();
  const text = textTo(street, caller);
  await street.world.simulator.person(caller).dials(street.nextBusiness());
  await text;
  return caller;
}

/** Resolves when the carrier has accepted a text to this phone. */
function textTo({ world }: BusyStreet, phone: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      stopListening();
      reject(new Error(`The missed call of ${phone} got no text within a minute.`));
    }, GIVES_UP_AFTER_MS);
    const stopListening = world.simulator.world.feed.on(({ type, data }) => {
      if (type !== "message.created" || data["to"] !== phone) return;
      stopListening();
      clearTimeout(patience);
      resolve();
    });
  });
}

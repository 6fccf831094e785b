import { queryOptions } from "@tanstack/react-query";
import { ask } from "./client.ts";

/** The carrier simulator's own interface. Its times are milliseconds since the epoch. */

async function simulated<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await ask(`/simulator${path}`, { method, ...sent });
  return (await answer.json()) as Answer;
}

export interface HandsetLine {
  id: string;
  direction: "outgoing" | "incoming";
  peer: string;
  state: "ringing" | "talking" | "ended";
  answeredBy: "person" | "machine" | null;
  startedAt: number;
  heard: { at: number; text: string }[];
}

export interface HandsetText {
  id: string;
  sid: string;
  direction: "sent" | "received";
  peer: string;
  body: string;
  photos: { contentType: string }[];
  at: number;
  state: "sending" | "sent" | "delivered" | "failed";
}

export interface Handset {
  number: string;
  name: string;
  lineType: "mobile" | "landline" | "fixedVoip" | "nonFixedVoip" | "tollFree";
  carrier: string;
  isOn: boolean;
  voicemailAfterMs: number | null;
  /** Oldest first; none when it is in no call. */
  lines: HandsetLine[];
  texts: HandsetText[];
}

export interface Faults {
  webhooks: { lost: number; duplicated: number; delayed: number; delayMaxMs: number; reordered: number };
}

export interface SimulatedClock {
  now: number;
  isMovable: boolean;
  runsByItself: boolean;
}

export interface SimulatorEvent {
  id: number;
  at: number;
  type: string;
  data: Record<string, unknown>;
}

export const handsetsQuery = queryOptions({
  queryKey: ["simulator", "handsets"],
  queryFn: () => simulated<{ data: Handset[] }>("GET", "/handsets"),
});

export const handsetQuery = (number: string) =>
  queryOptions({
    queryKey: ["simulator", "handset", number],
    queryFn: () => simulated<Handset>("GET", `/handsets/${encodeURIComponent(number)}`),
  });

export const simulatedClockQuery = queryOptions({
  queryKey: ["simulator", "clock"],
  queryFn: async () => {
    const clock = await simulated<SimulatedClock>("GET", "/clock");
    return { ...clock, ahead: clock.now - Date.now() };
  },
});

export const faultsQuery = queryOptions({
  queryKey: ["simulator", "faults"],
  queryFn: () => simulated<Faults>("GET", "/faults"),
});

export const changeFaults = (change: { webhooks: Partial<Faults["webhooks"]> }) =>
  simulated<Faults>("PATCH", "/faults", change);

/** The key of the mutations that move the clock. */
export const CLOCK_MOVES = ["simulator", "clock"];

export const moveClock = (move: { advanceMs: number } | { to: string }) =>
  simulated<SimulatedClock>("POST", "/clock", move);

const at = (number: string, deed: string): string => `/handsets/${encodeURIComponent(number)}/${deed}`;

export const dial = (number: string, to: string) => simulated<Handset>("POST", at(number, "dial"), { to });
export const answer = (number: string) => simulated<Handset>("POST", at(number, "answer"));
export const reject = (number: string) => simulated<Handset>("POST", at(number, "reject"));
export const hangUp = (number: string) => simulated<Handset>("POST", at(number, "hang-up"));
export const press = (number: string, digits: string) => simulated<Handset>("POST", at(number, "press"), { digits });
export const speak = (number: string, text: string) => simulated<Handset>("POST", at(number, "speak"), { text });

export const sendText = (
  number: string,
  to: string,
  body: string,
  photos: { contentType: string; base64: string }[] = [],
) => simulated<HandsetText>("POST", at(number, "texts"), { to, body, photos });

export interface HandsetChange {
  name?: string;
  isOn?: boolean;
  /** A voicemail box picks up after so many ms of ringing; null for none. */
  voicemailAfterMs?: number | null;
}

/** Changes a handset, or makes it when there is none with the number. */
export const changeHandset = (number: string, change: HandsetChange) =>
  simulated<Handset>("PUT", `/handsets/${encodeURIComponent(number)}`, change);

export const photoUrl = (number: string, textId: string, index: number): string =>
  `/simulator${at(number, `texts/${encodeURIComponent(textId)}/photos/${index}`)}`;

/** Everything that happens in the simulated world from now on. Returns what stops listening. */
export function watchSimulator(types: readonly string[], onEvent: (event: SimulatorEvent) => void): () => void {
  const source = new EventSource("/simulator/events");
  for (const type of types) {
    source.addEventListener(type, (message: MessageEvent<string>) =>
      onEvent(JSON.parse(message.data) as SimulatorEvent),
    );
  }
  return () => source.close();
}

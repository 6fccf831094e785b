/** What the simulated carrier's control interface shows; times in ms since the epoch. */
export interface Line {
  id: string;
  direction: "incoming" | "outgoing";
  peer: string;
  state: "ringing" | "talking" | "ended";
  startedAt: number;
  heard: readonly { at: number; text: string }[];
}

export interface HandsetText {
  id: string;
  direction: "sent" | "received";
  peer: string;
  body: string;
  photos: readonly { contentType: string }[];
  at: number;
  state: "sending" | "sent" | "delivered" | "failed";
}

export interface Handset {
  number: string;
  name: string;
  isOn: boolean;
  lines: readonly Line[];
  texts: readonly HandsetText[];
}

export interface WorldClock {
  now: number;
  isMovable: boolean;
}

export interface Faults {
  webhooks: { lost: number; duplicated: number; delayed: number; reordered: number };
}

const BASE = "/simulator";

/** What went wrong, in the simulator's own sentence. */
export class SimulatorError extends Error {}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(`${BASE}${path}`, init);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new SimulatorError(detailOf(body));
  return body as Answer;
}

function detailOf(body: unknown): string {
  if (typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string")
    return body.detail;
  return "The simulator does not answer.";
}

const send = <Answer>(method: string, path: string, body: object = {}) =>
  ask<Answer>(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const handset = (number: string) => `/handsets/${encodeURIComponent(number)}`;

export const simulator = {
  handsets: async () => (await ask<{ data: Handset[] }>("/handsets")).data,
  numbers: async () => (await ask<{ data: { phoneNumber: string }[] }>("/numbers")).data,
  dial: (number: string, to: string) => send<Handset>("POST", `${handset(number)}/dial`, { to }),
  answer: (number: string) => send<Handset>("POST", `${handset(number)}/answer`),
  reject: (number: string) => send<Handset>("POST", `${handset(number)}/reject`),
  hangUp: (number: string) => send<Handset>("POST", `${handset(number)}/hang-up`),
  press: (number: string, digits: string) => send<Handset>("POST", `${handset(number)}/press`, { digits }),
  text: (number: string, to: string, body: string, photos: readonly { contentType: string; base64: string }[] = []) =>
    send<HandsetText>("POST", `${handset(number)}/texts`, { to, body, photos }),
  photoUrl: (number: string, text: string, index: number) => `${BASE}${handset(number)}/texts/${text}/photos/${index}`,
  clock: () => ask<WorldClock>("/clock"),
  advance: (advanceMs: number) => send<WorldClock>("POST", "/clock", { advanceMs }),
  advanceTo: (to: string) => send<WorldClock>("POST", "/clock", { to }),
  faults: () => ask<Faults>("/faults"),
  setFaults: (webhooks: Partial<Faults["webhooks"]>) => send<Faults>("PATCH", "/faults", { webhooks }),
  events: () => new EventSource(`${BASE}/events`),
};

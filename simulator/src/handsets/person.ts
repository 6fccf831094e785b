import { toE164 } from "../directory/place.ts";
import type { World } from "../world.ts";
import { dialFrom } from "./dialling.ts";
import type { Handset, HandsetSpec, Photo, Reaction, Text } from "./handset.ts";
import { answerLine, endLine, type Heard, type Line } from "./line.ts";
import { refuse, speakingSeconds } from "./ringing.ts";
import { textFrom } from "./texting.ts";

/** A simulated person with a phone, driven by a test or by hand. Times in ms of the world's clock. */
export interface Person {
  readonly number: string;
  readonly handset: Handset;
  /** The call the person is in or that rings, if any. */
  readonly line: Line | undefined;
  /** Texts received, oldest first. */
  readonly inbox: Text[];
  /** What the person heard in the current call, or in the last one. */
  readonly heard: Heard[];
  /** Changes the handset: `{ isOn: false }`, `{ forwarding: { to, afterMs } }` ... */
  is(change: Omit<HandsetSpec, "number">): Person;
  /** Calls a number and waits until the other side has decided what to do with the call. */
  dials(to: string): Promise<Line>;
  /** Sends a text, to whom the person last called or wrote unless `to` says otherwise. */
  texts(body: string, options?: { to?: string; photos?: readonly Photo[] }): Promise<Text>;
  answers(afterMs?: number, then?: Omit<Extract<Reaction, { do: "answer" }>, "do" | "afterMs">): Person;
  ignoresCalls(): Person;
  rejects(afterMs?: number): Person;
  hasVoicemail(afterMs: number | null): Person;
  /** Picks up what rings now. */
  picksUp(): Promise<void>;
  refuses(): Promise<void>;
  hangsUp(): Promise<void>;
  presses(digits: string): Promise<void>;
  /** Speaks; `seconds` as long as the words take unless given. */
  says(words: string, seconds?: number): Promise<void>;
}

export function createPerson(world: World, spec: HandsetSpec): Person {
  const handset = world.handsets.get(toE164(spec.number) ?? "") ?? world.handsets.set(spec);
  let lastPeer: string | undefined;
  let lastLine: Line | undefined;

  const current = (): Line => {
    const line = handset.lines.at(-1);
    if (!line) throw new Error(`${handset.name} is not in a call.`);
    return line;
  };

  /** While the clock stands still a deed's consequences are awaited; while it runs, they come when they come. */
  const settleIfStill = (): Promise<void> => (world.clock.runsByItself ? Promise.resolve() : world.clock.settle());

  const act = async (deed: (line: Line) => void): Promise<void> => {
    lastLine = current();
    deed(lastLine);
    await settleIfStill();
  };

  const person: Person = {
    number: handset.number,
    handset,
    get line() {
      return handset.lines.at(-1);
    },
    get inbox() {
      return handset.texts.filter((text) => text.direction === "received");
    },
    get heard() {
      return (handset.lines.at(-1) ?? lastLine)?.heard ?? [];
    },
    is(change) {
      world.handsets.set({ ...change, number: handset.number });
      return person;
    },
    async dials(to) {
      lastPeer = to;
      const { line, placed } = dialFrom(world, handset, to);
      lastLine = line;
      await placed;
      await settleIfStill();
      return line;
    },
    async texts(body, { to, photos = [] } = {}) {
      const peer = to ?? lastPeer ?? handset.texts.at(-1)?.peer;
      if (!peer) throw new Error(`${handset.name} has nobody to write to yet; give { to }.`);
      lastPeer = peer;
      const text = await textFrom(world, handset, peer, body, photos);
      await settleIfStill();
      return text;
    },
    answers: (afterMs = 4_000, then = {}) => person.is({ onCall: { do: "answer", afterMs, ...then } }),
    ignoresCalls: () => person.is({ onCall: { do: "ring" } }),
    rejects: (afterMs = 2_000) => person.is({ onCall: { do: "reject", afterMs } }),
    hasVoicemail: (afterMs) => person.is({ voicemailAfterMs: afterMs }),
    picksUp: () => act((line) => answerLine(line, "person")),
    refuses: () => act((line) => refuse(handset, line)),
    hangsUp: () => act((line) => endLine(line, "handset")),
    presses: (digits) => act((line) => line.signal.emit({ type: "pressed", digits })),
    says: (text, seconds = speakingSeconds(text)) => act((line) => line.signal.emit({ type: "spoke", text, seconds })),
  };
  return person;
}

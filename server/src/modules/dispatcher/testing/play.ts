import { readKeyword } from "#compliance";
import type { Settings } from "#tenants";
import { askedFor } from "../../../simulation/asked-for.ts";
import type { Ask, Dialogue } from "../../../simulation/dialogue.ts";
import { type Outcome, outcomeOf } from "../../../simulation/result.ts";
import { readScript } from "../../../simulation/script-reader.ts";
import { upcomingOf, worldOf } from "../load-world.ts";
import { absorb } from "../policy/absorb.ts";
import { decide } from "../policy/decide.ts";
import type { Decision } from "../policy/decision.ts";
import { addressInWords } from "../policy/in-words.ts";
import { newSession, type OfferedSlot, type Session } from "../policy/session.ts";
import type { Act, World } from "../policy/world.ts";
import { understandBurst } from "../understand-burst.ts";
import { byRules } from "../understander.ts";
import { composeText } from "../wording/compose-text.ts";
import { openHouse } from "./house.ts";

/** One exchange: what the customer said, what was decided by which world, and the words of the answer. */
export type Exchange = {
  said: string;
  world: World;
  before: Session;
  decision: Decision;
  answer: string;
  asked: Ask[];
};

export type Played = {
  outcome: Outcome;
  visit: { slot: OfferedSlot; address: string; name: string | null } | null;
  exchanges: Exchange[];
  acts: Act[];
};

const MOST_TEXTS = 40;

/** Plays a scripted customer against the policy, with the real understanding and the real search for free times. */
export async function play(dialogue: Dialogue, change: Partial<Settings> = {}): Promise<Played> {
  const script = readScript(dialogue.turns);
  const talk = beginTalk(dialogue, change);
  let asked: readonly Ask[] = [];
  while (talk.exchanges.length < MOST_TEXTS && !talk.isOver()) {
    const words = script.next(asked);
    if (words === null) break;
    asked = (await talk.say(words)).asked;
  }
  return talk.result();
}

export type Talk = {
  exchanges: Exchange[];
  /** Whether a person has taken over or the customer wants no more texts. */
  isOver(): boolean;
  say(words: string): Promise<Exchange>;
  result(): Played;
};

/** A talk to be held text by text; "<photo>" sends a picture without words. */
export function beginTalk(dialogue: Dialogue, change: Partial<Settings> = {}): Talk {
  const house = openHouse(dialogue, change);
  const exchanges: Exchange[] = [];
  const acts: Act[] = [];
  let session = newSession({ language: "en", name: null, address: null });
  let optedOut = false;
  let slot: OfferedSlot | null = null;

  const perform = (act: Act) => {
    acts.push(act);
    if (act.do === "cancel_visit") house.cancel();
    if (act.do === "cancel_visit") slot = null;
    if (act.do !== "book" && act.do !== "move") return;
    slot = act.slot;
    house.book(act.slot);
  };
  return {
    exchanges,
    isOver: () => optedOut || acts.some((act) => act.do === "hand_over"),
    async say(said) {
      const message = said === "<photo>" ? { body: "", media_count: 1 } : { body: said, media_count: 0 };
      const heard = await understandBurst(byRules, [message], session, house.facts);
      const before = session;
      const world = await worldOf(house.facts, absorb(before, heard, upcomingOf(house.facts)), house.lookup);
      // A text that ends the texts never reaches the dispatcher.
      optedOut ||= readKeyword(said) === "stop" || heard.understanding.opt_out === "stop";
      const silence: Decision = { session: before, acts: [], phrases: [] };
      const decision = optedOut ? silence : decide(before, heard, world);
      session = decision.session;
      for (const act of decision.acts) perform(act);
      const answer = composeText(decision.phrases, session.language);
      const exchange = { said, world, before, decision, answer, asked: askedFor(answer) };
      exchanges.push(exchange);
      return exchange;
    },
    result: () => ({
      outcome: outcomeOf({ optedOut, acts, hasLiveAppointment: slot !== null }),
      visit:
        slot === null
          ? null
          : { slot, name: session.name, address: session.address === null ? "" : addressInWords(session.address) },
      exchanges,
      acts,
    }),
  };
}

/** The talk as one reads it. */
export function transcript({ exchanges }: Pick<Played, "exchanges">): string {
  return exchanges.map(({ said, answer }) => `> ${said}\n< ${answer}`).join("\n");
}

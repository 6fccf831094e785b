import type { Person } from "@nevermisscall/simulator";
import type { World } from "../../src/simulation/world.ts";
import { BUSINESS_NUMBER, CUSTOMER } from "./world.ts";

/** A customer who calls and writes, and waits a minute for the answer each time. */
export type Customer = {
  person: Person;
  /** Lets it ring out. */
  callsInVain(): Promise<void>;
  /** Returns the answers. */
  writes(words: string): Promise<string[]>;
  /** Texts received so far. */
  received(): string[];
};

const MINUTE_MS = 60_000;

export function customerOf(world: World, number = CUSTOMER, name = "Dana Whitfield"): Customer {
  const person = world.simulator.person({ number, name });
  const received = () => person.inbox.map((text) => text.body);
  return {
    person,
    received,
    async callsInVain() {
      await person.dials(BUSINESS_NUMBER);
      await world.clock.advance(MINUTE_MS);
    },
    async writes(words) {
      const before = person.inbox.length;
      await person.texts(words, { to: BUSINESS_NUMBER });
      await world.clock.advance(MINUTE_MS);
      return received().slice(before);
    },
  };
}

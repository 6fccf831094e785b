import { createChance } from "../../../../simulator/src/chance.ts";
import { type Claim, scaled } from "../../claim.ts";
import { tellInOrders } from "./at-the-door.ts";
import { CALL_KINDS } from "./calls.ts";
import { foldEverything } from "./pure.ts";
import { TEXT_KINDS } from "./texts.ts";

const STORIES = CALL_KINDS.length + TEXT_KINDS.length;
/** Of each kind of call, through the front door. */
const ORDERS_AT_THE_DOOR = 100;

export const orderDoesNotMatter: Claim = {
  id: "G4",
  sentence:
    "Order does not matter: in whatever order their webhooks arrive, calls come to the identical record, and texts to the same status, error and end.",
  async prove(proof) {
    const chance = createChance(proof.seed);
    proof.say("Folding every order …");
    const pure = foldEverything(chance, proof.scale);
    const door = await tellInOrders(proof, chance, scaled(ORDERS_AT_THE_DOOR, proof.scale));
    const violations = [...pure.violations, ...door.calls.violations, ...door.texts.violations];
    const isFull = proof.scale === 1;
    return {
      method: METHOD,
      figures: [
        { name: "orders of 6 events", measured: pure.orders[6], promised: { is: STORIES * 720 } },
        {
          name: "orders of 7 events",
          measured: pure.orders[7],
          ...(isFull ? { promised: { is: STORIES * 5040 } } : {}),
        },
        { name: "calls through the front door", measured: door.calls.told },
        { name: "texts whose reports came through the front door", measured: door.texts.told },
        { name: "webhooks posted", measured: door.calls.posted + door.texts.posted },
        {
          name: "kinds that come to more than one record, or to a wrong one",
          measured: violations.length,
          promised: { is: 0 },
        },
      ],
      violations,
    };
  },
};

const named = (kinds: readonly { name: string }[]) => kinds.map(({ name }) => name).join("; ");

const METHOD = `${CALL_KINDS.length} kinds of calls (${named(CALL_KINDS)}) and ${TEXT_KINDS.length} of texts (${named(TEXT_KINDS)}), each of six and of seven events, were folded in every order, each order with some of its events repeated at random places. Of a call all that is kept was compared. A report of a text carries no time of its own: it was folded with the moment of its arrival, on which the text's own moments depend, and its status, its error and whether it is at its end were compared. Calls of every kind, and the reports of texts that a running server had sent, were then posted to that server in random orders with repetitions, and the rows in its database were compared, those of the phones that a call rang included.`;

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
    "Order does not matter: calls and texts come to the identical record in whatever order their webhooks arrive.",
  async prove(proof) {
    const chance = createChance(proof.seed);
    proof.say("Folding every order …");
    const pure = foldEverything(chance, proof.scale);
    const door = await tellInOrders(proof, chance, scaled(ORDERS_AT_THE_DOOR, proof.scale));
    const isFull = proof.scale === 1;
    return {
      method: `${CALL_KINDS.length} kinds of calls (${CALL_KINDS.map(({ name }) => name).join("; ")}) and ${TEXT_KINDS.length} of texts (${TEXT_KINDS.map(({ name }) => name).join("; ")}), each of six and of seven events, were folded in every order, each order with some of its events repeated at random places; all that is kept was compared. Calls of every kind were then posted to a running server in random orders with repetitions, and the rows in its database were compared.`,
      figures: [
        { name: "orders of 6 events", measured: pure.orders[6], promised: { is: STORIES * 720 } },
        {
          name: "orders of 7 events",
          measured: pure.orders[7],
          ...(isFull ? { promised: { is: STORIES * 5040 } } : {}),
        },
        { name: "calls through the front door", measured: door.calls },
        { name: "webhooks posted", measured: door.posted },
        {
          name: "kinds that come to more than one record, or to a wrong one",
          measured: pure.violations.length + door.violations.length,
          promised: { is: 0 },
        },
      ],
      violations: [...pure.violations, ...door.violations],
    };
  },
};

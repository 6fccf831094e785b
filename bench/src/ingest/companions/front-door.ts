import { answerQuestions } from "../../../../rig/src/companion.ts";
import { openHouse } from "../../../../rig/src/house.ts";
import type { Town } from "../../../../rig/src/town.ts";
import type { House } from "../../../../server/src/compose.ts";

// The product in the role web: it accepts webhooks and leaves the draining to others.
let house: House | null = null;

answerQuestions<Town, string>(
  async (town) => {
    house = await openHouse(town);
    await house.listen("127.0.0.1", 0);
    return house.app.listeningOrigin;
  },
  async () => house?.stop(),
);

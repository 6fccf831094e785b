import type { House } from "../../../../server/src/compose.ts";
import { answerQuestions } from "../../ground/companion.ts";
import { openHouse } from "../../ground/house.ts";
import type { Town } from "../../ground/town.ts";

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

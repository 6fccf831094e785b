import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { answerQuestions } from "../../../../rig/src/companion.ts";
import { openHouse } from "../../../../rig/src/house.ts";
import type { Town } from "../../../../rig/src/town.ts";
import type { House } from "../../../../server/src/compose.ts";
import { upToCalls } from "../../../../server/test/kit/modules.ts";

const LOOK_EVERY_MS = 10;

// A worker process of the product with nobody who acts on what calls announce. Answers with the milliseconds it takes from
// its start of work until nothing waits any more.
answerQuestions<Town, number>(async (town) => {
  const house = await openHouse({ ...town, modules: upToCalls });
  try {
    const startedAt = performance.now();
    await house.startWork();
    while (await isAnythingWaiting(house)) await pause(LOOK_EVERY_MS);
    return performance.now() - startedAt;
  } finally {
    await house.stop();
  }
});

async function isAnythingWaiting({ ports }: House): Promise<boolean> {
  const { rows } = await sql`select from webhook_inbox where status in ('pending', 'failed') limit 1`.execute(
    ports.database.platform,
  );
  return rows.length > 0;
}

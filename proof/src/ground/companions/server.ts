import { answerQuestions } from "../../../../rig/src/companion.ts";
import { openHouse } from "../../../../rig/src/house.ts";
import type { House } from "../../../../server/src/compose.ts";
import { systemClock } from "../../../../server/src/platform/clock.ts";
import type { ServerAnswer, ServerQuestion } from "../server.ts";

// The product in the roles web and worker, in a process of its own that can be killed.
let house: House | null = null;

answerQuestions<ServerQuestion, ServerAnswer>(
  async (question) => {
    if (question.about === "load") return { cpuMs: cpuMs() };
    const { aheadMs, port, ...place } = question.place;
    const clock = {
      now: () => systemClock.now().add({ milliseconds: aheadMs }),
      schedule: (at: Temporal.Instant, task: () => void) =>
        systemClock.schedule(at.subtract({ milliseconds: aheadMs }), task),
    };
    house = await openHouse({ ...place, clock, logLevel: "silent" });
    await house.listen("127.0.0.1", port);
    await house.startWork();
    return { origin: house.app.listeningOrigin };
  },
  async () => house?.stop(),
);

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

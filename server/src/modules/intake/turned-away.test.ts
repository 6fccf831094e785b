import { expect, it } from "vitest";
import { createLog } from "#platform/telemetry/log.ts";
import { testClock } from "../../../test/kit/clock.ts";
import { TUESDAY_MORNING } from "../../../test/kit/house.ts";
import { DATABASE_AWAY, FULL } from "./errors.ts";
import { createTurnedAway } from "./turned-away.ts";

it("tells of the first of a kind at once, and of those that follow once a minute", () => {
  const lines: string[] = [];
  const clock = testClock(TUESDAY_MORNING);
  const { note } = createTurnedAway({ clock, log: createLog("warn", { write: (line) => lines.push(line) }) });
  const told = () => lines.splice(0).map((line) => JSON.parse(line));
  for (let webhook = 0; webhook < 1000; webhook += 1) note(FULL);
  note(DATABASE_AWAY);
  expect(told()).toMatchObject([
    { level: "warn", code: "full", count: 1 },
    { level: "warn", code: "database_away", count: 1 },
  ]);
  clock.advance({ seconds: 60 });
  note(FULL);
  note(FULL);
  expect(told()).toMatchObject([{ code: "full", count: 1000 }]);
});

import { expect, it } from "vitest";
import { allModules } from "../../src/modules/all-modules.ts";
import { examine } from "../../src/modules/operations/index.ts";
import { FAULTS } from "../../src/simulation/crowd.ts";
import { customerOf } from "../kit/customer.ts";
import { recordsOf } from "../kit/records.ts";
import { worldForThisTest } from "../kit/world.ts";

it.each([1, 2, 3])(
  "keeps every promise under a carrier that doubles, shuffles, delays and loses (seed %i)",
  async (seed) => {
    const world = await worldForThisTest({ seed, faults: FAULTS });
    const records = recordsOf(world);
    for (let index = 0; index < 12; index += 1) {
      await customerOf(world, `+1512555${3000 + index}`, `Caller ${index}`).person.dials(world.business.phoneNumber);
      await world.clock.advance(20_000);
    }
    await world.clock.advance(30 * 60_000);
    expect(await records.calls()).toHaveLength(12);
    expect((await records.textBacks()).length).toBe((await records.calls()).filter((call) => call.missed).length);
    const greetings = Map.groupBy(
      world.simulator.truth.messages().filter((message) => message.body.includes("Sorry we missed")),
      (message) => message.to,
    );
    expect(Math.max(...[...greetings.values()].map((texts) => texts.length))).toBe(1);
    const breaches = (await examine(world.house.ports, allModules)).flatMap((finding) => finding.breaches);
    expect(breaches).toEqual([]);
  },
);

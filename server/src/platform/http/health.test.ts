import { expect, it } from "vitest";
import { openTestHouse } from "../../../test/kit/house.ts";

it("takes one of the connections that are kept free, however many ask whether the server is ready", async () => {
  const { app, ports } = await openTestHouse({ modules: [] });
  const { urgentPool } = ports.database;
  const taken = await Promise.all(Array.from({ length: urgentPool.options.max }, () => urgentPool.connect()));
  const answers = Array.from({ length: 20 }, (_none, place) => app.inject({ url: place % 2 ? "/readyz" : "/healthz" }));
  expect((await app.inject({ url: "/livez" })).json()).toEqual({ status: "alive" });
  expect(urgentPool.waitingCount).toBe(1);
  for (const connection of taken) connection.release();
  const said = (await Promise.all(answers)).map((answer) => answer.json());
  expect(said).toEqual(Array(20).fill({ status: "ready" }));
});

import { sql } from "kysely";
import { expect, test } from "vitest";
import { createLog } from "#platform/telemetry/log.ts";
import { CUSTOMER, openDesk } from "../../../test/kit/desk.ts";
import { allModules } from "../all-modules.ts";
import { examine } from "./doctor.ts";
import { doctorRounds } from "./rounds.ts";

test("the doctor comes every five minutes and says in the log what is broken, without personal data", async () => {
  const desk = await openDesk();
  const lines: string[] = [];
  const nudged: unknown[] = [];
  const { ports } = desk.house;
  const rounds = doctorRounds.start({
    ...ports,
    config: { ...ports.config, doctorMinutes: 5 },
    log: createLog("error", { write: (line) => lines.push(line) }),
    publish: (_tenant, nudges) => nudged.push(...nudges),
  });
  const pass = async (minutes: number) => {
    desk.clock.advance({ minutes });
    await rounds.settled();
  };
  await desk.callsInVain();
  await desk.house.startWork();
  await desk.house.settled();
  await pass(1);
  expect(lines).toEqual([]);
  await desk.inside(({ tx }) => tx.updateTable("calls").set({ caller_city: "NOWHERE" }).execute());
  await pass(4);
  expect(lines).toEqual([]);
  await pass(1);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", invariant: "I2", msg: "a promise about the data is broken" },
  ]);
  expect(lines.join()).not.toContain(CUSTOMER);
  expect(nudged).toEqual([{ topic: "doctor", id: desk.line.tenantId }]);
  await rounds.stop();
  await pass(5);
  expect(lines).toHaveLength(1);
});

test("I9 finds a job that a process holds which no longer lives", async () => {
  const { house } = await openDesk();
  const db = house.ports.database.platform;
  const breaches = async () =>
    (await examine(house.ports, allModules)).filter(({ id }) => id === "I9").flatMap((finding) => finding.breaches);
  await sql`select graphile_worker.add_job('test.lost')`.execute(db);
  await sql`update graphile_worker._private_jobs
    set locked_by = 'pool-of-a-dead-process', locked_at = now() - interval '1 minute'`.execute(db);
  const silentFor = async (seconds: number) => {
    await sql`delete from silent_workers`.execute(db);
    await sql`insert into silent_workers values
      ('pool-of-a-dead-process', clock_timestamp() - make_interval(secs => ${seconds}))`.execute(db);
  };
  const found = [expect.stringMatching(/^The job \d+ \(test\.lost\) is held by a process/)];
  expect(await breaches()).toEqual(found);
  await silentFor(20);
  expect(await breaches()).toEqual([]);
  await silentFor(40);
  expect(await breaches()).toEqual(found);
});

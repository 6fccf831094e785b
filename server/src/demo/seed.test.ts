import { createSimulator, createVirtualClock } from "@nevermisscall/simulator";
import { expect, it, onTestFinished } from "vitest";
import { reconcile } from "#intake";
import { createTwilioTelephony } from "#providers/telephony/twilio.ts";
import { BUSINESSES } from "../../../db/demo/businesses.ts";
import { TEST_SECRET } from "../../test/kit/cluster.ts";
import { databaseForThisTest } from "../../test/kit/database.ts";
import { openTestHouse, type TestHouse } from "../../test/kit/house.ts";
import { examine } from "../modules/operations/index.ts";
import { enrolInSimulator } from "./enrol.ts";
import { seedDemo } from "./seed.ts";

/** A Friday, 14:00 in Austin, Texas. */
const NOW = "2026-11-20T20:00:00Z";
const A_WEEK_OF_CALLS_MS = 300_000;

async function openDemo() {
  const database = await databaseForThisTest();
  const seed = () => seedDemo({ database, secret: TEST_SECRET, now: Temporal.Instant.from(NOW) });
  await seed();
  const simulator = createSimulator({ clock: createVirtualClock(Date.parse(NOW)) });
  onTestFinished(() => simulator.close());
  const telephony = createTwilioTelephony({ baseUrl: await simulator.listen() });
  const house = await openTestHouse({ at: NOW, database, telephony });
  await enrolInSimulator(house.ports, simulator);
  return { house, seed, simulator };
}

async function signIn(house: TestHouse, email: string) {
  const person = BUSINESSES.flatMap(({ people }) => people).find((one) => one.email === email);
  const payload = { email, password: person?.password };
  const session = await house.app.inject({ method: "POST", url: "/api/v1/session", payload });
  const cookies = Object.fromEntries(session.cookies.map(({ name, value }) => [name, value]));
  const get = async (path: string) => (await house.app.inject({ url: `/api/v1${path}`, cookies })).json();
  const rows = async (path: string): Promise<Record<string, unknown>[]> => (await get(path)).data;
  return { get, rows };
}

async function reconcileDemo({ ports }: TestHouse): Promise<void> {
  const tenants = await ports.database.platform.selectFrom("tenants").select("id").execute();
  for (const { id } of tenants) await reconcile(ports, id);
}

it(
  "the demo lives: every page has something to show, and all of it is the product's own work",
  async () => {
    const { house, seed, simulator } = await openDemo();
    const findings = await examine(house.ports, house.modules);
    expect(findings.flatMap(({ breaches }) => breaches)).toEqual([]);

    const owner = await signIn(house, "owner@rivera.example");
    const threads = await owner.rows("/conversations?view=all&limit=200");
    expect(threads.length).toBeGreaterThanOrEqual(18);
    expect(threads.map(({ customer_name }) => customer_name)).toContain("Bernadette Kowalczyk-Montgomery");
    const waiting = await owner.rows("/conversations?view=waiting");
    expect(waiting.map(({ customer_phone }) => customer_phone)).toEqual(
      expect.arrayContaining(["+15125550166", "+15125550167"]),
    );

    const calls = await owner.rows("/calls?limit=200");
    const outcomes = calls.map(({ text_back }) => (text_back as { outcome?: string } | null)?.outcome);
    expect(new Set(outcomes)).toEqual(new Set(["texted", "not_texted", "task_created", undefined]));
    const visits = await owner.rows("/appointments?from=2026-11-10T00:00:00Z&to=2026-12-20T00:00:00Z");
    const statuses = visits.map(({ status }) => status);
    expect(statuses).toEqual(expect.arrayContaining(["completed", "scheduled", "cancelled"]));
    const leads = await owner.rows("/leads?limit=200");
    expect(new Set(leads.map(({ status }) => status)).size).toBeGreaterThanOrEqual(4);
    const tasks = await owner.rows("/activities");
    expect(tasks.map(({ subject }) => subject)).toContain("Call back Edna Lindqvist");

    const summary = await owner.get("/calls/summary");
    expect(summary.today).toBeGreaterThan(0);
    await reconcileDemo(house);
    for (const { at_carrier, here, repaired, undecided } of await owner.rows("/reconciliation")) {
      expect(at_carrier).toBeGreaterThan(0);
      expect({ here, repaired, undecided }).toEqual({ here: at_carrier, repaired: 0, undecided: 0 });
    }
    expect(simulator.person("+15125550150").handset.lineType).toBe("landline");

    const neighbour = await signIn(house, "owner@milehigh.example");
    const theirs = JSON.stringify([
      await neighbour.rows("/conversations?view=all"),
      await neighbour.rows("/calls"),
      await neighbour.rows("/contacts"),
      await neighbour.rows("/people"),
    ]);
    expect(theirs).toContain("Oscar Lindgren");
    expect(theirs).not.toMatch(/\+1512|Rivera|Whitfield/);

    await seed();
    expect(await owner.rows("/conversations?view=all&limit=200")).toEqual(threads);
  },
  A_WEEK_OF_CALLS_MS,
);

it("without its past, the demo has its people and its address book", async () => {
  const database = await databaseForThisTest();
  await seedDemo({ database, secret: TEST_SECRET, now: Temporal.Instant.from(NOW), past: false });
  const house = await openTestHouse({ at: NOW, database });
  const owner = await signIn(house, "owner@rivera.example");
  expect((await owner.rows("/people")).map(({ name }) => name)).toEqual([
    "Anneliese Featherstonehaugh-Okonkwo",
    "Elena Rivera",
    "Luis Ortega",
    "Marcus Chen",
  ]);
  expect(await owner.rows("/excluded-callers")).toMatchObject([{ phone: "+15125550109", reason: "family" }]);
  const known = BUSINESSES[0]?.customers.filter((customer) => customer.known !== undefined).map(({ name }) => name);
  expect((await owner.rows("/contacts")).map(({ name }) => name).sort()).toEqual(known?.sort());
  expect(await owner.rows("/conversations?view=all")).toEqual([]);
});

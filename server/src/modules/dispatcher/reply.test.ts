import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { findOrCreateContact } from "#contacts";
import { handBack, say, takeOver } from "#conversations";
import { addResource, book, findSlots } from "#scheduling";
import { asOwner } from "../../../test/kit/database.ts";
import { openDesk } from "../../../test/kit/desk.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { session as sessionShape } from "./policy/session.ts";
import { replyToCustomer } from "./reply.ts";

const OWNER_MOBILE = "+15125550101";

/** A plumber in Austin with one van and a customer who writes. */
async function openShop(at?: string) {
  const desk = await openDesk(at === undefined ? {} : { at });
  await desk.inside(async (scope) => {
    await scope.tx.updateTable("tenants").set({ business_zip: "78704" }).where("id", "=", scope.tenantId).execute();
    await addResource(scope, { name: "Van" });
  });
  await desk.house.startWork();
  const said = () =>
    desk.inside((scope) =>
      scope.tx
        .selectFrom("messages")
        .select(["body", "status"])
        .where("direction", "=", "outbound")
        .orderBy("id")
        .execute(),
    );
  const one = <Row>(rows: readonly Row[]): Row => {
    const [row] = rows;
    if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows instead of one.`);
    return row;
  };
  return {
    ...desk,
    said,
    /** Returns what is answered within a minute. */
    async writes(words: string, extra: Record<string, string> = {}): Promise<string> {
      const before = (await said()).length;
      await desk.customerWrites(words, extra);
      await desk.house.settled();
      await desk.pass(15);
      return (await said())
        .slice(before)
        .map(({ body }) => body)
        .join("\n");
    },
    conversation: () =>
      desk.inside(async (scope) => one(await scope.tx.selectFrom("conversations").selectAll().execute())),
    visits: () => desk.inside((scope) => scope.tx.selectFrom("appointments").selectAll().orderBy("id").execute()),
    leads: () => desk.inside((scope) => scope.tx.selectFrom("leads").selectAll().orderBy("id").execute()),
    contact: () => desk.inside((scope) => findOrCreateContact(scope, { phone: "+15125550142", source: "test" })),
    turns: () => desk.inside((scope) => scope.tx.selectFrom("dispatcher_turns").selectAll().orderBy("id").execute()),
    database: () =>
      desk.inside(async (scope) => {
        const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(scope.tx);
        return one(rows).name;
      }),
    session: () =>
      desk.inside(async (scope) =>
        sessionShape.parse(one(await scope.tx.selectFrom("dispatcher_sessions").select("state").execute()).state),
      ),
    run: async (attempt: number) => {
      const { id } = one(await desk.inside((scope) => scope.tx.selectFrom("conversations").select("id").execute()));
      await replyToCustomer.run(desk.house.ports, {
        tenantId: desk.line.tenantId,
        data: { conversation_id: id },
        attempt,
      });
    },
  };
}

describe("a booking by text", () => {
  it("is kept as one record: visit, lead, contact, outcome and every turn with its reason", async () => {
    const shop = await openShop();
    await shop.writes("hi, my water heater is leaking");
    await shop.writes("1420 Oak St Apt 3B, Austin, TX 78704");
    expect(await shop.leads()).toMatchObject([
      { status: "qualified", job_type: "water heater repair", trade: "plumbing" },
    ]);
    expect(await shop.writes("tomorrow at 2pm")).toContain("To confirm: water heater repair at 1420 Oak St, unit 3B");
    expect(await shop.leads()).toMatchObject([{ status: "quoted", estimated_value: "202.50" }]);
    expect(await shop.visits()).toEqual([]);

    expect(await shop.writes("yes")).toMatch(/You are booked: Wednesday, March 4 between 2 PM and 4 PM.*What name/);
    expect(await shop.writes("Dana Whitfield")).toBe("Thank you, Dana Whitfield.");
    const [visit] = await shop.visits();
    expect(visit).toMatchObject({
      service_type: "water heater repair",
      problem_description: "hi, my water heater is leaking",
      address: "1420 Oak St, unit 3B, Austin, TX 78704",
      zip: "78704",
      booked_by: "ai",
      estimated_cost_min: "150.00",
      estimated_cost_max: "255.00",
    });
    expect(visit?.scheduled_start.toString()).toBe("2026-03-04T20:00:00Z");
    expect(await shop.leads()).toMatchObject([{ status: "scheduled", appointment_id: visit?.id }]);
    expect(await shop.contact()).toMatchObject({
      name: "Dana Whitfield",
      address: "1420 Oak St",
      address_unit: "3B",
      zip: "78704",
    });
    expect(await shop.conversation()).toMatchObject({ outcome: "appointment_scheduled", owner_kind: "ai" });
    expect(await shop.turns()).toMatchObject([{}, {}, {}, { decision: { acts: [{ do: "book" }] } }, {}]);
  });

  it("sends somebody else at that time when the offered one was taken", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged, 1420 Oak St 78704, tomorrow at 2pm");
    await shop.inside((scope) => addResource(scope, { name: "Second van" }));
    await bookAnother(shop);
    expect(await shop.writes("yes")).toContain("You are booked: Wednesday, March 4 between 2 PM and 4 PM");
    const [one, other] = await shop.visits();
    expect(one?.resource_id).not.toBe(other?.resource_id);
  });

  it("offers another time when nobody is free at that time any more", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged, 1420 Oak St 78704, tomorrow at 2pm");
    await bookAnother(shop);
    expect(await shop.writes("yes")).toMatch(/^Sorry, that time was just taken. These times are free/);
    expect(await shop.writes("the first one")).toContain("To confirm");
    expect(await shop.writes("yes")).toContain("You are booked");
    expect(await shop.visits()).toHaveLength(2);
  });

  it("offers another time when the offered one has passed before the answer", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged, 1420 Oak St 78704, today at 2pm");
    shop.clock.advance({ hours: 26 });
    expect(await shop.writes("yes")).toMatch(/^Sorry, that time has passed by now. .*free/);
    expect(await shop.visits()).toEqual([]);
  });

  it("is moved, corrected and cancelled by text", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged, 1420 Oak St 78704, tomorrow at 2pm, this is Dana");
    await shop.writes("yes");
    expect(await shop.writes("sorry, it's 1422 Oak St, 78704")).toContain("changed the address");
    expect(await shop.visits()).toMatchObject([{ address: "1422 Oak St, 78704" }]);
    expect(await shop.writes("can we do tomorrow at 2:30 instead?")).toContain("between 2:30 PM and 4:30 PM");
    expect(await shop.writes("yes")).toContain("Done");
    expect(await shop.writes("I need to cancel my appointment")).toContain("is cancelled");
    expect(await shop.visits()).toMatchObject([{ status: "cancelled", version: 4 }]);
    expect(await shop.conversation()).toMatchObject({ outcome: "abandoned" });
  });
});

describe("a burst of texts", () => {
  it("is answered once, after a pause", async () => {
    const shop = await openShop();
    for (const words of ["hi", "my water heater", "is leaking"]) {
      await shop.customerWrites(words);
      await shop.house.settled();
      await shop.pass(2, 1);
    }
    expect(await shop.said()).toEqual([]);
    await shop.pass(3, 1);
    expect((await shop.said()).map(({ body }) => body)).toEqual([expect.stringContaining("What is the address")]);
    expect((await shop.turns())[0]?.inbound_message_ids).toHaveLength(3);
  });

  it("does not wait for ever", async () => {
    const shop = await openShop();
    for (let second = 0; second < 14; second += 2) {
      await shop.customerWrites("and another thing");
      await shop.house.settled();
      await shop.pass(2, 1);
    }
    expect(await shop.said()).toHaveLength(1);
  });

  it("is never answered twice", async () => {
    const shop = await openShop();
    await shop.writes("my sink leaks");
    await shop.run(1);
    await shop.run(2);
    expect(await shop.said()).toHaveLength(1);
    expect(await shop.turns()).toHaveLength(1);
  });
});

describe("a photo without words", () => {
  it("is asked about", async () => {
    const shop = await openShop();
    const photo = { NumMedia: "1", MediaUrl0: "https://api.twilio.com/photo", MediaContentType0: "image/jpeg" };
    await shop.customerWrites("", photo);
    await shop.inside((scope) => scope.tx.updateTable("message_media").set({ state: "failed" }).execute());
    await shop.pass(15);
    expect((await shop.said()).at(-1)?.body).toContain("Thank you for the photo");
  });
});

describe("danger", () => {
  it("alerts the one on duty and hands over, with the safety words first", async () => {
    const shop = await openShop();
    expect(await shop.writes("I smell gas in the kitchen")).toMatch(
      /^If you smell gas: leave now.*I am alerting a person/,
    );
    expect(await shop.conversation()).toMatchObject({
      owner_kind: "none",
      priority: "urgent",
      handover_reason: "life_danger",
    });
    const alert = (await shop.sends()).find(({ recipient }) => recipient === OWNER_MOBILE);
    expect(alert?.body).toContain("DANGER");
    expect(await shop.tasks()).toMatchObject([{ type: "task", subject: "Danger: call (512) 555-0142 now" }]);
  });

  it("tells the one on duty the address that comes after the alarm, once", async () => {
    const shop = await openShop();
    await shop.writes("I smell gas in the kitchen");
    await shop.writes("please hurry");
    await shop.writes("we are at 1420 Oak St, Austin 78704");
    await shop.writes("1420 Oak St, Austin 78704!!");
    const alerts = (await shop.sends()).filter(({ recipient }) => recipient === OWNER_MOBILE);
    expect(alerts.map(({ body }) => body)).toEqual([
      expect.stringContaining("DANGER"),
      "The customer, (512) 555-0142, is at 1420 Oak St, Austin, 78704.",
    ]);
  });

  it("tells the address of what is urgent while the visit is arranged", async () => {
    const shop = await openShop();
    await shop.writes("a pipe burst, water everywhere");
    await shop.writes("1420 Oak St, Austin 78704");
    const alerts = (await shop.sends()).filter(({ recipient }) => recipient === OWNER_MOBILE);
    expect(alerts.map(({ body }) => body)).toEqual([
      expect.stringContaining("URGENT"),
      expect.stringContaining("is at 1420 Oak St"),
    ]);
  });

  it("is seen in the lead, also of one whose visit is booked", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged, 1420 Oak St 78704, tomorrow at 2pm, this is Dana");
    await shop.writes("yes");
    await shop.writes("I smell gas in the kitchen");
    expect(await shop.leads()).toMatchObject([
      { status: "scheduled", urgency_level: "emergency", problem_description: expect.stringMatching(/drain.*\n.*gas/) },
    ]);
  });

  it("begins a lead of its own after a talk that came to nothing", async () => {
    const shop = await openShop();
    await shop.writes("kitchen drain is clogged");
    await shop.writes("no thanks, not interested");
    await shop.writes("I smell gas in the kitchen");
    expect(await shop.leads()).toMatchObject([
      { status: "lost" },
      { urgency_level: "emergency", problem_description: "I smell gas in the kitchen" },
    ]);
  });

  it("promises no alert that cannot be sent", async () => {
    const shop = await openShop();
    const abroad = { emergency_phone: "+442079460123" };
    await shop.inside((scope) => scope.tx.updateTable("business_settings").set(abroad).execute());
    const answer = await shop.writes("I smell gas in the kitchen");
    expect(answer).toMatch(/^If you smell gas/);
    expect(answer).not.toContain("alerting");
    expect(answer).toContain("I am passing you to a person");
    expect(await shop.conversation()).toMatchObject({ owner_kind: "none" });
  });
});

describe("a person of the business", () => {
  it("is not interrupted, and what was told them is known after they hand back", async () => {
    const shop = await openShop();
    await shop.writes("my sink leaks");
    const { id } = await shop.conversation();
    const { userId } = await signInPerson(shop.house, shop.line.tenantId);
    await shop.inside((scope) => takeOver(scope, id, userId));
    expect(await shop.writes("it is at 1420 Oak St, Austin 78704")).toBe("");
    await shop.inside((scope) => say(scope, { conversationId: id, as: "human", body: "Got it.", userId }));
    await shop.inside((scope) => handBack(scope, id));
    await shop.pass(15);
    expect((await shop.said()).at(-1)?.body).toBe("Got it.");
    expect(await shop.writes("when can you come?")).toContain("These times are free");
    expect(await shop.session()).toMatchObject({ address: { number: "1420", zip: "78704" } });
  });

  it("gets the conversation when answering fails again and again", async () => {
    const shop = await openShop();
    await shop.writes("my sink leaks");
    await shop.run(4);
    expect(await shop.conversation()).toMatchObject({ owner_kind: "none", handover_reason: "no_answer_possible" });
    expect((await shop.said()).at(-1)?.body).toContain("I am passing you to a person");
    await shop.run(5);
    expect(await shop.said()).toHaveLength(2);
  });

  it("keeps it when not even the farewell can be said, which is said as soon as it can be", async () => {
    const shop = await openShop();
    await shop.writes("my sink leaks");
    await asOwner(await shop.database(), "revoke insert on messages from nmc_app");
    await expect(shop.run(4)).rejects.toThrow("permission denied");
    expect(await shop.conversation()).toMatchObject({ owner_kind: "none", handover_reason: "no_answer_possible" });
    expect(await shop.said()).toHaveLength(1);
    await asOwner(await shop.database(), "grant insert on messages to nmc_app");
    await shop.run(5);
    expect((await shop.said()).at(-1)?.body).toContain("I am passing you to a person");
  });
});

describe("somebody who wants no more texts", () => {
  it("gets no answer to what they wrote just before, which a person reads", async () => {
    const shop = await openShop();
    await shop.customerWrites("my sink leaks");
    await shop.customerWrites("STOP");
    await shop.house.settled();
    await shop.pass(15);
    expect(await shop.turns()).toEqual([]);
    expect(await shop.conversation()).toMatchObject({ owner_kind: "none", handover_reason: "opted_out" });
  });
});

/** Somebody books a visit for another customer at the time that was offered. */
async function bookAnother(shop: Awaited<ReturnType<typeof openShop>>): Promise<void> {
  await shop.inside(async (scope) => {
    const other = await findOrCreateContact(scope, { phone: "+15125550177", source: "test" });
    const [slot] = await findSlots(scope, { preference: { date: "2026-03-04", from: "14:00" }, limit: 1 });
    if (slot !== undefined) await book(scope, { slot, contactId: other.id, serviceType: "visit", bookedBy: "person" });
  });
}

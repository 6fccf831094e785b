import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../kit/desk.ts";

/** The queries by which the event tables and their columns are verified after a migration. */
describe("what event-driven updates stand on", () => {
  const rowsOf = async (query: string) => {
    const { house } = await openDesk();
    return (await sql.raw<{ name: string }>(query).execute(house.ports.database.app)).rows.map(({ name }) => name);
  };

  it("has its tables", async () => {
    const tables = `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name in ('twilio_webhook_inbox', 'call_events', 'sync_state') order by 1`;
    expect(await rowsOf(tables)).toEqual(["call_events", "sync_state", "twilio_webhook_inbox"]);
  });

  it.each(["messages", "calls", "outbound_messages"])("has its five columns on %s", async (table) => {
    const columns = `select column_name || ' ' || data_type as name from information_schema.columns where table_name = '${table}'
      and column_name in ('updated_at', 'last_event_time', 'is_final', 'finalized_at', 'sync_state') order by 1`;
    expect(await rowsOf(columns)).toEqual([
      "finalized_at timestamp with time zone",
      "is_final boolean",
      "last_event_time timestamp with time zone",
      "sync_state text",
      "updated_at timestamp with time zone",
    ]);
  });

  it.each([
    [
      "webhook_inbox",
      ["webhook_inbox_dead_idx", "webhook_inbox_subject_idx", "webhook_inbox_texts_idx", "webhook_inbox_waiting_idx"],
    ],
    ["call_events", ["call_events_once", "call_events_pkey"]],
    ["message_events", ["message_events_once"]],
    ["calls", ["calls_live_idx", "calls_one_a_sid"]],
    ["messages", ["messages_conversation_idx", "messages_message_sid_key", "messages_outbound_idx"]],
    ["sync_state", ["sync_state_one_a_list"]],
  ])("has its indexes on %s", async (table, names) => {
    const indexes = `select indexname as name from pg_indexes where schemaname = 'public' and tablename = '${table}'`;
    expect(await rowsOf(indexes)).toEqual(expect.arrayContaining(names));
  });
});

const TABLES = ["outbound_messages", "messages"] as const;

/** The state of the only text of ours, and of its message in the thread. */
const states = (desk: Desk) =>
  desk.inside(async ({ tx }) => {
    const rows = [];
    for (const table of TABLES) rows.push(await tx.selectFrom(table).selectAll().executeTakeFirstOrThrow());
    return rows.map(({ status, is_final, sync_state, last_event_time, finalized_at, updated_at }) => ({
      ...{ status, is_final, sync_state },
      last_event_time: last_event_time?.toString() ?? null,
      finalized_at: finalized_at?.toString() ?? null,
      updated_at: updated_at.toString(),
    }));
  });

async function textBack(): Promise<{ desk: Desk; report(status: string): Promise<void> }> {
  const desk = await openDesk();
  await desk.house.startWork();
  await desk.callsInVain();
  const { message_sid, id } = await desk.onlySend();
  return {
    desk,
    async report(status) {
      await desk.report(String(message_sid), status, { oid: id });
      await desk.house.settled();
    },
  };
}

const QUARTER_OF_AN_HOUR = 15 * 60;

describe("the delivery of a text", () => {
  it("is open until its end is reported, then final, then frozen", async () => {
    const { desk, report } = await textBack();
    const open = { is_final: false, sync_state: "active", finalized_at: null };
    expect(await states(desk)).toMatchObject([{ ...open, status: "queued" }, open]);
    await desk.pass(10);
    await report("delivered");
    const delivered = desk.clock.now().toString();
    const final = { status: "delivered", is_final: true, finalized_at: delivered, last_event_time: delivered };
    for (const state of await states(desk))
      expect(state).toEqual({ ...final, sync_state: "active", updated_at: delivered });
    await desk.pass(QUARTER_OF_AN_HOUR, 60);
    const frozen = desk.clock.now().toString();
    for (const state of await states(desk))
      expect(state).toEqual({ ...final, sync_state: "frozen", updated_at: frozen });
  });

  it("changes while it is not frozen: the furthest word counts", async () => {
    const { desk, report } = await textBack();
    await report("delivered");
    await desk.pass(60);
    await report("read");
    expect(await states(desk)).toMatchObject([{ status: "read" }, { status: "read" }]);
  });

  it("keeps what comes when it is frozen, and does not apply it", async () => {
    const { desk, report } = await textBack();
    await report("delivered");
    await desk.pass(QUARTER_OF_AN_HOUR, 60);
    const before = await states(desk);
    await report("undelivered");
    await report("read");
    expect(await states(desk)).toEqual(before);
    const words = await desk.inside(({ tx }) =>
      tx.selectFrom("message_events").select("status").orderBy("id").execute(),
    );
    expect(words.map(({ status }) => status)).toEqual(["queued", "delivered", "undelivered", "read"]);
    expect(await desk.tasks()).toEqual([]);
  });

  it("of a customer's text is final and frozen as it comes", async () => {
    const desk = await openDesk();
    await desk.house.startWork();
    await desk.customerWrites("Can you come today?");
    await desk.house.settled();
    const message = await desk.inside(({ tx }) =>
      tx.selectFrom("messages").selectAll().where("direction", "=", "inbound").executeTakeFirstOrThrow(),
    );
    expect(message).toMatchObject({ is_final: true, sync_state: "frozen", finalized_at: desk.clock.now() });
  });
});

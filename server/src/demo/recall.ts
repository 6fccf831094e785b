import type { Simulator } from "@nevermisscall/simulator";
import type { numbersWithAccounts } from "../modules/numbers/index.ts";
import type { Ports } from "../platform/ports.ts";
import { type Scope, SYSTEM } from "../platform/scope.ts";

/** How far back the carrier is asked for what it carried. */
const REMEMBERED_HOURS = 48;

type KnownNumber = Awaited<ReturnType<typeof numbersWithAccounts>>[number];
type RecalledCall = Parameters<Simulator["world"]["ledger"]["calls"]["put"]>[0];
type RecalledText = Parameters<Simulator["world"]["ledger"]["messages"]["put"]>[0];

/** A carrier keeps its calls when we restart; the simulator, which restarts with us, is told them again. */
export async function recallCalls(ports: Ports, { world }: Simulator, number: KnownNumber): Promise<void> {
  const calls = await ports.scope(number.tenantId, SYSTEM, (scope) =>
    scope.tx
      .selectFrom("call_facts")
      .select(["call_sid", "customer_phone", "called_phone", "status", "started_at", "ended_at", "duration_seconds"])
      .where("phone_number_id", "=", number.id)
      .where("direction", "=", "inbound")
      .where("ended_at", "is not", null)
      .where("started_at", ">", longAgo(scope))
      .orderBy("started_at")
      .$narrowType<{
        call_sid: string;
        called_phone: string;
        started_at: Temporal.Instant;
        ended_at: Temporal.Instant;
      }>()
      .execute(),
  );
  for (const { call_sid, customer_phone, called_phone, status, started_at, ended_at, duration_seconds } of calls) {
    const startedAt = started_at.epochMilliseconds;
    const endedAt = ended_at.epochMilliseconds;
    const talked = duration_seconds ?? 0;
    world.ledger.calls.put({
      sid: call_sid,
      accountSid: number.accountSid,
      parentCallSid: null,
      phoneNumberSid: number.phoneNumberSid,
      direction: "inbound",
      from: customer_phone ?? "anonymous",
      to: called_phone,
      forwardedFrom: null,
      // The carrier's own words: they came from the simulator.
      status: status as RecalledCall["status"],
      answeredBy: null,
      createdAt: startedAt,
      updatedAt: endedAt,
      startedAt,
      answeredAt: talked > 0 ? endedAt - talked * 1000 : null,
      endedAt,
      history: [],
      statusCallback: undefined,
      callbacksSent: 0,
    });
  }
}

/** The same of its texts. */
export async function recallTexts(ports: Ports, { world }: Simulator, number: KnownNumber): Promise<void> {
  const texts = await ports.scope(number.tenantId, SYSTEM, (scope) =>
    scope.tx
      .selectFrom("message_facts as text")
      .innerJoin("conversation_facts as thread", (join) =>
        join.onRef("thread.tenant_id", "=", "text.tenant_id").onRef("thread.id", "=", "text.conversation_id"),
      )
      .select(["text.message_sid", "text.direction", "text.body", "text.status", "text.created_at"])
      .select("thread.customer_phone")
      .where("text.message_sid", "is not", null)
      .where("text.created_at", ">", longAgo(scope))
      .where("thread.business_phone", "=", number.phoneNumber)
      .orderBy("text.created_at")
      .$narrowType<{ message_sid: string; customer_phone: string; body: string; created_at: Temporal.Instant }>()
      .execute(),
  );
  for (const { message_sid, direction, customer_phone, body, status, created_at } of texts) {
    const at = created_at.epochMilliseconds;
    const isInbound = direction === "inbound";
    world.ledger.messages.put({
      sid: message_sid,
      accountSid: number.accountSid,
      messagingServiceSid: null,
      direction: isInbound ? "inbound" : "outbound-api",
      from: isInbound ? customer_phone : number.phoneNumber,
      to: isInbound ? number.phoneNumber : customer_phone,
      body,
      media: [],
      numSegments: 1,
      // The carrier's own words: they came from the simulator.
      status: status as RecalledText["status"],
      errorCode: null,
      createdAt: at,
      updatedAt: at,
      sentAt: at,
      history: [],
      statusCallback: undefined,
      validityPeriodS: 0,
    });
  }
}

const longAgo = (scope: Scope) => scope.now().subtract({ hours: REMEMBERED_HOURS });
